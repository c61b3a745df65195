import type { BadgeReads, BadgeWrites, StatusEntry } from '../domain/badges/ports.ts';
import { literal, query, type Executor } from './query.ts';

const columns = [
  'number',
  'version',
  'signed_version as signedVersion',
  'signed_at as signedAt',
  'credential',
] as const;

const all = query()((db) => db.selectFrom('status_list').select(columns).orderBy('number'));
const one = query<{ number: number }>()((db, p) =>
  db.selectFrom('status_list').select(columns).where('number', '=', p.number),
);

const entry = query<StatusEntry>()((db, p) =>
  db
    .selectFrom('status_entry')
    .select(['badge_id as badgeId', 'revoked_at as revokedAt'])
    .where('list', '=', p.list)
    .where('position', '=', p.position),
);

const revoked = query<{ list: number }>()((db, p) =>
  db
    .selectFrom('status_entry')
    .select('position')
    .where('list', '=', p.list)
    .where('revoked_at', 'is not', null)
    .orderBy('position'),
);

const newest = query()((db) =>
  db.selectFrom('status_list').select(['number', 'taken']).orderBy('number', 'desc').limit(1),
);

const open = query<{ number: number; at: number }>()((db, p) =>
  db
    .insertInto('status_list')
    .values({ number: p.number, created_at: p.at })
    .onConflict((conflict) => conflict.column('number').doNothing()),
);

const take = query<StatusEntry & { badgeId: number; at: number }>()((db, p) =>
  db
    .insertInto('status_entry')
    .values({ list: p.list, position: p.position, badge_id: p.badgeId, taken_at: p.at })
    .onConflict((conflict) => conflict.columns(['list', 'position']).doNothing()),
);

const count = query<{ list: number }>()((db, p) =>
  db
    .updateTable('status_list')
    .set((eb) => ({ taken: eb('taken', '+', 1) }))
    .where('number', '=', p.list),
);

const revoke = query<StatusEntry & { at: number }>()((db, p) =>
  db
    .updateTable('status_entry')
    .set({ revoked_at: p.at })
    .where('list', '=', p.list)
    .where('position', '=', p.position)
    .where('revoked_at', 'is', null),
);

const bump = query<{ list: number }>()((db, p) =>
  db
    .updateTable('status_list')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('number', '=', p.list),
);

const keep = query<{ number: number; version: number; credential: string; at: number }>()((db, p) =>
  db
    .updateTable('status_list')
    .set({ credential: p.credential, signed_version: p.version, signed_at: p.at })
    .where('number', '=', p.number)
    .where((eb) => eb.or([eb('signed_version', 'is', null), eb('signed_version', '<=', p.version)])),
);

const first = 1;

type Reads = Pick<BadgeReads, 'entry' | 'statusLists' | 'statusList' | 'revoked'>;

export function statusReads(on: Executor): Reads {
  return {
    entry: (place) => on.get(entry, place),
    statusLists: () => on.all(all, {}),
    statusList: (number) => on.get(one, { number }),
    revoked: async (list) => (await on.all(revoked, { list })).map(({ position }) => position),
  };
}

type Writes = Pick<BadgeWrites, 'currentList' | 'openList' | 'takeEntry' | 'revokeEntry' | 'keepList'>;

export function statusWrites(on: Executor): Writes {
  const openList = async (number: number, at: number) => void (await on.run(open, { number, at }));
  return {
    openList,
    async currentList(at) {
      const found = await on.get(newest, {});
      if (found) return found;
      await openList(first, at);
      return { number: first, taken: 0 };
    },
    async takeEntry(place, badgeId, at) {
      if ((await on.run(take, { ...place, badgeId, at })) === 0) return false;
      await on.run(count, { list: place.list });
      return true;
    },
    async revokeEntry(place, at) {
      if ((await on.run(revoke, { ...place, at })) === 1) await on.run(bump, { list: place.list });
    },
    keepList: async (number, version, credential, at) =>
      (await on.run(keep, { number, version, credential, at })) === 1,
  };
}

// Whoever had the key can have signed lists too: every one is made anew.
const bumpUnder = query<{ keyId: string }>()((db, p) =>
  db
    .updateTable('status_list')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('credential_key').select('id').where('id', '=', p.keyId).where('role', '=', literal('status'))),
    ),
);

/** Has every list signed anew when this is a key of lists. */
export async function resignLists(on: Executor, keyId: string): Promise<void> {
  await on.run(bumpUnder, { keyId });
}

const bumpAll = query()((db) => db.updateTable('status_list').set((eb) => ({ version: eb('version', '+', 1) })));

export async function resignEveryList(on: Executor): Promise<void> {
  await on.run(bumpAll, {});
}
