/** People who are signed in, made at the storage: for tests of what comes after signing in. */
import type { NewMember } from '../../api/domain/ports.ts';
import { openSession } from '../../api/domain/sessions/open.ts';
import type { SessionLevel } from '../../api/domain/sessions/ports.ts';
import type { StaffRole } from '../../api/contract/vocabulary.ts';
import { partnerOrigin, publicUrl, type TestApp } from './app.ts';
import { newMember } from './new-member.ts';

type On = Pick<TestApp, 'deps' | 'clock' | 'request'>;

export interface SignedIn {
  /** Of the member or of the staff. */
  id: number;
  /** What goes into the cookie or behind `Bearer`. */
  token: string;
  /** What says who is asking: the cookie or the token, and the origin that it is good for. */
  headers: Record<string, string>;
  /** A request of this person; a body is sent as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

let people = 0;

/** An active member of the partner `ville`. The address is new each time unless it is given. */
export async function addMember({ deps, clock }: On, changes: Partial<NewMember> = {}): Promise<number> {
  people += 1;
  const email = changes.email ?? `member-${people}@example.org`;
  const partner = await deps.storage.partnerBySlug('ville');
  const member = newMember(email, clock.now(), {
    circle: deps.club.circles[0]!.id,
    place: 'Dornach',
    partnerId: partner!.id,
    ...changes,
  });
  const id = await deps.storage.write((tx) => tx.insertActiveMember(member, clock.now()));
  if (id === undefined) throw new Error(`the address of test member ${people} is taken`);
  return id;
}

/** Somebody of the staff, active. */
export async function addStaff(
  { deps, clock }: On,
  { role = 'moderator', email }: { role?: StaffRole; email?: string } = {},
): Promise<number> {
  people += 1;
  const address = email ?? `staff-${people}@club.example`;
  const staff = { name: 'Maurice', email: address, address, role, language: 'fr', status: 'active' } as const;
  return deps.storage.write((tx) => tx.sessions.insertStaff(staff, clock.now()));
}

function signedIn(app: On, id: number, token: string, who: Record<string, string>): SignedIn {
  return {
    id,
    token,
    headers: who,
    request: (method, path, body, headers) =>
      app.request(path, {
        method,
        headers: { ...who, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

/** A member on the club's own pages, with a cookie. */
export async function signedInMember(
  app: On,
  { memberId, ...changes }: Partial<NewMember> & { memberId?: number } = {},
): Promise<SignedIn> {
  const id = memberId ?? (await addMember(app, changes));
  const { token } = await app.deps.storage.write((tx) =>
    openSession(app.deps, tx, { memberId: id }, { kind: 'cookie', level: 'full', origin: null }),
  );
  return signedIn(app, id, token, { cookie: `__Host-session=${token}`, origin: publicUrl });
}

/** A member in a widget on a partner's page, with a token for that origin. */
export async function signedInWidget(
  app: On,
  { memberId, origin = partnerOrigin, ...changes }: Partial<NewMember> & { memberId?: number; origin?: string } = {},
): Promise<SignedIn> {
  const id = memberId ?? (await addMember(app, changes));
  const { token } = await app.deps.storage.write((tx) =>
    openSession(app.deps, tx, { memberId: id }, { kind: 'bearer', level: 'full', origin }),
  );
  return signedIn(app, id, token, { authorization: `Bearer ${token}`, origin });
}

/** Somebody of the staff at the console; `full` when they have shown their passkey. */
export async function signedInStaff(
  app: On,
  { role = 'moderator', level = 'full', staffId }: { role?: StaffRole; level?: SessionLevel; staffId?: number } = {},
): Promise<SignedIn> {
  const id = staffId ?? (await addStaff(app, { role }));
  const { token } = await app.deps.storage.write((tx) =>
    openSession(app.deps, tx, { staffId: id }, { kind: 'cookie', level, origin: null }),
  );
  return signedIn(app, id, token, { cookie: `__Host-staff=${token}`, origin: publicUrl });
}
