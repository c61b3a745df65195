import { statisticsLimits } from '../../contract/statistics.ts';
import type { Transaction } from '../ports.ts';
import type { Tally } from './ports.ts';

/**
 * Adds to the counts. Pages and campaigns come from outside: of one partner, so many are told apart in a day, and
 * what comes later is counted without them.
 */
export async function addTallies(tx: Pick<Transaction, 'statistics'>, tallies: readonly Tally[]): Promise<void> {
  const room = new Map<string, number>();
  const kept: Tally[] = [];
  for (const tally of tallies)
    kept.push((await hasRoom(tx, tally, room)) ? tally : { ...tally, page: '', campaign: '' });
  await tx.statistics.add(kept);
}

async function hasRoom(tx: Pick<Transaction, 'statistics'>, tally: Tally, room: Map<string, number>): Promise<boolean> {
  if (tally.page === '' && tally.campaign === '') return true;
  const key = `${tally.partnerId} ${tally.day}`;
  let left = room.get(key);
  if (left === undefined) {
    left = statisticsLimits.pagesPerDay - (await tx.statistics.distinct(tally.partnerId, tally.day));
  }
  // What the day tells apart already goes on being told apart, whoever filled it.
  const known = left <= 0 && (await tx.statistics.knows(tally));
  room.set(key, known ? left : left - 1);
  return known || left > 0;
}
