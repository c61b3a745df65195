import { DomainError } from '../errors.ts';
import type { Deps, NewPartner, Partner } from '../ports.ts';

/** Slug of the partner that stands for the club's own pages. */
export const clubPartnerSlug = 'club';

/** Whose name stands beside the club's in what a person agrees to: none on the club's own pages. */
export function sharedWith(partner: Partner): string | undefined {
  return partner.slug === clubPartnerSlug ? undefined : partner.name;
}

/**
 * An origin as browsers send it, or nothing: scheme, host and port, no path, no wildcard.
 * @param text what someone wrote, e.g. `https://www.example.org/`
 */
export function parseOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username + url.password === '';
  return isWeb && isBare && !url.hostname.includes('*') ? url.origin : undefined;
}

/** Adds a partner, or refuses a slug that is taken. */
export async function addPartner(deps: Pick<Deps, 'storage' | 'clock'>, partner: NewPartner): Promise<void> {
  if (await deps.storage.partnerBySlug(partner.slug)) throw new DomainError('partner_taken');
  await deps.storage.insertPartner(partner, deps.clock.now());
}

/** The club speaks for itself on its own pages: one partner that is always there. */
export async function ensureClubPartner(deps: Pick<Deps, 'storage' | 'clock' | 'club' | 'publicUrl'>): Promise<void> {
  if (await deps.storage.partnerBySlug(clubPartnerSlug)) return;
  await deps.storage.insertPartner(
    {
      slug: clubPartnerSlug,
      kind: 'club',
      name: deps.club.name[deps.club.defaultLanguage],
      origins: [new URL(deps.publicUrl).origin],
      status: 'active',
    },
    deps.clock.now(),
  );
}
