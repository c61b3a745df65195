import type { Deps } from '../ports.ts';
import { endBadge } from './end.ts';
import { inBatches } from './in-batches.ts';
import { lockBadges } from './lock.ts';
import type { Badge } from './ports.ts';

/**
 * Ends badges whose holders gave no sign for thirteen months. Whoever comes to sign in at this moment is not expired.
 * @returns how many were ended
 */
export function expireBadges(deps: Pick<Deps, 'storage' | 'clock' | 'cdn'>, signal?: AbortSignal): Promise<number> {
  const { storage, clock } = deps;
  return inBatches(
    (max) => storage.badges.expired(clock.now(), max),
    (badge) => expire(deps, badge, clock.now()),
    signal,
  );
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
