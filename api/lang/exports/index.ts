import type { Locale } from '../../contract/locales.ts';
import { exportTexts as de } from './de.ts';
import { exportTexts as en } from './en.ts';
import { exportTexts as fr } from './fr.ts';
import { exportTexts as gsw } from './gsw.ts';
import type { ExportTexts } from './terms.ts';

/** The texts of the exports, by language. */
export const exportsIn: Readonly<Record<Locale, ExportTexts>> = { fr, de, en, gsw };
