import type { Locale } from '../../api/contract/locales.ts';

// Browsers ship no Alsatian data and would answer in the visitor's own language; German is what its readers know.
const tag = (locale: Locale) => (locale === 'gsw' ? 'de' : locale);

/** A number as a language writes it. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tag(locale)).format(value);
}

/** A calendar date, `2027-12-31`, as a language writes it in a sentence. */
export function formatDate(date: string, locale: Locale): string {
  // A calendar date has no time zone: read and written in UTC, it is that day everywhere.
  return new Intl.DateTimeFormat(tag(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}
