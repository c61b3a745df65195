/** The languages of the product. `gsw` is Alsatian (ISO 639-3, Alemannic). */
export const locales = ['fr', 'de', 'en', 'gsw'] as const;

export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/**
 * The supported language closest to a BCP 47 tag: `de-CH` gives `de`, `gsw-FR` gives `gsw`.
 * @param tag a language tag, or nothing
 * @param fallback what to answer when the language is not one of ours
 */
export function matchLocale(tag: string | null | undefined, fallback: Locale): Locale {
  const primary = tag?.trim().toLowerCase().split(/[-_]/, 1)[0];
  // `als` is what Alsatian pages write as often as `gsw`.
  if (primary === 'als') return 'gsw';
  return isLocale(primary) ? primary : fallback;
}

/** A language if it is one of these, else the first of them; of none, any is. */
export function languageAmong(among: readonly Locale[], wanted: Locale): Locale {
  return among.length === 0 || among.includes(wanted) ? wanted : among[0]!;
}
