import { badgeLimits } from '../../contract/limits.ts';

/**
 * When a badge that becomes valid now ends: on the same day thirteen months on, or the last of that month where it
 * has no such day. By the calendar of UTC, as everything that is signed: it says the same wherever it is read.
 * @param from epoch milliseconds
 */
export function endOfLife(from: number): number {
  const end = new Date(from);
  const day = end.getUTCDate();
  // The first is in every month: from the 31st, a month on would be two.
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + badgeLimits.lifeMonths);
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  return end.setUTCDate(Math.min(day, last));
}
