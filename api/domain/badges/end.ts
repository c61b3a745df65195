import type { BadgeEndReason } from '../../contract/badge-words.ts';
import type { Deps, Transaction } from '../ports.ts';
import { badgeTag, forgetCached, listTag } from './forget-cached.ts';
import { lockBadges } from './lock.ts';
import type { Badge, BadgeChange } from './ports.ts';
import { tellOfBadge } from './tell.ts';

/** What is left of a badge whose holder has left: that there was one, and that it has ended. */
const forgotten: BadgeChange = { endReason: 'left', showsName: false, showsCircle: false, name: null };

/**
 * Ends a badge: its place in the status list is revoked for good, what was signed goes, and the caches in front of
 * us forget it. One that has ended stays as it is, except that of somebody who leaves: it never comes back.
 * @param badge as it is inside this transaction
 * @param actor who did it; nobody for what the program does by itself
 */
export async function endBadge(
  tx: Transaction,
  deps: Pick<Deps, 'cdn'>,
  badge: Badge,
  reason: BadgeEndReason,
  now: number,
  actor?: string,
): Promise<void> {
  if (badge.status === 'ended') return reason === 'left' ? forget(tx, deps, badge, now) : undefined;
  await revokePlace(tx, deps, badge, now);
  // Resigned, so that whoever is signing it this very moment cannot keep what they sign.
  const ended: BadgeChange = { status: 'ended', endedAt: now, endReason: reason, name: null };
  await tx.badges.change(badge.id, { ...ended, ...(reason === 'left' && forgotten) }, { resign: true });
  await forgetCached(tx, deps, badgeTag(badge.publicId), now);
  await tellOfBadge(tx, 'badge.ended', badge, now);
  await tx.audit(`badge.${reason}`, `badge:${badge.id}`, now, actor);
}

/** Its domain goes with its holder: out of what others keep of it, too. */
async function forget(tx: Transaction, deps: Pick<Deps, 'cdn'>, { id, publicId }: Badge, now: number): Promise<void> {
  await tx.badges.change(id, forgotten);
  await forgetCached(tx, deps, badgeTag(publicId), now);
}

/**
 * Ends what a member has: on leaving all of it, else what is valid; what waits for its domain shows nothing yet.
 * @returns how many it was about
 */
export async function endBadgesOf(
  tx: Transaction,
  deps: Pick<Deps, 'cdn'>,
  memberId: number,
  reason: BadgeEndReason,
  now: number,
  actor?: string,
): Promise<number> {
  const badges = await lockBadges(tx, memberId, ({ status }) => reason === 'left' || status === 'active');
  for (const badge of badges) await endBadge(tx, deps, badge, reason, now, actor);
  return badges.length;
}

/** Whatever was signed for this place is worth nothing from now on. */
export async function revokePlace(
  tx: Transaction,
  deps: Pick<Deps, 'cdn'>,
  { list, position }: Badge,
  now: number,
): Promise<void> {
  if (list === null || position === null) return;
  await tx.badges.revokeEntry({ list, position }, now);
  await forgetCached(tx, deps, listTag(list), now);
}
