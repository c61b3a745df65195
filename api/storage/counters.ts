import { query, type Executor } from './query.ts';

/** The row of `counter` that stands for the whole club; partners' numbers start at 1. */
const club = 0;

// One statement, club first: two transactions never wait for each other crosswise.
const add = query<{ club: number; partnerId: number; delta: number }>()((db, p) =>
  db
    .insertInto('counter')
    .values([
      { partner_id: p.club, members: p.delta },
      { partner_id: p.partnerId, members: p.delta },
    ])
    .onConflict((conflict) =>
      conflict
        .column('partner_id')
        .doUpdateSet((eb) => ({ members: eb('counter.members', '+', eb.ref('excluded.members')) })),
    ),
);

const read = query<{ club: number; partnerId: number }>()((db, p) =>
  db
    .selectFrom('counter')
    .select(['partner_id as partnerId', 'members'])
    .where('partner_id', 'in', [p.club, p.partnerId]),
);

export async function count(on: Executor, partnerId: number, delta: number): Promise<void> {
  await on.run(add, { club, partnerId, delta });
}

export async function readCounts(on: Executor, partnerId?: number): Promise<{ members: number; partner: number }> {
  const rows = await on.all(read, { club, partnerId: partnerId ?? club });
  const of = (id: number | undefined) => rows.find((row) => row.partnerId === id)?.members ?? 0;
  return { members: of(club), partner: of(partnerId) };
}
