import type { Holder, SessionReads, SessionRow, SessionWrites, SignInRow } from '../domain/sessions/ports.ts';
import { inserted, query, type Executor } from './query.ts';
import { staffReads, staffWrites } from './staff.ts';

type NewSession = Omit<SessionRow, 'usedAt' | 'challenge'>;

const open = query<NewSession & { hash: string }>()((db, p) =>
  db.insertInto('session').values({
    hash: p.hash,
    member_id: p.memberId,
    staff_id: p.staffId,
    kind: p.kind,
    level: p.level,
    origin: p.origin,
    created_at: p.createdAt,
    used_at: p.createdAt,
    expires_at: p.expiresAt,
  }),
);

const byHash = query<{ hash: string }>()((db, p) =>
  db
    .selectFrom('session')
    .select([
      'member_id as memberId',
      'staff_id as staffId',
      'kind',
      'level',
      'origin',
      'created_at as createdAt',
      'used_at as usedAt',
      'expires_at as expiresAt',
      'challenge',
    ])
    .where('hash', '=', p.hash),
);

const touch = query<{ hash: string; usedAt: number }>()((db, p) =>
  db.updateTable('session').set({ used_at: p.usedAt }).where('hash', '=', p.hash).where('used_at', '<', p.usedAt),
);

const setChallenge = query<{ hash: string; challenge: string | null }>()((db, p) =>
  db.updateTable('session').set({ challenge: p.challenge }).where('hash', '=', p.hash),
);

const end = query<{ hash: string }>()((db, p) => db.deleteFrom('session').where('hash', '=', p.hash));

const endOfMember = query<{ id: number }>()((db, p) => db.deleteFrom('session').where('member_id', '=', p.id));
const endOfStaff = query<{ id: number }>()((db, p) => db.deleteFrom('session').where('staff_id', '=', p.id));

// A code that is on its way must not open anything any more. The rows stay: they count for the caps.
const orphanOfMember = query<{ id: number }>()((db, p) =>
  db.updateTable('sign_in').set({ member_id: null, code_hash: null }).where('member_id', '=', p.id),
);
const orphanOfStaff = query<{ id: number }>()((db, p) =>
  db.updateTable('sign_in').set({ staff_id: null, code_hash: null }).where('staff_id', '=', p.id),
);

const forgetSignIns = query<{ memberId: number }>()((db, p) =>
  db.deleteFrom('sign_in').where('member_id', '=', p.memberId),
);

const signInsSince = query<{ addressKey: string; since: number }>()((db, p) =>
  db
    .selectFrom('sign_in')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('created_at').as('lastAt')])
    .where('address_key', '=', p.addressKey)
    .where('created_at', '>', p.since)
    .where('used_at', 'is', null),
);

const insertSignIn = query<Parameters<SessionWrites['insertSignIn']>[0]>()((db, p) =>
  db
    .insertInto('sign_in')
    .values({
      request_hash: p.requestHash,
      address_key: p.addressKey,
      member_id: p.memberId,
      staff_id: p.staffId,
      created_at: p.createdAt,
      expires_at: p.expiresAt,
    })
    .returning('id'),
);

const signInColumns = [
  'id',
  'member_id as memberId',
  'staff_id as staffId',
  'code_hash as codeHash',
  'tries',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'used_at as usedAt',
] as const;

const signInById = query<{ id: number }>()((db, p) =>
  db.selectFrom('sign_in').select(signInColumns).where('id', '=', p.id),
);

// Who tries a code has the row until the try is counted: of many tries at once each sees those before it.
const signInByRequest = {
  sqlite: query<{ requestHash: string }>()((db, p) =>
    db.selectFrom('sign_in').select(signInColumns).where('request_hash', '=', p.requestHash),
  ),
  postgres: query<{ requestHash: string }>()((db, p) =>
    db.selectFrom('sign_in').select(signInColumns).where('request_hash', '=', p.requestHash).forUpdate(),
  ),
};

const setCode = query<{ id: number; codeHash: string }>()((db, p) =>
  db.updateTable('sign_in').set({ code_hash: p.codeHash }).where('id', '=', p.id).where('used_at', 'is', null),
);

const missCode = query<{ id: number }>()((db, p) =>
  db
    .updateTable('sign_in')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', p.id),
);

const useSignIn = query<{ id: number; at: number }>()((db, p) =>
  db.updateTable('sign_in').set({ used_at: p.at }).where('id', '=', p.id).where('used_at', 'is', null),
);

const removeSessions = query<{ now: number }>()((db, p) => db.deleteFrom('session').where('expires_at', '<=', p.now));

const removeSignIns = query<{ now: number; before: number }>()((db, p) =>
  db.deleteFrom('sign_in').where('expires_at', '<=', p.now).where('created_at', '<', p.before),
);

/** Codes first: whoever is using one has its row, and the session that they open is there when sessions end. */
async function endAll(on: Executor, holder: Holder): Promise<void> {
  if ('memberId' in holder) {
    await on.run(orphanOfMember, { id: holder.memberId });
    await on.run(endOfMember, { id: holder.memberId });
  } else {
    await on.run(orphanOfStaff, { id: holder.staffId });
    await on.run(endOfStaff, { id: holder.staffId });
  }
}

/** Ends the sessions of a member who goes, and takes away every trace of their signing in. */
export async function forgetMemberSessions(on: Executor, memberId: number): Promise<void> {
  await on.run(forgetSignIns, { memberId });
  await on.run(endOfMember, { id: memberId });
}

/**
 * Removes what is past its time. A sign-in stays until the caps no longer count it, however short its code lived.
 * @param before when the oldest sign-in was asked for that still counts
 */
export async function removeExpiredSessions(on: Executor, now: number, before: number): Promise<number> {
  return (await on.run(removeSessions, { now })) + (await on.run(removeSignIns, { now, before }));
}

/** What can be read of sessions, sign-ins and staff. Whether a session is over, the caller's clock says. */
export function sessionReads(on: Executor): SessionReads {
  return {
    ...staffReads(on),
    find: (hash) => on.get(byHash, { hash }),
    signIn: (id) => on.get(signInById, { id }),
  };
}

export function sessionWrites(on: Executor): SessionWrites {
  return {
    ...staffWrites(on),
    async open(hash, row) {
      await on.run(open, { ...row, hash });
    },
    async touch(hash, usedAt) {
      await on.run(touch, { hash, usedAt });
    },
    async setChallenge(hash, challenge) {
      await on.run(setChallenge, { hash, challenge });
    },
    async end(hash) {
      return (await on.run(end, { hash })) === 1;
    },
    endAll: (holder) => endAll(on, holder),
    async signInsSince(addressKey, since) {
      return (await on.get(signInsSince, { addressKey, since })) ?? { count: 0, lastAt: null };
    },
    async insertSignIn(row) {
      return inserted(await on.get(insertSignIn, row));
    },
    findSignIn: (requestHash) =>
      on.get<{ requestHash: string }, SignInRow>(signInByRequest[on.engine], { requestHash }),
    async setCode(id, codeHash) {
      await on.run(setCode, { id, codeHash });
    },
    async missCode(id) {
      await on.run(missCode, { id });
    },
    async useSignIn(id, at) {
      return (await on.run(useSignIn, { id, at })) === 1;
    },
  };
}
