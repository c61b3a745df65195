import { badgeDurations } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import type { Deps } from '../ports.ts';
import { forgetCached, listTag } from './forget-cached.ts';
import type { StatusListRow } from './ports.ts';

type ListDeps = Pick<Deps, 'storage' | 'credentials' | 'clock' | 'publicUrl' | 'cdn'>;

const isDue = ({ version, signedVersion, signedAt }: StatusListRow, now: number) =>
  signedVersion !== version || signedAt === null || now - signedAt >= badgeDurations.statusSigning;

/**
 * Signs the status lists whose revocations have changed, and every hour those that have not: a copy that somebody
 * froze loses its worth after a day.
 * @returns how many were signed
 */
export async function signLists(deps: ListDeps, signal?: AbortSignal): Promise<number> {
  const { storage, clock } = deps;
  const due = (await storage.badges.statusLists()).filter((list) => isDue(list, clock.now()));
  let signed = 0;
  for (const list of due) {
    if (signal?.aborted) break;
    const now = clock.now();
    const credential = await signList(deps, list.number, now);
    await storage.write(async (tx) => {
      const kept = await tx.badges.keepList(list.number, list.version, credential, now);
      if (kept) await forgetCached(tx, deps, listTag(list.number), now);
    });
    signed += 1;
  }
  return signed;
}

/**
 * A status list as it is served: the one that was signed last, or one signed for this answer when more is known.
 * @returns nothing when there is no list of this number
 */
export async function readStatusList(
  deps: ListDeps,
  number: number,
): Promise<{ credential: string; signedAt: number; version: number } | undefined> {
  const list = Number.isSafeInteger(number) ? await deps.storage.badges.statusList(number) : undefined;
  if (!list) return undefined;
  const { version, credential, signedAt } = list;
  const now = deps.clock.now();
  // Not by `isDue`: the job that signs hourly may be a few seconds late, and every reader would sign meanwhile.
  const isFit =
    list.signedVersion === version && signedAt !== null && now - signedAt < 2 * badgeDurations.statusSigning;
  if (isFit && credential !== null) return { credential, signedAt, version };
  return { credential: await signList(deps, number, now), signedAt: now, version };
}

/** Its version was read before: what is revoked meanwhile is in the list already, and it is signed again for nothing. */
async function signList({ storage, credentials, publicUrl }: ListDeps, number: number, now: number): Promise<string> {
  const revoked = await storage.badges.revoked(number);
  return credentials.signList({ id: publicUrl + paths.statusList(number), number, revoked }, now);
}
