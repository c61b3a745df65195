import type { Deps } from '../ports.ts';
import { endBadge } from './end.ts';
import { lockBadges } from './lock.ts';
import type { Badge } from './ports.ts';

const batch = 50;

/**
 * Ends badges whose holders gave no sign for thirteen months. Each by itself, so that one that fails stops no other
 * process and holds no lock for long; whoever comes to sign in at this moment is not expired.
 * @returns how many were ended
 */
export async function expireBadges(
  deps: Pick<Deps, 'storage' | 'clock' | 'cdn'>,
  signal?: AbortSignal,
): Promise<number> {
  let ended = 0;
  for (;;) {
    const before = ended;
    const now = deps.clock.now();
    const due = await deps.storage.badges.expired(now, batch);
    for (const badge of due) {
      if (signal?.aborted) return ended;
      if (await expire(deps, badge, now)) ended += 1;
    }
    // Nothing of a whole batch was left to do: another process is at the same.
    if (due.length < batch || ended === before) return ended;
  }
}

function expire(deps: Pick<Deps, 'storage' | 'cdn'>, seen: Badge, now: number): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    const [badge] = await lockBadges(tx, seen.memberId, (one) => one.id === seen.id && isOver(one, now));
    if (badge) await endBadge(tx, deps, badge, 'expired', now);
    return badge !== undefined;
  });
}

const isOver = ({ status, validUntil }: Badge, now: number) =>
  status === 'active' && validUntil !== null && validUntil <= now;
