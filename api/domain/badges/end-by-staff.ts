import { badgeIdPattern } from '../../contract/badge.ts';
import type { Deps, Transaction } from '../ports.ts';
import { endBadge } from './end.ts';
import { lockBadges } from './lock.ts';
import type { Badge } from './ports.ts';
import { revive, type Revived } from './revive.ts';

/** `unknown`: no badge has this id. `same`: it had ended before. */
export type StaffEnd = 'ended' | 'unknown' | 'same';

/** `unknown`: no badge has this id. `other`: the staff did not end it. `suspended`: its holder is suspended. */
export type StaffRestore = 'restored' | 'unproven' | 'unknown' | 'other' | 'suspended';

/**
 * Ends one badge, whose holder goes on as a member and cannot bring it back.
 * @param actor who does it, for the audit log
 */
export function endByStaff(
  deps: Pick<Deps, 'storage' | 'clock' | 'cdn'>,
  publicId: string,
  actor?: string,
): Promise<StaffEnd> {
  return withBadge<StaffEnd>(deps, publicId, async (tx, badge) => {
    if (badge.status === 'ended') return 'same';
    await endBadge(tx, deps, badge, 'suspended', deps.clock.now(), actor);
    return 'ended';
  });
}

/**
 * Takes `endByStaff` back.
 * @param actor who does it, for the audit log
 */
export function restoreByStaff(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids' | 'cdn'>,
  publicId: string,
  actor?: string,
): Promise<StaffRestore> {
  return withBadge<StaffRestore>(deps, publicId, async (tx, badge) => {
    if (badge.endReason !== 'suspended') return 'other';
    const member = await tx.findMember(badge.memberId);
    if (member?.status !== 'active' || member.suspendedAt !== null) return 'suspended';
    return outcomeOf(await revive(tx, deps, [badge], deps.clock.now(), actor));
  });
}

const outcomeOf = ({ unproven }: Revived): StaffRestore => (unproven > 0 ? 'unproven' : 'restored');

/** Whose it is never changes, and is read before: locks are taken from the holder to the badge, by everybody. */
async function withBadge<Outcome>(
  { storage }: Pick<Deps, 'storage'>,
  publicId: string,
  work: (tx: Transaction, badge: Badge) => Promise<Outcome>,
): Promise<Outcome | 'unknown'> {
  const found = badgeIdPattern.test(publicId) ? await storage.badges.byPublicId(publicId) : undefined;
  if (!found) return 'unknown';
  return storage.write(async (tx) => {
    const [badge] = await lockBadges(tx, found.memberId, ({ id }) => id === found.id);
    return badge ? work(tx, badge) : 'unknown';
  });
}
