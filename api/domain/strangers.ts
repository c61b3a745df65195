import { durations, mailsPerDay } from '../contract/limits.ts';
import type { Standing } from './ports.ts';

/**
 * May a form that anybody can fill in with anybody's address make us write there? One mail in ten minutes and
 * three in any day for all such forms together, over all networks and processes: sign-ups and reports have one
 * cap, or whoever has used one up goes on with the other.
 * @param standing read in the transaction that orders the mail, after `lockAddress`, with mails counted since
 *   `durations.mailDay` ago
 */
export function mayWriteToStranger(standing: Standing, now: number): boolean {
  const rested = standing.lastMailAt === null || standing.lastMailAt <= now - durations.mailGap;
  // While one waits (the mail server is down), a second would arrive together with it.
  return !standing.suppressed && rested && !standing.mailWaiting && standing.mailsInDay < mailsPerDay;
}
