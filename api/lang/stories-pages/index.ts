import type { Locale } from '../../contract/locales.ts';
import { storyPageTerms as de } from './de.ts';
import { storyPageTerms as en } from './en.ts';
import { storyPageTerms as fr } from './fr.ts';
import { storyPageTerms as gsw } from './gsw.ts';
import type { StoryPageTerms } from './terms.ts';

export type { StoryPageTerms } from './terms.ts';

/** The texts of the pages of stories, by language. */
export const storyPages: Readonly<Record<Locale, StoryPageTerms>> = { fr, de, en, gsw };
