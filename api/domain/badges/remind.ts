import { badgeDurations } from '../../contract/limits.ts';
import type { Deps } from '../ports.ts';
import { lockBadges } from './lock.ts';
import { orderHolderMail } from './mails.ts';
import type { Badge } from './ports.ts';

type RemindDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'publicUrl'>;

const batch = 50;

/**
 * Tells holders a month before that their badge will end unless they come by: once for each time that it was
 * renewed, however many processes look.
 * @returns how many mails were ordered
 */
export async function remindHolders(deps: RemindDeps, signal?: AbortSignal): Promise<number> {
  let ordered = 0;
  for (;;) {
    const before = ordered;
    const now = deps.clock.now();
    const due = await deps.storage.badges.endingSoon(now + badgeDurations.badgeNotice, batch);
    for (const badge of due) {
      if (signal?.aborted) return ordered;
      if (await remind(deps, badge, now)) ordered += 1;
    }
    // Nothing of a whole batch was left to do: another process is at the same.
    if (due.length < batch || ordered === before) return ordered;
  }
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
