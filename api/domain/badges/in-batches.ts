import type { Badge } from './ports.ts';

const batch = 50;

/**
 * Goes through badges that something is due for, each in a transaction of its own, so that one that fails stops no
 * other process and holds no lock for long.
 * @param read the next that are due
 * @param work what is due; false when it was done meanwhile
 * @returns how many it was done for
 */
export async function inBatches(
  read: (max: number) => Promise<Badge[]>,
  work: (badge: Badge) => Promise<boolean>,
  signal?: AbortSignal,
): Promise<number> {
  let done = 0;
  for (;;) {
    const before = done;
    const due = await read(batch);
    for (const badge of due) {
      if (signal?.aborted) return done;
      if (await work(badge)) done += 1;
    }
    // Nothing of a whole batch was left to do: another process is at the same.
    if (due.length < batch || done === before) return done;
  }
}
