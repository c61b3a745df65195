import type { TokenPurpose, TokenRow } from '../domain/ports.ts';
import { literal, query, type Executor } from './query.ts';

interface NewToken {
  memberId: number;
  purpose: TokenPurpose;
  expiresAt: number;
}

const insert = query<NewToken & { hash: string }>()((db, p) =>
  db.insertInto('token').values({ hash: p.hash, member_id: p.memberId, purpose: p.purpose, expires_at: p.expiresAt }),
);

const byHash = query<{ hash: string }>()((db, p) =>
  db
    .selectFrom('token')
    .select(['member_id as memberId', 'purpose', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('hash', '=', p.hash),
);

const use = query<{ hash: string; at: number }>()((db, p) =>
  db.updateTable('token').set({ used_at: p.at }).where('hash', '=', p.hash).where('used_at', 'is', null),
);

const drop = query<{ memberId: number; purpose: TokenPurpose }>()((db, p) =>
  db.deleteFrom('token').where('member_id', '=', p.memberId).where('purpose', '=', p.purpose),
);

const removeExpired = query<{ now: number }>()((db, p) =>
  db
    .deleteFrom('token')
    .where('expires_at', '<=', p.now)
    .where((eb) =>
      eb.or([
        eb('purpose', '<>', 'confirm'),
        eb('member_id', 'not in', eb.selectFrom('member').select('id').where('status', '=', literal('pending'))),
      ]),
    ),
);

const spent = query<{ key: string; expiresAt: number }>()((db, p) =>
  db
    .insertInto('spent')
    .values({ key: p.key, expires_at: p.expiresAt })
    .onConflict((conflict) => conflict.columns(['expires_at', 'key']).doNothing()),
);

const removeSpent = query<{ now: number }>()((db, p) => db.deleteFrom('spent').where('expires_at', '<=', p.now));

export async function insertToken(on: Executor, hash: string, token: NewToken): Promise<void> {
  await on.run(insert, { ...token, hash });
}

export async function findToken(on: Executor, hash: string): Promise<TokenRow | undefined> {
  return on.get(byHash, { hash });
}

/** Ends the tokens of a member for one purpose. */
export async function dropTokens(on: Executor, memberId: number, purpose: TokenPurpose): Promise<void> {
  await on.run(drop, { memberId, purpose });
}

/** The first use is the one that counts. */
export async function useToken(on: Executor, hash: string, at: number): Promise<void> {
  await on.run(use, { hash, at });
}

/**
 * An expired confirmation of someone still pending stays until they are removed: their link can then
 * say that it is too late, which is more use to them than that it is unknown.
 */
export async function removeExpiredTokens(on: Executor, now: number): Promise<number> {
  return on.run(removeExpired, { now });
}

/** False when the key was spent before. */
export async function spend(on: Executor, key: string, expiresAt: number): Promise<boolean> {
  return (await on.run(spent, { key, expiresAt })) === 1;
}

export async function removeExpiredKeys(on: Executor, now: number): Promise<number> {
  return on.run(removeSpent, { now });
}
