import type { Address } from '../addresses.ts';
import { endBadgesOf } from '../badges/end.ts';
import type { Deps } from '../ports.ts';

/** `unknown`: no member has this address. `same`: nothing was left to do. */
export type Suspension = { outcome: 'suspended'; badges: number } | { outcome: 'unknown' } | { outcome: 'same' };

/**
 * Suspends a membership: every badge of it ends, and none can be asked for, renewed or chosen until it is reinstated.
 * Their stories and their sessions are not touched.
 * @param actor who does it, for the audit log
 */
export function suspendMember(
  deps: Pick<Deps, 'storage' | 'clock' | 'cdn'>,
  address: Address,
  actor?: string,
): Promise<Suspension> {
  return deps.storage.write(async (tx): Promise<Suspension> => {
    const now = deps.clock.now();
    const member = await tx.findMemberByAddress(address.canonical);
    if (member?.status !== 'active') return { outcome: 'unknown' };
    const badges = await endBadgesOf(tx, deps, member.id, 'suspended', now, actor);
    if (!(await tx.setSuspended(member.id, now))) return { outcome: 'same' };
    await tx.audit('member.suspended', `member:${member.id}`, now, actor);
    return { outcome: 'suspended', badges };
  });
}
