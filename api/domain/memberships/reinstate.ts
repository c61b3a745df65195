import type { Address } from '../addresses.ts';
import { activate } from '../badges/activate.ts';
import { lockBadges } from '../badges/lock.ts';
import { isProven } from '../badges/renew.ts';
import type { Deps } from '../ports.ts';

/** `unproven`: business badges that wait until their domain is proven again. */
export type Reinstatement =
  { outcome: 'reinstated'; revived: number; unproven: number } | { outcome: 'unknown' | 'same' };

/**
 * Ends a suspension. The badges that it ended are valid again under the same addresses, in new places of the status
 * list; one of a business whose domain has not been found proven lately is asked for its proof first.
 * @param actor who does it, for the audit log
 */
export function reinstateMember(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids' | 'cdn'>,
  address: Address,
  actor?: string,
): Promise<Reinstatement> {
  return deps.storage.write(async (tx): Promise<Reinstatement> => {
    const now = deps.clock.now();
    const found = await tx.findMemberByAddress(address.canonical);
    if (found?.status !== 'active') return { outcome: 'unknown' };
    const badges = await lockBadges(tx, found.id, ({ endReason }) => endReason === 'suspended');
    const since = (await tx.findMember(found.id))?.suspendedAt ?? null;
    if (since === null || !(await tx.setSuspended(found.id, null))) return { outcome: 'same' };
    await tx.audit('member.reinstated', `member:${found.id}`, now, actor);
    // A badge that the staff ended by itself, before, is not what this takes back.
    const theirs = badges.filter(({ endedAt }) => endedAt !== null && endedAt >= since);
    const proven = theirs.filter((badge) => isProven(badge, now));
    for (const badge of proven) {
      await activate(tx, deps, badge, now);
      await tx.audit('badge.revived', `badge:${badge.id}`, now, actor);
    }
    const unproven = theirs.filter((badge) => !isProven(badge, now));
    for (const { id } of unproven) await tx.badges.change(id, { endReason: 'domain_lost' });
    return { outcome: 'reinstated', revived: proven.length, unproven: unproven.length };
  });
}
