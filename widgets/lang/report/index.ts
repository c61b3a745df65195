import type { Locale } from '../../../api/contract/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import type { ReportTerms } from './terms.ts';

/**
 * What the report form says, in every language. It is loaded by whoever reports and nobody else: one file for all
 * pages.
 */
export const reportTerms: Record<Locale, ReportTerms> = { fr, de, en, gsw };
