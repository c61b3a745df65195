import { durations } from '../../contract/limits.ts';
import type { PasskeyOptions, PasskeyRequest } from '../../contract/session.ts';
import type { StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Transaction } from '../ports.ts';
import { openSession, type OpenedSession } from '../sessions/open.ts';
import type { Passkey } from '../sessions/ports.ts';

type PasskeyDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'passkeys'>;

/** Asks for a passkey: a new one of somebody who has none, else one of theirs. */
export async function askForPasskey(deps: PasskeyDeps, actor: StaffActor): Promise<PasskeyOptions> {
  const { sessions } = deps.storage;
  const staff = await sessions.staffById(actor.staffId);
  if (!staff) throw new DomainError('unauthenticated');
  const known = await sessions.passkeys(actor.staffId);
  const kind = known.length === 0 ? 'create' : 'get';
  const { options, challenge } = await (kind === 'create'
    ? deps.passkeys.askNew(staff, known)
    : deps.passkeys.ask(known));
  // With its end and its kind: an answer to one question is none to the other.
  const kept = `${deps.clock.now() + durations.passkeyLife}:${kind}:${challenge}`;
  await deps.storage.write((tx) => tx.sessions.setChallenge(actor.session, kept));
  return { kind, options };
}

/**
 * Opens everything to somebody who has shown their passkey, or made their first: a new session takes the
 * place of the one that knew the code alone. A question is answered once.
 * @throws {DomainError} passkey_invalid, unauthenticated
 */
export async function showPasskey(
  deps: PasskeyDeps,
  actor: StaffActor,
  { kind, response, name }: PasskeyRequest,
): Promise<OpenedSession> {
  const challenge = await openChallenge(deps, actor, kind);
  const known = await deps.storage.sessions.passkeys(actor.staffId);
  const keep =
    kind === 'create'
      ? await made(deps, known, response, challenge, actor, name)
      : await shown(deps, known, response, challenge);
  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    if (!(await tx.spend(`passkey:${challenge}`, now + durations.passkeyLife)))
      throw new DomainError('passkey_invalid');
    await keep(tx, now);
    // Whatever shuts somebody out ends their sessions: it may have come while the answer was checked.
    if (!(await tx.sessions.end(actor.session))) throw new DomainError('unauthenticated');
    await tx.audit(kind === 'create' ? 'staff.passkey_made' : 'staff.signed_in', `staff:${actor.staffId}`, now);
    const how = { kind: 'cookie', level: 'full', origin: null } as const;
    return openSession(deps, tx, { staffId: actor.staffId }, how);
  });
}

async function openChallenge(deps: PasskeyDeps, actor: StaffActor, kind: string): Promise<string> {
  const row = await deps.storage.sessions.find(actor.session);
  const [until = '', asked, challenge = ''] = (row?.challenge ?? '').split(':', 3);
  if (!(Number(until) > deps.clock.now()) || asked !== kind || challenge === '')
    throw new DomainError('passkey_invalid');
  return challenge;
}

type Keep = (tx: Transaction, now: number) => Promise<void>;

async function made(
  deps: PasskeyDeps,
  known: Passkey[],
  response: object,
  challenge: string,
  { staffId }: StaffActor,
  name = '',
): Promise<Keep> {
  const fresh = known.length === 0 ? await deps.passkeys.readNew(response, challenge) : undefined;
  // One that is known already is somebody's: nobody's passkey becomes another's.
  if (!fresh || (await deps.storage.sessions.passkey(fresh.id))) throw new DomainError('passkey_invalid');
  return (tx, now) => tx.sessions.insertPasskey({ ...fresh, staffId, name, createdAt: now });
}

async function shown(deps: PasskeyDeps, known: Passkey[], response: object, challenge: string): Promise<Keep> {
  const passkey = known.find(({ id }) => 'id' in response && id === response.id);
  const counter = passkey && (await deps.passkeys.read(response, challenge, passkey));
  if (!passkey || counter === undefined) throw new DomainError('passkey_invalid');
  return (tx, now) => tx.sessions.usePasskey(passkey.id, counter, now);
}
