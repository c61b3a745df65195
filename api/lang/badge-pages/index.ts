import type { Locale } from '../../contract/locales.ts';
import { badgePageTerms as de } from './de.ts';
import { badgePageTerms as en } from './en.ts';
import { badgePageTerms as fr } from './fr.ts';
import { badgePageTerms as gsw } from './gsw.ts';
import type { BadgePageTerms } from './terms.ts';

export type { BadgePageTerms } from './terms.ts';

/** The texts of the public pages of badges, by language. */
export const badgePages: Readonly<Record<Locale, BadgePageTerms>> = { fr, de, en, gsw };
