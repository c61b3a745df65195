import type { Locale } from '../../api/contract/locales.ts';

// Browsers ship no Alsatian data; German is what its readers know.
const tag = (locale: Locale) => (locale === 'gsw' ? 'de' : locale);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: it costs more than all that is done with it. */
function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + options.dateStyle;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag(locale), options);
  formats.set(key, known);
  return known;
}

/** Day and time of day, as a language writes them. */
export function formatMoment(time: number, locale: Locale): string {
  return formatOf(locale, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** The time of day. */
export function formatClock(time: number, locale: Locale): string {
  return formatOf(locale, { timeStyle: 'short' }).format(time);
}

/** The name of a language, in the reader's own. */
export function languageName(language: string, locale: Locale): string {
  // Browsers name it "Swiss German", which people of Alsace do not speak.
  const alsatian: Record<Locale, string> = { fr: 'alsacien', de: 'Elsässisch', en: 'Alsatian', gsw: 'Elsassisch' };
  if (language === 'gsw') return alsatian[locale];
  return new Intl.DisplayNames(tag(locale), { type: 'language' }).of(language) ?? language;
}
