import type { Deps } from '../ports.ts';
import { award, isTheirs } from './award.ts';
import { restAfter } from './rest.ts';

type AwardDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'cdn'>;

/** Looking for them reads past all who have one, so that many are looked up at once. */
const batch = 500;
/**
 * SQLite makes one commit of those that arrive together, for which readers wait; PostgreSQL gives each a connection,
 * of which most are left to people.
 */
const together = 4;

/**
 * Gives a badge to every member who has none: those who were imported, and those from before there were badges. A few
 * at a time, with a breath in between for whoever reads meanwhile.
 * @returns how many were awarded
 */
export async function awardMissing(deps: AwardDeps, signal?: AbortSignal): Promise<number> {
  let awarded = 0;
  for (;;) {
    const members = await deps.storage.badges.membersWithout(batch);
    for (let from = 0; from < members.length; from += together) {
      if (signal?.aborted) return awarded;
      const began = performance.now();
      const done = await Promise.allSettled(members.slice(from, from + together).map((id) => awardTo(deps, id)));
      awarded += done.filter((one) => one.status === 'fulfilled' && one.value).length;
      const failed = done.find((one) => one.status === 'rejected');
      // The others have theirs; this one is tried again at the next turn.
      if (failed) throw failed.reason;
      await restAfter(began);
    }
    if (members.length < batch) return awarded;
  }
}

function awardTo({ storage, clock, ...deps }: AwardDeps, memberId: number): Promise<boolean> {
  return storage.write(async (tx) => {
    // Read after the lock: they may be leaving.
    const had = (await tx.badges.ofMember(memberId)).some(isTheirs);
    const member = await tx.findMember(memberId);
    if (had || member?.status !== 'active' || member.suspendedAt !== null) return false;
    await award(tx, deps, member, clock.now());
    return true;
  });
}
