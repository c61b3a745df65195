import type { Club } from '../contract/club.ts';
import type { Texts } from '../domain/ports.ts';
import { termsFor } from './index.ts';

/** The sentences that the domain hands to every form and keeps as proof. */
export function createTexts(club: Club): Texts {
  return {
    consent: (locale, partnerName) => {
      const terms = termsFor(locale);
      return { consents: terms.consents(club), notice: terms.notice(club, partnerName) };
    },
  };
}
