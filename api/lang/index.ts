import type { Club } from '../contract/club.ts';
import type { Locale } from '../contract/locales.ts';
import type { Texts } from '../domain/ports.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import type { ServerTerms } from './terms.ts';

export type * from './terms.ts';

const all: Record<Locale, ServerTerms> = { fr, de, en, gsw };

/** The server's texts in one language. */
export function termsFor(locale: Locale): ServerTerms {
  return all[locale];
}

/** The sentences that people agree to, for one club: what every form shows and what is kept as proof. */
export function createTexts(club: Club): Texts {
  return {
    consent(locale, partnerName) {
      const terms = termsFor(locale);
      return { consents: terms.consents(club), notice: terms.notice(club, partnerName) };
    },
  };
}
