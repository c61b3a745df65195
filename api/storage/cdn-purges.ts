import type { BadgeReads, BadgeWrites } from '../domain/badges/ports.ts';
import { query, type Executor } from './query.ts';

const next = query()((db) => db.selectFrom('cdn_purge').select('due_at as dueAt').orderBy('due_at').limit(1));

const order = query<{ tag: string; dueAt: number }>()((db, p) =>
  db.insertInto('cdn_purge').values({ tag: p.tag, due_at: p.dueAt }),
);

type Claim = { now: number; leaseUntil: number; max: number };

const columns = ['id', 'tag', 'attempts'] as const;

const claim = {
  sqlite: query<Claim>()((db, p) =>
    db
      .with('due', (cte) =>
        cte
          .selectFrom('cdn_purge')
          .select('id')
          .where('due_at', '<=', p.now)
          .orderBy('due_at')
          .orderBy('id')
          .limit(p.max),
      )
      .updateTable('cdn_purge')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), due_at: p.leaseUntil }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning(columns),
  ),
  // Rows in another process's hands are passed over.
  postgres: query<Claim>()((db, p) =>
    db
      .with('due', (cte) =>
        cte
          .selectFrom('cdn_purge')
          .select('id')
          .where('due_at', '<=', p.now)
          .orderBy('due_at')
          .orderBy('id')
          .limit(p.max)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('cdn_purge')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), due_at: p.leaseUntil }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning(columns),
  ),
};

const end = query<{ id: number }>()((db, p) => db.deleteFrom('cdn_purge').where('id', '=', p.id));
const retry = query<{ id: number; dueAt: number }>()((db, p) =>
  db.updateTable('cdn_purge').set({ due_at: p.dueAt }).where('id', '=', p.id),
);

export function purgeReads(on: Executor): Pick<BadgeReads, 'nextPurgeAt'> {
  return { nextPurgeAt: async () => (await on.get(next, {}))?.dueAt };
}

type Writes = Pick<BadgeWrites, 'orderPurge' | 'claimPurges' | 'endPurge' | 'retryPurge'>;

export function purgeWrites(on: Executor): Writes {
  return {
    orderPurge: async (tag, dueAt) => void (await on.run(order, { tag, dueAt })),
    async claimPurges(now, leaseUntil, max) {
      const claimed = await on.all(claim[on.engine], { now, leaseUntil, max });
      return claimed.toSorted((a, b) => a.id - b.id);
    },
    endPurge: async (id) => void (await on.run(end, { id })),
    retryPurge: async (id, dueAt) => void (await on.run(retry, { id, dueAt })),
  };
}
