import type { Locale } from '../../contract/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import type { PassportTerms } from './terms.ts';

export type { PassportTerms } from './terms.ts';

/** What passports say, in every language. */
export const passportTerms: Record<Locale, PassportTerms> = { fr, de, en, gsw };
