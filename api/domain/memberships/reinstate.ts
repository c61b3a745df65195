import { suspendedKey, type Address } from '../addresses.ts';
import { lockBadges } from '../badges/lock.ts';
import { revive, type Revived } from '../badges/revive.ts';
import type { Deps } from '../ports.ts';

/** `unknown`: no member has this address. `same`: they are not suspended. */
export type Reinstatement = ({ outcome: 'reinstated' } & Revived) | { outcome: 'unknown' } | { outcome: 'same' };

/**
 * Ends a suspension. The badges that it ended are valid again under the same addresses.
 * @param actor who does it, for the audit log
 */
export function reinstateMember(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'cdn'>,
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
    await tx.unsuppress(suspendedKey(deps.keys, address));
    await tx.audit('member.reinstated', `member:${found.id}`, now, actor);
    // What the staff had ended by itself before is not what this takes back.
    const theirs = badges.filter(({ endedAt }) => endedAt !== null && endedAt >= since);
    return { outcome: 'reinstated', ...(await revive(tx, deps, theirs, now, actor)) };
  });
}
