import type { BadgeReads, BadgeWrites, CredentialKey } from '../domain/badges/ports.ts';
import { literal, query, type Executor } from './query.ts';
import { resignEveryList, resignLists } from './status-lists.ts';

const all = query()((db) =>
  db
    .selectFrom('credential_key')
    .select([
      'id',
      'role',
      'public_key as publicKey',
      'published_at as publishedAt',
      'first_use_at as firstUseAt',
      'removed_at as removedAt',
    ])
    .orderBy('published_at')
    .orderBy('id'),
);

const insert = query<Omit<CredentialKey, 'removedAt'>>()((db, p) =>
  db.insertInto('credential_key').values({
    id: p.id,
    role: p.role,
    public_key: p.publicKey,
    published_at: p.publishedAt,
    first_use_at: p.firstUseAt,
  }),
);

const remove = query<{ id: string; at: number }>()((db, p) =>
  db.updateTable('credential_key').set({ removed_at: p.at }).where('id', '=', p.id).where('removed_at', 'is', null),
);

// A badge is signed by two keys and remembers the first: what a key of the second form has signed is all of them.
const resign = query<{ keyId: string }>()((db, p) =>
  db
    .updateTable('badge')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('status', '=', literal('active'))
    .where((eb) =>
      eb.or([
        eb('signed_key', '=', p.keyId),
        eb.exists(
          eb
            .selectFrom('credential_key')
            .select('credential_key.id')
            .where('credential_key.id', '=', p.keyId)
            .where('credential_key.role', '=', literal('jwt')),
        ),
      ]),
    ),
);

const resignAll = query()((db) =>
  db
    .updateTable('badge')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('status', '=', literal('active')),
);

const removedAt = query<{ id: string }>()((db, p) =>
  db.selectFrom('credential_key').select('removed_at as removedAt').where('id', '=', p.id),
);
const removedAtLocked = query<{ id: string }>()((db, p) =>
  db.selectFrom('credential_key').select('removed_at as removedAt').where('id', '=', p.id).forShare(),
);

/**
 * Whether a key has not been taken back. On PostgreSQL it cannot be until the end of the write: whoever takes it
 * back then sees what this one has kept.
 */
export async function isPublished(on: Executor, id: string): Promise<boolean> {
  const row = await on.get(on.engine === 'postgres' ? removedAtLocked : removedAt, { id });
  return row === undefined || row.removedAt === null;
}

export function keyReads(on: Executor): Pick<BadgeReads, 'keys'> {
  return { keys: () => on.all(all, {}) };
}

export function keyWrites(on: Executor): Pick<BadgeWrites, 'insertKey' | 'removeKey' | 'resignUnder' | 'resignAll'> {
  return {
    async insertKey(key) {
      await on.run(insert, key);
    },
    removeKey: async (id, at) => (await on.run(remove, { id, at })) === 1,
    async resignUnder(keyId) {
      await resignLists(on, keyId);
      return on.run(resign, { keyId });
    },
    async resignAll() {
      await resignEveryList(on);
      return on.run(resignAll, {});
    },
  };
}
