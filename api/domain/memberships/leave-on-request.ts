import { addressKey, type Address } from '../addresses.ts';
import type { Deps, Member } from '../ports.ts';
import { depart, keepAway } from './leave.ts';

export type RequestedDeparture = { outcome: 'left' | 'removed'; member: Member } | { outcome: 'unknown' };

/**
 * Ends a membership for somebody who asked the club for it: founders get no mail, so they have no link.
 * Somebody who has not confirmed is removed altogether.
 * @returns what was known of the person before
 */
export function leaveOnRequest(
  deps: Pick<Deps, 'storage' | 'clock' | 'keys' | 'cdn'>,
  address: Address,
): Promise<RequestedDeparture> {
  return deps.storage.write(async (tx): Promise<RequestedDeparture> => {
    const now = deps.clock.now();
    await tx.lockAddress(addressKey(deps.keys, address));
    const member = await tx.findMemberByAddress(address.canonical);
    if (!member) return { outcome: 'unknown' };
    if (await tx.removePending(member.id)) {
      await keepAway(tx, deps.keys, member, now);
      await tx.audit('signup.removed', `member:${member.id}`, now);
      return { outcome: 'removed', member };
    }
    return (await depart(tx, deps, member, now)) ? { outcome: 'left', member } : { outcome: 'unknown' };
  });
}
