import type { BadgeReads, BadgeReport, BadgeWrites } from '../domain/badges/ports.ts';
import { inserted, query, type Executor } from './query.ts';

const columns = [
  'badge_report.id as id',
  'badge_id as badgeId',
  'public_id as publicId',
  'reason',
  'url',
  'text',
  'badge_report.created_at as createdAt',
  'closed_at as closedAt',
] as const;

const byId = query<{ id: number }>()((db, p) =>
  db
    .selectFrom('badge_report')
    .innerJoin('badge', 'badge.id', 'badge_report.badge_id')
    .select(columns)
    .where('badge_report.id', '=', p.id),
);

const open = query<{ max: number }>()((db, p) =>
  db
    .selectFrom('badge_report')
    .innerJoin('badge', 'badge.id', 'badge_report.badge_id')
    .select(columns)
    .where('closed_at', 'is', null)
    .orderBy('badge_report.created_at')
    .orderBy('badge_report.id')
    .limit(p.max),
);

type NewReport = Pick<BadgeReport, 'badgeId' | 'reason' | 'url' | 'text'> & { at: number };

const insert = query<NewReport>()((db, p) =>
  db
    .insertInto('badge_report')
    .values({ badge_id: p.badgeId, reason: p.reason, url: p.url, text: p.text, created_at: p.at })
    .returning('id'),
);

const close = query<{ id: number; at: number }>()((db, p) =>
  db.updateTable('badge_report').set({ closed_at: p.at }).where('id', '=', p.id).where('closed_at', 'is', null),
);

const removeClosed = query<{ before: number }>()((db, p) =>
  db.deleteFrom('badge_report').where('closed_at', '<', p.before),
);

/** Deletes what was settled long ago: it may name people. Answers how many they were. */
export async function removeClosedReports(on: Executor, before: number): Promise<number> {
  return on.run(removeClosed, { before });
}

const since = query<{ badgeId: number; since: number }>()((db, p) =>
  db
    .selectFrom('badge_report')
    .select(({ fn }) => fn.countAll<number>().as('reports'))
    .where('badge_id', '=', p.badgeId)
    .where('created_at', '>=', p.since),
);

export function badgeReportReads(on: Executor): Pick<BadgeReads, 'report' | 'reports'> {
  return { report: (id) => on.get(byId, { id }), reports: (max) => on.all(open, { max }) };
}

type Writes = Pick<BadgeWrites, 'insertReport' | 'closeReport' | 'reportsSince'>;

export function badgeReportWrites(on: Executor): Writes {
  return {
    insertReport: async (report, at) => inserted(await on.get(insert, { ...report, at })),
    closeReport: async (id, at) => (await on.run(close, { id, at })) === 1,
    reportsSince: async (badgeId, from) => (await on.get(since, { badgeId, since: from }))?.reports ?? 0,
  };
}
