import { flushTallies } from '../domain/statistics/flush.ts';
import type { TallyBook } from '../domain/statistics/tally-book.ts';
import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

const second = 1000;

/** What was counted in memory is written down. */
export function tallyJobs(deps: Pick<Deps, 'storage' | 'clock' | 'club'>, book: TallyBook): Job[] {
  return [{ name: 'tallies', every: 5 * second, run: () => flushTallies(deps, book) }];
}
