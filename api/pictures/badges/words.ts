/** What badges say, in the language of each. Nothing tells women from men: a badge does not know. */
import type { Locale } from '../../contract/locales.ts';

/** Terms of the pictures. */
export interface BadgeWords {
  /** "Ambassadors of …", what stands before the city's name; with the space between them, if any. */
  of(city: string): [before: string, city: string];
  since(year: number): string;
  ended: string;
  unknown: string;
  unchecked: string;
  /** Before an address, with its own space: never that the badge is valid, a copied picture would say so too. */
  check: string;
}

/** « de », « d’ », « du », « des »: the article of a name of a town melts into what is before it. */
function frenchOf(city: string): [string, string] {
  const [, article, rest] = /^(Les?) (.+)$/u.exec(city) ?? [];
  if (article !== undefined && rest !== undefined) return [`Ambassadeurs ${article === 'Le' ? 'du' : 'des'} `, rest];
  return [/^[aeiouyàâäéèêëîïôöùûüœæ]/iu.test(city) ? 'Ambassadeurs d’' : 'Ambassadeurs de ', city];
}

export const badgeWords: Readonly<Record<Locale, BadgeWords>> = {
  fr: {
    of: frenchOf,
    since: (year) => `membre depuis ${year}`,
    ended: 'Adhésion terminée',
    unknown: 'Badge inconnu',
    unchecked: 'Vérification impossible',
    check: 'Vérifier\u00a0: ',
  },
  de: {
    of: (city) => ['Botschafterclub ', city],
    since: (year) => `Mitglied seit ${year}`,
    ended: 'Mitgliedschaft beendet',
    unknown: 'Unbekanntes Abzeichen',
    unchecked: 'Jetzt nicht prüfbar',
    check: 'Prüfen: ',
  },
  en: {
    of: (city) => ['Ambassadors of ', city],
    since: (year) => `member since ${year}`,
    ended: 'Membership ended',
    unknown: 'Unknown badge',
    unchecked: 'Cannot be checked now',
    check: 'Check at ',
  },
  gsw: {
    of: (city) => ['Botschàfterclub vu ', city],
    since: (year) => `Mìtglìed sìt ${year}`,
    ended: 'Mìtglìedschàft ufgheert',
    unknown: 'Unbekànnts Àbzeicha',
    unchecked: 'Jetz nìt z prìafa',
    check: 'Prìafa: ',
  },
};
