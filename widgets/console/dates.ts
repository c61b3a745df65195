import type { Locale } from '../../api/contract/locales.ts';

// Browsers ship no Alsatian data; German is what its readers know.
const tag = (locale: Locale) => (locale === 'gsw' ? 'de' : locale);

/** Day and time of day, as a language writes them. */
export function formatMoment(time: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tag(locale), { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** The time of day. */
export function formatClock(time: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tag(locale), { timeStyle: 'short' }).format(time);
}

/** The name of a language, in the reader's own. */
export function languageName(language: string, locale: Locale): string {
  // Browsers name it "Swiss German", which people of Alsace do not speak.
  const alsatian: Record<Locale, string> = { fr: 'alsacien', de: 'Elsässisch', en: 'Alsatian', gsw: 'Elsassisch' };
  if (language === 'gsw') return alsatian[locale];
  return new Intl.DisplayNames(tag(locale), { type: 'language' }).of(language) ?? language;
}
