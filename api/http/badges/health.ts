import { badgeDurations } from '../../contract/limits.ts';
import type { Deps } from '../../domain/ports.ts';

/** Signing comes round every hour: two may fail before somebody is called. */
const stale = 3 * badgeDurations.statusSigning;
/** A revocation is in the signed list after seconds. */
const patience = 60_000;
/** How long an answer is kept: an open address is no lever against the database. */
const kept = 10_000;

/**
 * What would keep third parties from checking badges: keys that are not published, lists that nobody signs any more.
 * @returns a function that answers what is wrong, one sentence each
 */
export function createBadgeHealth({ storage, clock, log }: Pick<Deps, 'storage' | 'clock' | 'log'>) {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let check: Promise<string[]> = Promise.resolve([]);
  let behindSince: number | undefined;

  async function look(now: number): Promise<string[]> {
    const [keys, lists] = await Promise.all([storage.badges.keys(), storage.badges.statusLists()]);
    const wrong: string[] = [];
    // Nothing was ever issued: there is nothing to be checked.
    if (keys.length === 0 && lists.length === 0) return wrong;
    for (const role of ['badge', 'status'] as const) {
      if (!keys.some((key) => key.role === role && key.removedAt === null))
        wrong.push(`no key of the role ${role} is published`);
    }
    for (const { number, signedAt } of lists) {
      if (signedAt !== null && now - signedAt > stale) {
        wrong.push(
          `status list ${number} was last signed ${Math.floor((now - signedAt) / badgeDurations.statusSigning)} hours ago`,
        );
      }
    }
    const isBehind = lists.some(
      ({ signedAt, version, signedVersion }) => signedAt === null || version !== signedVersion,
    );
    behindSince = isBehind ? (behindSince ?? now) : undefined;
    if (behindSince !== undefined && now - behindSince > patience)
      wrong.push('a status list lacks its last revocations');
    if (wrong.length > 0)
      log.error({ wrong }, 'Third parties cannot check badges now, or soon. See why signing fails.');
    return wrong;
  }

  return (): Promise<string[]> => {
    const now = clock.now();
    if (Math.abs(now - checkedAt) >= kept) {
      checkedAt = now;
      check = look(now).catch(() => ['the database does not answer']);
    }
    return check;
  };
}
