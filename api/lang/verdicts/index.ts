import type { Verdict } from '../../contract/badge-words.ts';
import type { Locale } from '../../contract/locales.ts';
import { verifyTerms as de } from './de.ts';
import { verifyTerms as en } from './en.ts';
import { verifyTerms as fr } from './fr.ts';
import { verifyTerms as gsw } from './gsw.ts';
import type { VerdictKind, VerifyTerms } from './terms.ts';

export type { VerdictKind, VerifyTerms } from './terms.ts';

/** The texts of the page where badges are checked, by language. */
export const verifyPages: Readonly<Record<Locale, VerifyTerms>> = { fr, de, en, gsw };

/** Which of the four kinds a verdict is of. */
export const verdictKinds: Readonly<Record<Verdict, VerdictKind>> = {
  valid: 'good',
  replaced: 'over',
  ended: 'over',
  expired: 'over',
  not_yet_valid: 'over',
  wrong_domain: 'wrong',
  tampered: 'wrong',
  wrong_purpose: 'wrong',
  bad_algorithm: 'wrong',
  unknown_key: 'wrong',
  foreign_issuer: 'wrong',
  foreign_address: 'wrong',
  unknown_badge: 'wrong',
  no_credential: 'unclear',
  unreadable: 'unclear',
  too_large: 'unclear',
  cannot_check: 'unclear',
};
