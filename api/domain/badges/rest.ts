/** Longer than one piece of work takes, however busy the machine is. */
const longest = 100;

/**
 * Between two of many pieces of work: as long a rest as the last one took. Half of the processor stays with whoever
 * reads meanwhile, and a reader waits for one piece at most, not for those behind it.
 * @param began `performance.now()` when the last piece began
 */
export function restAfter(began: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(longest, performance.now() - began)));
}
