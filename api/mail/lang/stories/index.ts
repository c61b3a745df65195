import type { Locale } from '../../../contract/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import type { StoryMailTerms } from './terms.ts';

export type { StoryMailTerms } from './terms.ts';

/** The words of the mails about stories, by language. */
export const storyMailTerms: Readonly<Record<Locale, StoryMailTerms>> = { fr, de, en, gsw };
