/**
 * How a language writes numbers and days. Browsers know it too, but the first use of `Intl` in a page keeps a phone
 * busy for up to a tenth of a second; `test/api/lang-writing.test.ts` compares.
 */
export interface WritingTerms {
  /** A whole number. */
  number(value: number): string;
  /**
   * A day as it stands in a sentence.
   * @param day a calendar date, `2027-12-31`, or a moment, whose day in UTC is meant
   * @throws {RangeError} for what is neither
   */
  date(day: string | number): string;
}

/** A number with a sign between its groups of three digits. */
export const grouped = (value: number, sign: string): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, sign);

/** Year, month and day of the month. A calendar date has no time zone: read in UTC, it is that day everywhere. */
export const partsOf = (day: string | number): [year: number, month: number, day: number] =>
  new Date(day).toISOString().split(/\D/).map(Number) as [number, number, number];
