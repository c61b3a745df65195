import type { Locale } from '../../contract/locales.ts';
import { myBadgesTexts as de } from './de.ts';
import { myBadgesTexts as en } from './en.ts';
import { myBadgesTexts as fr } from './fr.ts';
import { myBadgesTexts as gsw } from './gsw.ts';
import type { MyBadgesTexts } from './terms.ts';

export type { BadgeNote, BadgeToolTerms, MyBadgesTexts } from './terms.ts';

/** The texts of whoever holds badges, by language. */
export const myBadges: Readonly<Record<Locale, MyBadgesTexts>> = { fr, de, en, gsw };
