import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

export type PurgeDeps = Pick<Deps, 'storage' | 'clock' | 'log' | 'cdn'>;

const second = 1000;
/** Longer than the cache may take to answer. A process that dies meanwhile lets go by itself. */
const lease = 30 * second;
/** As many tags as every cache takes at once. */
const batch = 30;
const longest = 5 * 60 * second;
/** With the waits between, more than a day: nothing is kept longer than that by a cache that was told nothing. */
const tries = 320;

/** Has the cache in front of us forget what changed. Without one there is nothing to do. */
export function cdnJobs(deps: PurgeDeps): Job[] {
  if (!deps.cdn) return [];
  return [{ name: 'cdn', every: second, run: (signal) => purgeCached(deps, signal) }];
}

/**
 * Carries out the purges that are due, however many processes do this at once. A purge that was done and not noted
 * as done is done again, which costs nothing.
 * @returns how many were done
 */
export async function purgeCached(deps: PurgeDeps, signal?: AbortSignal): Promise<number> {
  const { storage, clock } = deps;
  let done = 0;
  while (!signal?.aborted) {
    const due = await storage.badges.nextPurgeAt();
    if (due === undefined || due > clock.now()) break;
    const now = clock.now();
    const claimed = await storage.write((tx) => tx.badges.claimPurges(now, now + lease, batch));
    if (claimed.length === 0) break;
    // Pictures last: whoever looks between the two sees an old picture and a list that knows better, never the opposite.
    const [pictures, lists] = partition(claimed, ({ tag }) => tag.startsWith('badge-'));
    const forgotten = (await purgeOnce(deps, lists)) + (await purgeOnce(deps, pictures));
    // The cache is away: what else is due need not be tried now.
    if (forgotten === 0) break;
    done += forgotten;
  }
  return done;
}

type Claimed = { id: number; tag: string; attempts: number };

async function purgeOnce({ storage, clock, log, cdn }: PurgeDeps, claimed: Claimed[]): Promise<number> {
  if (claimed.length === 0) return 0;
  try {
    await cdn!.purge(Array.from(new Set(claimed.map(({ tag }) => tag))));
  } catch (error) {
    const attempts = Math.max(...claimed.map((one) => one.attempts));
    log.error(
      { tags: claimed.length, attempts, err: error },
      'The cache in front of us could not be told what has changed: others may see ended badges as valid for up to a ' +
        'day. It is tried again. See CDN_PURGE_URL and CDN_PURGE_TOKEN.',
    );
    await storage.write(async (tx) => {
      for (const one of claimed) {
        if (one.attempts >= tries) await tx.badges.endPurge(one.id);
        else await tx.badges.retryPurge(one.id, clock.now() + waitAfter(one.attempts));
      }
    });
    return 0;
  }
  await storage.write(async (tx) => {
    for (const { id } of claimed) await tx.badges.endPurge(id);
  });
  return claimed.length;
}

/** Two seconds, doubled with every try up to five minutes: a cache answers soon or has a reason. */
const waitAfter = (attempts: number) => Math.min(longest, 2 * second * 2 ** Math.min(attempts - 1, 10));

function partition<T>(items: T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
