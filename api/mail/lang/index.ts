import type { Locale } from '../../contract/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { gsw } from './gsw.ts';
import type { MailTerms } from './terms.ts';

/** The words of the mails, by language. */
export const mailTerms: Readonly<Record<Locale, MailTerms>> = { fr, de, en, gsw };
