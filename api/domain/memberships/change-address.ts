import { parseAddress, type Address } from '../addresses.ts';
import type { Deps } from '../ports.ts';

/** `taken`: somebody else is known by the new address. `unknown`: no member has the old one. */
export type AddressChange = { outcome: 'changed'; memberId: number } | { outcome: 'unknown' | 'taken' | 'same' };

/**
 * Gives a member another mail address, as an operator does who has made sure of the person. Whoever reads
 * the old inbox loses everything it opened: sessions, codes on their way, links to leave. What the member
 * agreed to goes on; the mails that wait go to the new address, and so do the caps of those to come.
 * @param email as it was typed, for the envelope
 */
export function changeAddress(
  deps: Pick<Deps, 'storage' | 'clock'>,
  from: Address,
  email: string,
): Promise<AddressChange> {
  const to = parseAddress(email);
  if (!to) throw new Error('change-address: the new address was not checked');
  return deps.storage.write(async (tx): Promise<AddressChange> => {
    const member = await tx.findMemberByAddress(from.canonical);
    if (member?.status !== 'active') return { outcome: 'unknown' };
    if (to.canonical === from.canonical && email === member.email) return { outcome: 'same' };
    const other = await tx.findMemberByAddress(to.canonical);
    if (other && other.id !== member.id) return { outcome: 'taken' };
    await tx.moveMember(member.id, email, to.canonical);
    await tx.sessions.endAll({ memberId: member.id });
    for (const purpose of ['confirm', 'leave', 'unsubscribe'] as const) await tx.dropTokens(member.id, purpose);
    await tx.audit('member.address_changed', `member:${member.id}`, deps.clock.now());
    return { outcome: 'changed', memberId: member.id };
  });
}
