import type { Locale } from '../contract/locales.ts';
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
