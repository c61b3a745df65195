import type { Locale } from '../../contract/locales.ts';
import { partnersTexts as de } from './de.ts';
import { partnersTexts as en } from './en.ts';
import { partnersTexts as fr } from './fr.ts';
import { partnersTexts as gsw } from './gsw.ts';
import type { PartnersTexts } from './terms.ts';

export type { PartnerNote, PartnerRefusal, PartnersTexts } from './terms.ts';

/** The texts of the pages about partners, by language. */
export const partnerPages: Readonly<Record<Locale, PartnersTexts>> = { fr, de, en, gsw };
