import { codeTries } from '../../contract/limits.ts';
import type { ProblemCode } from '../../contract/codes.ts';
import { renewBadges } from '../badges/renew.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Member, Transaction } from '../ports.ts';
import { hashToken, isToken } from '../tokens.ts';
import { isCode, isOpen } from './code.ts';
import { openSession, type OpenedSession } from './open.ts';
import type { SessionKind, SignInRow, Staff } from './ports.ts';
import { sideOf, type StaffSide } from './side.ts';

type VerifyDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'cdn'>;

export interface CodeAttempt {
  /** What `requestCode` answered: without it no code is worth anything. */
  request: string;
  code: string;
  /** Token of a session that this browser had before: it ends. */
  replaces?: string | undefined;
}

export interface SignedIn<Person> extends OpenedSession {
  person: Person;
}

/**
 * Signs a member in: a new session, whatever there was before, and badges that are valid for another year. Of many tries at once with the right code one
 * wins; wrong ones are counted, also for strangers, whom no code can let in.
 * @param how by a cookie of the club's own pages, or by a token for one origin
 * @throws {DomainError} code_invalid, code_expired
 */
export function signInMember(
  deps: VerifyDeps,
  attempt: CodeAttempt,
  how: { kind: SessionKind; origin: string | null },
): Promise<SignedIn<Member>> {
  return signIn(deps, attempt, async (tx, row) => {
    const member = row.memberId === null ? undefined : await tx.findMember(row.memberId);
    if (member?.status !== 'active') return undefined;
    const session = await openSession(deps, tx, { memberId: member.id }, { ...how, level: 'full' });
    await renewBadges(tx, deps, member.id, deps.clock.now());
    return { ...session, person: member };
  });
}

/**
 * Lets the club's staff in as far as their passkey, or a partner's people to their own pages, for which the code is
 * enough.
 * @param side the door that it was typed in at
 * @throws {DomainError} code_invalid, code_expired
 */
export function signInStaff(
  deps: VerifyDeps,
  attempt: CodeAttempt,
  side: StaffSide = 'club',
): Promise<SignedIn<Staff>> {
  return signIn(deps, attempt, async (tx, row) => {
    const staff = row.staffId === null ? undefined : await tx.sessions.findStaff(row.staffId);
    if (staff?.status !== 'active' || sideOf(staff) !== side) return undefined;
    const how = { kind: 'cookie', level: 'code', origin: null } as const;
    return { ...(await openSession(deps, tx, { staffId: staff.id }, how)), person: staff };
  });
}

/** Answers nothing when the sign-in is not of somebody who may come in this way. */
type Open<T> = (tx: Transaction, row: SignInRow) => Promise<T | undefined>;

async function signIn<T extends OpenedSession>(deps: VerifyDeps, attempt: CodeAttempt, open: Open<T>): Promise<T> {
  const { request, code, replaces } = attempt;
  if (!isToken(request)) throw new DomainError('code_expired');
  // A refusal is answered and not thrown in here: what is thrown would undo the counting.
  const outcome = await deps.storage.write(async (tx): Promise<T | ProblemCode> => {
    const now = deps.clock.now();
    const row = await tx.sessions.findSignIn(hashToken(request));
    if (!row || !isOpen(row, now)) return 'code_expired';
    if (!isCode(deps.keys, row, code)) {
      await tx.sessions.missCode(row.id);
      return row.tries + 1 < codeTries ? 'code_invalid' : 'code_expired';
    }
    if (!(await tx.sessions.useSignIn(row.id, now))) return 'code_expired';
    const session = await open(tx, row);
    if (session && isToken(replaces)) await tx.sessions.end(hashToken(replaces));
    return session ?? 'code_expired';
  });
  if (typeof outcome === 'string') throw new DomainError(outcome);
  return outcome;
}
