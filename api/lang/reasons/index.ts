import type { Locale } from '../../contract/locales.ts';
import { reasonTexts as de } from './de.ts';
import { reasonTexts as en } from './en.ts';
import { reasonTexts as fr } from './fr.ts';
import { reasonTexts as gsw } from './gsw.ts';
import type { ReasonTexts } from './terms.ts';

export type { ReasonTexts } from './terms.ts';

/** The reasons of moderation, by language. */
export const reasons: Readonly<Record<Locale, ReasonTexts>> = { fr, de, en, gsw };
