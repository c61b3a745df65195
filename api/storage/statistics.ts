import { sql } from 'kysely';
import type { StatisticsReads, StatisticsWrites, Tally } from '../domain/statistics/ports.ts';
import { literal, query, type Executor } from './query.ts';

const add = query<Tally>()((db, p) =>
  db
    .insertInto('tally')
    .values({
      partner_id: p.partnerId,
      day: p.day,
      kind: p.kind,
      page: p.page,
      campaign: p.campaign,
      count: p.count,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'day', 'kind', 'page', 'campaign'])
        .doUpdateSet((eb) => ({ count: eb('tally.count', '+', eb.ref('excluded.count')) })),
    ),
);

const distinct = query<{ partnerId: number; day: number }>()((db, p) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('tally')
        .select(['page', 'campaign'])
        .distinct()
        .where('partner_id', '=', p.partnerId)
        .where('day', '=', p.day)
        .as('told'),
    )
    .select(({ fn }) => fn.countAll<number>().as('number')),
);

const known = query<Pick<Tally, 'partnerId' | 'day' | 'page' | 'campaign'>>()((db, p) =>
  db
    .selectFrom('tally')
    .select('count')
    .where('partner_id', '=', p.partnerId)
    .where('day', '=', p.day)
    .where('page', '=', p.page)
    .where('campaign', '=', p.campaign)
    .limit(1),
);

const referred = query<{ memberId: number }>()((db, p) =>
  db
    .selectFrom('attribution')
    .innerJoin('member', 'member.id', 'attribution.member_id')
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .where('referred_by', '=', p.memberId)
    .where('member.status', '=', literal('active')),
);

interface Asked {
  /** 0 stands for all partners. */
  partnerId: number;
  from: number;
  to: number;
  max: number;
}

/** Counts by one column, of the keys that have most. A day is no such key: all are shown, in order. */
const by = (column: 'day' | 'partner_id' | 'page' | 'campaign') =>
  query<Asked>()((db, p) => {
    const asked = db
      .selectFrom('tally')
      .where(sql<boolean>`(cast(${p.partnerId} as bigint) = 0 or partner_id = ${p.partnerId})`)
      .where('day', '>=', p.from)
      .where('day', '<=', p.to);
    return asked
      .select([
        sql<string>`cast(${sql.ref(column)} as text)`.as('key'),
        'kind',
        sql<number>`cast(sum(count) as bigint)`.as('count'),
      ])
      .where(
        column,
        'in',
        asked
          .select(column)
          .groupBy(column)
          .orderBy(sql`sum(count)`, 'desc')
          .orderBy(column)
          .limit(p.max),
      )
      .groupBy([column, 'kind'])
      .orderBy(column)
      .orderBy('kind');
  });

const read = { day: by('day'), partner: by('partner_id'), page: by('page'), campaign: by('campaign') };

const places = query<{ partnerId: number }>()((db, p) =>
  db
    .selectFrom('member')
    .select(['place', ({ fn }) => fn.countAll<number>().as('members')])
    .where('status', '=', literal('active'))
    .where(sql<boolean>`(cast(${p.partnerId} as bigint) = 0 or partner_id = ${p.partnerId})`)
    .groupBy('place')
    .orderBy('members', 'desc')
    .orderBy('place'),
);

export function statisticsReads(on: Executor): StatisticsReads {
  return {
    async read(column, { partnerId = 0, from, to }, max) {
      const rows = await on.all(read[column], { partnerId, from, to, max });
      if (column === 'day') return rows;
      const totals = new Map<string, number>();
      for (const { key, count } of rows) totals.set(key, (totals.get(key) ?? 0) + count);
      return rows.toSorted((a, b) => totals.get(b.key)! - totals.get(a.key)!);
    },
    places: (partnerId = 0) => on.all(places, { partnerId }),
    referredBy: async (memberId) => (await on.get(referred, { memberId }))?.members ?? 0,
  };
}

export function statisticsWrites(on: Executor): StatisticsWrites {
  return {
    async add(tallies) {
      for (const tally of tallies) await on.run(add, tally);
    },
    knows: async ({ partnerId, day, page, campaign }) =>
      (await on.get(known, { partnerId, day, page, campaign })) !== undefined,
    distinct: async (partnerId, day) => (await on.get(distinct, { partnerId, day }))?.number ?? 0,
  };
}
