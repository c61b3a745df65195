/** Who is acting, as the domain knows them: found from a session, never from what a request says of itself. */
import type { StaffRole } from '../contract/vocabulary.ts';
import type { SessionKind } from './sessions/ports.ts';

export interface MemberActor {
  kind: 'member';
  memberId: number;
  /** SHA-256 of the session's token. */
  session: string;
  via: SessionKind;
}

export interface StaffActor {
  kind: 'staff';
  staffId: number;
  role: StaffRole;
  /** `code`: may do nothing but show or make a passkey. */
  level: 'code' | 'full';
  session: string;
}

export type Actor = MemberActor | StaffActor;

/** How the audit log names somebody. */
export function actorName(actor: Actor): string {
  return actor.kind === 'member' ? `member:${actor.memberId}` : `staff:${actor.staffId}`;
}
