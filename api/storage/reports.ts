import { sql } from 'kysely';
import type { ModerationReads, ModerationWrites, Position } from '../domain/moderation/ports.ts';
import type { NewReport, Report } from '../domain/stories/ports.ts';
import { listQuery } from './lists.ts';
import { inserted, literal, query, type Executor } from './query.ts';
import { askForScrub } from './upkeep.ts';

const columns = [
  'id',
  'receipt',
  'story_id as storyId',
  'story_version as storyVersion',
  'reason',
  'text',
  'url',
  'partner_id as partnerId',
  'name',
  'email',
  'language',
  'created_at as at',
  'status',
  'decided_at as decidedAt',
  'answer',
] as const;

const page = query<Position & { status: Report['status']; limit: number }>()((db, p) =>
  db
    .selectFrom('report')
    .select(columns)
    .where('status', '=', p.status)
    .where(sql<boolean>`(created_at, id) > (${p.at}, ${p.id})`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(p.limit),
);

const byReceipt = query<{ receipt: string }>()((db, p) =>
  db.selectFrom('report').select(columns).where('receipt', '=', p.receipt),
);

const byId = query<{ id: number }>()((db, p) => db.selectFrom('report').select(columns).where('id', '=', p.id));

const openOf = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('report')
    .select(({ fn }) => ['story_id as storyId', fn.countAll<number>().as('reports')])
    .where(list.hasNumber('story_id', p.ids))
    .where('status', '=', literal('open'))
    .groupBy('story_id'),
);

const insert = query<NewReport>()((db, p) =>
  db
    .insertInto('report')
    .values({
      receipt: p.receipt,
      story_id: p.storyId,
      story_version: p.storyVersion,
      reason: p.reason,
      text: p.text,
      url: p.url,
      partner_id: p.partnerId,
      name: p.name,
      email: p.email,
      language: p.language,
      status: literal('open'),
      created_at: p.at,
    })
    .returning('id'),
);

interface Answer {
  id: number;
  status: 'upheld' | 'rejected';
  answer: string;
  staffId: number;
  at: number;
}

const decide = query<Answer>()((db, p) =>
  db
    .updateTable('report')
    .set({ status: p.status, answer: p.answer, decided_by: p.staffId, decided_at: p.at })
    .where('id', '=', p.id)
    .where('status', '=', literal('open')),
);

// The mail with the answer looks the address up when it goes out, so it is kept until nobody can still ask.
const anonymise = query<{ before: number }>()((db, p) =>
  db
    .updateTable('report')
    .set({ name: null, email: null })
    .where('decided_at', '<', p.before)
    .where((eb) => eb.or([eb('name', 'is not', null), eb('email', 'is not', null)])),
);

// By address, since a report asks for no account. As given, or as a member's is kept.
const forget = query<{ email: string; address: string }>()((db, p) =>
  db
    .updateTable('report')
    .set({ name: null, email: null })
    .where(sql<boolean>`lower(email) in (lower(${p.email}), ${p.address})`),
);

/** Takes somebody who leaves off the reports that they made. */
export async function forgetReporter(on: Executor, member: { email: string; address: string }): Promise<void> {
  await on.run(forget, { email: member.email, address: member.address });
}

/** Empties who reported what was decided long ago. Answers how many they were. */
export async function anonymiseReports(on: Executor, before: number): Promise<number> {
  const reports = await on.run(anonymise, { before });
  if (reports > 0) await askForScrub(on);
  return reports;
}

type Reads = Pick<ModerationReads, 'reports' | 'reportByReceipt' | 'reportById' | 'openReports'>;

export function reportReads(on: Executor): Reads {
  return {
    reports: (status, limit, after = { at: -1, id: 0 }) => on.all(page, { ...after, status, limit }),
    reportByReceipt: (receipt) => on.get(byReceipt, { receipt }),
    reportById: (id) => on.get(byId, { id }),
    async openReports(storyIds) {
      const counts = new Map(storyIds.map((id) => [id, 0]));
      if (storyIds.length === 0) return counts;
      for (const { storyId, reports } of await on.all(openOf[on.engine], { ids: JSON.stringify(storyIds) })) {
        counts.set(storyId, reports);
      }
      return counts;
    },
  };
}

export function reportWrites(on: Executor): Pick<ModerationWrites, 'insertReport' | 'decideReport'> {
  return {
    insertReport: async (report) => inserted(await on.get(insert, report)),
    decideReport: async (id, status, answer, staffId, at) =>
      (await on.run(decide, { id, status, answer, staffId, at })) === 1,
  };
}
