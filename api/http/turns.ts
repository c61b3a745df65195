import { setImmediate } from 'node:timers/promises';
import { DomainError } from '../domain/errors.ts';

/** Runs a piece of work when its turn comes. @throws {DomainError} busy, when too many wait */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets works run one behind the other. Between two of them everything else of this process has its turn.
 * @param most how many may wait
 */
export function turns(most: number): Turns {
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting >= most) throw new DomainError('busy', { retryAfter: 2 });
    waiting += 1;
    const mine = before.then(() => setImmediate()).then(work);
    before = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}
