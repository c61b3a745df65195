import type { Transaction } from '../ports.ts';
import type { Badge } from './ports.ts';

/** A badge that this transaction has written. */
export async function written(tx: Transaction, publicId: string): Promise<Badge> {
  const badge = await tx.badges.find(publicId);
  if (!badge) throw new Error('badges: a badge is gone that was written in this transaction.');
  return badge;
}

/**
 * A member's badges, which nobody else changes until this transaction ends: whoever decides about one decides on
 * what is so, not on what was when they began. The member first, then each badge: always in this order.
 */
export async function lockBadges(
  tx: Transaction,
  memberId: number,
  wanted: (badge: Badge) => boolean = () => true,
): Promise<Badge[]> {
  const locked: Badge[] = [];
  for (const { publicId } of (await tx.badges.ofMember(memberId)).filter(wanted)) {
    const badge = await tx.badges.find(publicId);
    if (badge && wanted(badge)) locked.push(badge);
  }
  return locked;
}
