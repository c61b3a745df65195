import type { Locale } from '../../contract/locales.ts';
import { embedTerms as de } from './de.ts';
import { embedTerms as en } from './en.ts';
import { embedTerms as fr } from './fr.ts';
import { embedTerms as gsw } from './gsw.ts';
import type { EmbedTerms } from './terms.ts';

/** The texts of frames, by language. */
export const embedTerms: Readonly<Record<Locale, EmbedTerms>> = { fr, de, en, gsw };
