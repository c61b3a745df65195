import { daysFrom, isoOf, plusDays, readDay } from '../../../domain/statistics/days.ts';
import type { Period } from '../../../domain/statistics/read-statistics.ts';

/** Periods that one press chooses, in days up to today. */
export const periodDays = [7, 30, 90, 365] as const;
const usual = 30;

/** No more days than two years at once: each is a line of a table. */
const most = 731;

export interface Asked {
  period: Period;
  /** One of `periodDays`, when it was chosen that way. */
  days: number | undefined;
  /** The part of the address that says it again. */
  query: string;
}

/**
 * The period that an address asks for. What is no period of ours, an end before its beginning, or days to come are
 * mended rather than refused: the page says which period it shows.
 * @param today in the club's own time
 */
export function askedPeriod(query: (name: string) => string | undefined, today: number): Asked {
  const from = readDay(query('from'));
  if (from !== undefined && from <= today) {
    const to = Math.min(readDay(query('to')) ?? today, today);
    const [first, last] = from <= to ? [from, to] : [to, from];
    const period = { from: daysFrom(first, last) > most ? plusDays(last, 1 - most) : first, to: last };
    return { period, days: undefined, query: `from=${isoOf(period.from)}&to=${isoOf(period.to)}` };
  }
  const days = periodDays.find((one) => String(one) === query('days')) ?? usual;
  return { period: { from: plusDays(today, 1 - days), to: today }, days, query: `days=${days}` };
}
