import { purge } from './purge.ts';
import { createRunner, type Job, type Runner } from './runner.ts';
import { sendOutbox, type OutboxDeps } from './send-outbox.ts';

const second = 1000;

/** How often the outbox is looked at when nobody wakes the sender: retries, and orders of other processes. */
const outboxEvery = 5 * second;
// A purge that erased someone rewrites the file: hourly is often enough.
const purgeEvery = 60 * 60 * second;

/** The name to wake the sender by: `runner.wake(outbox)` after a write that ordered a mail. */
export const outbox = 'outbox';

/**
 * The jobs of the club.
 * @param random spreads retries
 * @param more jobs of other parts
 */
export function createJobs(deps: OutboxDeps, random: () => number = Math.random, more: Job[] = []): Runner {
  return createRunner(
    [
      { name: outbox, every: outboxEvery, run: (signal) => sendOutbox(deps, random, signal) },
      { name: 'purge', every: purgeEvery, run: () => purge(deps) },
      ...more,
    ],
    deps.log,
  );
}
