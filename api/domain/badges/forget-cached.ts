import { badgeDurations } from '../../contract/limits.ts';
import type { Deps, Transaction } from '../ports.ts';

/** What the cache in front of us knows everything of one badge by. */
export const badgeTag = (publicId: string): string => `badge-${publicId}`;

/** And of one status list. */
export const listTag = (number: number): string => `status-${number}`;

/** And our keys. */
export const keysTag = 'keys';

/**
 * Has the cache in front of us, if there is one that can, forget a badge: now, and once more for what was being
 * read from us meanwhile. Part of the write that changes the badge, so that no crash comes between.
 */
export async function forgetCached(
  tx: Transaction,
  { cdn }: Pick<Deps, 'cdn'>,
  tag: string,
  now: number,
): Promise<void> {
  if (!cdn) return;
  await tx.badges.orderPurge(tag, now);
  await tx.badges.orderPurge(tag, now + badgeDurations.purgeAgain);
}
