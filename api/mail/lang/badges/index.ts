import type { Locale } from '../../../contract/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import type { BadgeMailTerms } from './terms.ts';

/** The words of the mails about badges, by language. */
export const badgeMailTerms: Readonly<Record<Locale, BadgeMailTerms>> = { fr, de, en, gsw };
