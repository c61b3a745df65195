import { badgeDurations } from '../../contract/limits.ts';
import type { Deps, Transaction } from '../ports.ts';
import { activate } from './activate.ts';
import { lockBadges } from './lock.ts';
import type { Badge } from './ports.ts';

/**
 * A contact with a member: their badges are valid for thirteen months from now, and those that had expired come
 * back under the same address. Nothing is written when all are younger than a month. Badges that ended for another
 * reason stay ended, and so do all of somebody who is suspended.
 */
export async function renewBadges(
  tx: Transaction,
  deps: Pick<Deps, 'ids' | 'cdn'>,
  memberId: number,
  now: number,
): Promise<void> {
  const due = await lockBadges(tx, memberId, (badge) => isDue(badge, now));
  const member = due.length > 0 ? await tx.findMember(memberId) : undefined;
  if (member?.status !== 'active' || member.suspendedAt !== null) return;
  for (const badge of due) {
    await activate(tx, deps, badge, now);
    if (badge.status === 'ended') await tx.audit('badge.revived', `badge:${badge.id}`, now);
  }
}

function isDue(badge: Badge, now: number): boolean {
  if (badge.status === 'ended') return badge.endReason === 'expired' && isProven(badge, now);
  return badge.status === 'active' && badge.validFrom !== null && badge.validFrom <= now - badgeDurations.badgeRenewal;
}

/** A person needs no proof; of a business the domain was found proven so lately that it may come back unseen. */
export function isProven({ kind, provenAt }: Badge, now: number): boolean {
  return kind === 'person' || (provenAt !== null && provenAt > now - badgeDurations.domainGrace);
}
