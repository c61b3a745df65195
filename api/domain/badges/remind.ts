import { badgeDurations } from '../../contract/limits.ts';
import type { Deps } from '../ports.ts';
import { inBatches } from './in-batches.ts';
import { lockBadges } from './lock.ts';
import { orderHolderMail } from './mails.ts';
import type { Badge } from './ports.ts';

type RemindDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'publicUrl'>;

/**
 * Tells holders a month before that their badge will end unless they come by: once for each time that it was
 * renewed, however many processes look.
 * @returns how many mails were ordered
 */
export function remindHolders(deps: RemindDeps, signal?: AbortSignal): Promise<number> {
  const { storage, clock } = deps;
  return inBatches(
    (max) => storage.badges.endingSoon(clock.now() + badgeDurations.badgeNotice, max),
    (badge) => remind(deps, badge, clock.now()),
    signal,
  );
}

function remind(deps: RemindDeps, seen: Badge, now: number): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    const [badge] = await lockBadges(tx, seen.memberId, (one) => one.id === seen.id && isEnding(one, now));
    const member = badge && (await tx.findMember(badge.memberId));
    if (!member) return false;
    // Noted before anything else is asked: who cannot be written to is not asked about again at every turn.
    await tx.badges.change(badge.id, { remindedAt: now });
    await orderHolderMail(tx, deps, 'badge_ending', badge, member, now);
    return true;
  });
}

/** It ends within a month, and its holder was not told since it was renewed. */
function isEnding({ status, validFrom, validUntil, remindedAt }: Badge, now: number): boolean {
  if (status !== 'active' || validFrom === null || validUntil === null) return false;
  return validUntil <= now + badgeDurations.badgeNotice && (remindedAt === null || remindedAt < validFrom);
}
