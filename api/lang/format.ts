/** What the four languages share: numbers, calendar dates and the choice of a field's sentence. */
import type { FieldCode } from '../contract/codes.ts';
import type { Locale } from '../contract/locales.ts';
import type { FormField } from './terms.ts';

// Alsatian has no data of its own in every build of ICU: it writes numbers as in France, words as in German.
const numberTags: Record<Locale, string> = { fr: 'fr-FR', de: 'de-DE', en: 'en-GB', gsw: 'fr-FR' };
const dateTags: Record<Exclude<Locale, 'gsw'>, string> = { fr: 'fr-FR', de: 'de-DE', en: 'en-GB' };

const hour = 3_600_000;

/** Milliseconds as whole hours. */
export const hours = (milliseconds: number): number => Math.round(milliseconds / hour);

/** Milliseconds as whole days. */
export const days = (milliseconds: number): number => Math.round(milliseconds / (24 * hour));

/** A function that writes whole numbers as the language does. */
export function numberIn(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(numberTags[locale]);
  return (value) => format.format(value);
}

/** A function that writes a calendar date (`2027-12-31`) out, the same in every time zone. */
export function dateIn(locale: Exclude<Locale, 'gsw'>): (date: string) => string {
  const format = new Intl.DateTimeFormat(dateTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return (date) => {
    const written = format.format(new Date(`${date}T00:00:00Z`));
    // French counts the first of a month, and only it: ICU does not.
    return locale === 'fr' ? written.replace(/^1 /, '1er ') : written;
  };
}

/** The same as short as it can be beside a plot: day and month. */
export function shortDateIn(locale: Locale): (date: string) => string {
  if (locale === 'gsw') return (date) => date.split('-').slice(1).map(Number).toReversed().join('.') + '.';
  const format = new Intl.DateTimeFormat(dateTags[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (date) => {
    const written = format.format(new Date(`${date}T00:00:00Z`));
    return locale === 'fr' ? written.replace(/^1 /, '1er ') : written;
  };
}

/** Sentences by code for a field that is named in them, and by code alone for fields with their own. */
export interface FieldSentences {
  /** Fields whose sentence for a code is their own: `firstName.required`. */
  own: Partial<Record<`${FormField}.${FieldCode}`, string>>;
  /** Everything else. */
  general: Record<FieldCode, (label: string, max: number | undefined) => string>;
  /** What a field that people do not see is called. */
  unnamed: string;
}

/** Chooses the sentence for a refused field. */
export function fieldErrors(labels: Record<FormField, string>, sentences: FieldSentences) {
  return (field: string, code: FieldCode, max?: number): string => {
    const own = sentences.own[`${field as FormField}.${code}`];
    if (own) return own;
    const label = Object.hasOwn(labels, field) ? labels[field as FormField] : sentences.unnamed;
    return sentences.general[code](label, max);
  };
}
