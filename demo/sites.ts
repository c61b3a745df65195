/** The three partners of the demo: who they are, where their pages lie and what their headers allow. */

/** One partner site. */
export interface Site {
  /** Folder under `partners/`. */
  folder: 'city' | 'chamber' | 'bakery';
  slug: string;
  kind: string;
  name: string;
  /**
   * The site's Content-Security-Policy, directive by directive: as strict as such a site can be.
   * @param club origin of the club
   * @param nonce fresh for every answer
   */
  csp(club: string, nonce: string): Record<string, string>;
}

const closed = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };

/** In the order of their ports. */
export const sites: readonly Site[] = [
  {
    folder: 'city',
    slug: 'ville-de-mulhouse',
    kind: 'city',
    name: 'Ville de Mulhouse (démo)',
    // An allow-list, no inline style, Trusted Types: what the widgets promise to live with.
    csp: (club) => ({
      ...closed,
      'script-src': club,
      'connect-src': club,
      'style-src': "'self'",
      'img-src': `'self' ${club}`,
      'media-src': club,
      'require-trusted-types-for': "'script'",
      'trusted-types': 'lit-html',
    }),
  },
  {
    folder: 'chamber',
    slug: 'chambre-des-entrepreneurs',
    kind: 'chamber',
    name: 'Chambre des entrepreneurs (démo)',
    // A nonce and whatever its scripts load: the club's address is in no list of scripts.
    csp: (club, nonce) => ({
      ...closed,
      'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
      'connect-src': club,
      'style-src': "'self'",
      'img-src': `'self' ${club}`,
      'media-src': club,
    }),
  },
  {
    folder: 'bakery',
    slug: 'boulangerie-du-klapperstein',
    kind: 'business',
    name: 'Boulangerie du Klapperstein (démo)',
    // No script at all: the club comes in frames.
    csp: (club) => ({
      ...closed,
      'script-src': "'none'",
      'style-src': "'self'",
      'img-src': "'self'",
      'frame-src': club,
    }),
  },
];
