import type { Locale } from '../../contract/locales.ts';
import { configuratorTerms as de } from './de.ts';
import { configuratorTerms as en } from './en.ts';
import { configuratorTerms as fr } from './fr.ts';
import { configuratorTerms as gsw } from './gsw.ts';
import type { ConfiguratorTerms } from './terms.ts';

export type { ConfiguratorTerms } from './terms.ts';

/** The texts of the configurator, and what its snippets say, by language. */
export const configuratorPages: Readonly<Record<Locale, ConfiguratorTerms>> = { fr, de, en, gsw };
