import { DomainError } from './errors.ts';

/** Runs a piece of work when its turn comes. @throws {DomainError} busy, when too many wait */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets few works run at once and the others wait in line. Before each, everything else of this process has its turn.
 * @param atOnce more than one, so that what waits for a slow database does not hold up the line
 * @param most how many may wait
 * @param retryAfter seconds after which whoever was turned away may come again
 */
export function turns(atOnce: number, most: number, retryAfter = 2): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= most) throw new DomainError('busy', { retryAfter });
    // Whoever ends hands on the place: `running` stays as it is.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await new Promise((resolve) => setImmediate(resolve));
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
