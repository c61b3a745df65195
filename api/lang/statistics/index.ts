import type { Locale } from '../../contract/locales.ts';
import { statisticsTexts as de } from './de.ts';
import { statisticsTexts as en } from './en.ts';
import { statisticsTexts as fr } from './fr.ts';
import { statisticsTexts as gsw } from './gsw.ts';
import type { StatisticsTexts } from './terms.ts';

export type { PlotGroup, StatisticsTexts } from './terms.ts';

/** The words of the pages of statistics, by language. */
export const statisticsTerms: Readonly<Record<Locale, StatisticsTexts>> = { fr, de, en, gsw };
