import type { MeView, StaffMeView } from '../../contract/session.ts';
import type { MemberActor, StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Member } from '../ports.ts';

/** A member as they see themselves. Their address is not in it: a widget's page can read what a widget shows. */
export function viewOfMember({ firstName, circle, place, language }: Member): MeView {
  return { firstName, circle, place, language };
}

/** @throws {DomainError} unauthenticated, when the member has left in this very moment */
export async function signedInMember({ storage }: Pick<Deps, 'storage'>, { memberId }: MemberActor): Promise<Member> {
  const member = await storage.memberById(memberId);
  if (member?.status !== 'active') throw new DomainError('unauthenticated');
  return member;
}

/** @throws {DomainError} unauthenticated, when the person was suspended in this very moment; forbidden to partners' people */
export async function viewOfStaff(
  { storage }: Pick<Deps, 'storage'>,
  { staffId, level }: Pick<StaffActor, 'staffId' | 'level'>,
): Promise<StaffMeView> {
  const staff = await storage.sessions.staffById(staffId);
  if (staff?.status !== 'active') throw new DomainError('unauthenticated');
  const passkeys = await storage.sessions.passkeys(staffId);
  const { name, role, language } = staff;
  if (role === 'partner') throw new DomainError('forbidden');
  return { name, role, language, level, hasPasskey: passkeys.length > 0 };
}
