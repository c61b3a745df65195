import type { Deps } from '../ports.ts';
import { credentialOf } from './credential.ts';
import { badgeTag, forgetCached } from './forget-cached.ts';
import type { Badge } from './ports.ts';
import { restAfter } from './rest.ts';
import { isShown } from './view.ts';

type SignerDeps = Pick<Deps, 'storage' | 'credentials' | 'clock' | 'club' | 'texts' | 'publicUrl' | 'cdn' | 'log'>;

/** Badges that are read at once. */
const batch = 50;

/**
 * Signs the badges whose text has changed since they were signed, the oldest first, one after another: a signature
 * is a few milliseconds of computing, and whoever reads meanwhile comes in between.
 * @param unfit ids of badges that could not be signed: they are told to the log once, passed over, and added to
 * @returns how many were signed; with `most`, it may end before all are
 */
export async function signDue(
  deps: SignerDeps,
  { signal, unfit = new Set(), most = Infinity }: { signal?: AbortSignal; unfit?: Set<number>; most?: number } = {},
): Promise<number> {
  let signed = 0;
  while (signed < most && !signal?.aborted) {
    const due = (await deps.storage.badges.unsigned(batch + unfit.size)).filter(({ id }) => !unfit.has(id));
    if (due.length === 0) break;
    for (const badge of due) {
      if (signal?.aborted || signed >= most) break;
      const began = performance.now();
      if (await sign(deps, badge)) signed += 1;
      else unfit.add(badge.id);
      await restAfter(began);
    }
  }
  return signed;
}

/** False when this badge cannot be signed as it is. */
async function sign(deps: SignerDeps, badge: Badge): Promise<boolean> {
  const { storage, credentials, clock, log } = deps;
  let credential;
  try {
    if (!isShown(badge)) throw new TypeError('sign: the badge was never awarded. It was not signed.');
    credential = credentialOf(deps, badge);
  } catch (error) {
    log.error({ badge: badge.publicId, err: error }, 'A badge cannot be signed as it is. The others are.');
    return false;
  }
  const now = clock.now();
  const signed = await credentials.signBadge(credential, now);
  await storage.write(async (tx) => {
    // When it has changed meanwhile, nothing is kept, and it comes round again.
    const kept = await tx.badges.keepSigned(badge.id, badge.version, signed);
    // Before it was signed for the first time, it was signed for every answer: of what is kept, all is true.
    if (kept && badge.signedVersion !== null) await forgetCached(tx, deps, badgeTag(badge.publicId), now);
  });
  return true;
}
