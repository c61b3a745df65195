import { sql } from 'kysely';
import type { StoryStatus } from '../contract/vocabulary.ts';
import type { Decision, ModerationReads, ModerationWrites, Position } from '../domain/moderation/ports.ts';
import { appealReads, appealWrites } from './appeals.ts';
import { listQuery } from './lists.ts';
import { cancelMailsAbout } from './outbox.ts';
import { inserted, literal, query, type Executor, type Query } from './query.ts';
import { reportReads, reportWrites } from './reports.ts';
import { storyColumns, toStory, type StoryRow } from './story-rows.ts';

interface QueuePage extends Position {
  status: StoryStatus;
  limit: number;
}

/** One status of a queue, from the index; a queue of several is merged from them. */
function queueQuery(direction: 'asc' | 'desc'): Query<QueuePage, StoryRow> {
  const beyond = sql.raw(direction === 'asc' ? '>' : '<');
  return query<QueuePage>()((db, p) =>
    db
      .selectFrom('story')
      .select(storyColumns)
      .where('status', '=', p.status)
      .where(sql<boolean>`(submitted_at, id) ${beyond} (${p.at}, ${p.id})`)
      .orderBy('submitted_at', direction)
      .orderBy('id', direction)
      .limit(p.limit),
  );
}

const queues = { oldest: queueQuery('asc'), newest: queueQuery('desc') };

const waiting = query()((db) =>
  db
    .selectFrom([
      db
        .selectFrom('story')
        .select(({ fn }) => fn.countAll<number>().as('stories'))
        .where('status', '=', literal('pending'))
        .as('s'),
      db
        .selectFrom('report')
        .select(({ fn }) => fn.countAll<number>().as('reports'))
        .where('status', '=', literal('open'))
        .as('r'),
      db
        .selectFrom('appeal')
        .select(({ fn }) => fn.countAll<number>().as('appeals'))
        .where('status', '=', literal('open'))
        .as('a'),
    ])
    .selectAll(),
);

const decisionColumns = [
  'decision.id',
  'decision.public_id as publicId',
  'decision.story_id as storyId',
  'decision.story_version as storyVersion',
  'decision.staff_id as staffId',
  'decision.action',
  'decision.reason',
  'decision.text',
  'decision.before',
  'decision.created_at as at',
  'decision.undone_at as undoneAt',
] as const;

const ofStories = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('decision')
    .innerJoin('staff', 'staff.id', 'decision.staff_id')
    .select([...decisionColumns, 'staff.name as staffName'])
    .where(list.hasNumber('decision.story_id', p.ids))
    .orderBy('decision.id', 'desc'),
);

const byPublicId = query<{ publicId: string }>()((db, p) =>
  db.selectFrom('decision').select(decisionColumns).where('public_id', '=', p.publicId),
);

const byId = query<{ id: number }>()((db, p) =>
  db.selectFrom('decision').select(decisionColumns).where('id', '=', p.id),
);

const latest = query<{ storyId: number }>()((db, p) =>
  db
    .selectFrom('decision')
    .select(decisionColumns)
    .where('story_id', '=', p.storyId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1),
);

const insert = query<Omit<Decision, 'id' | 'undoneAt'>>()((db, p) =>
  db
    .insertInto('decision')
    .values({
      public_id: p.publicId,
      story_id: p.storyId,
      story_version: p.storyVersion,
      staff_id: p.staffId,
      action: p.action,
      reason: p.reason,
      text: p.text,
      before: p.before,
      created_at: p.at,
    })
    .returning('id'),
);

const undo = query<{ id: number; at: number }>()((db, p) =>
  db.updateTable('decision').set({ undone_at: p.at }).where('id', '=', p.id).where('undone_at', 'is', null),
);

const storyById = query<{ id: number }>()((db, p) =>
  db.selectFrom('story').select(storyColumns).where('id', '=', p.id),
);

const published = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('story')
    .select(({ fn }) => ['member_id as memberId', fn.countAll<number>().as('stories')])
    .where(list.hasNumber('member_id', p.ids))
    .where('status', '=', literal('published'))
    .groupBy('member_id'),
);

const settled = query<{ before: number; max: number }>()((db, p) =>
  db
    .selectFrom('story')
    .select(storyColumns)
    .where('story.status', 'in', [literal('refused'), literal('removed')])
    .where('story.updated_at', '<', p.before)
    .where(({ and, exists, not, or, selectFrom }) =>
      and([
        not(
          exists(
            selectFrom('decision')
              .select('decision.id')
              .whereRef('decision.story_id', '=', 'story.id')
              .where('decision.created_at', '>=', p.before),
          ),
        ),
        not(
          exists(
            selectFrom('appeal')
              .select('appeal.id')
              .whereRef('appeal.story_id', '=', 'story.id')
              .where(({ eb }) =>
                or([eb('appeal.status', '=', literal('open')), eb('appeal.decided_at', '>=', p.before)]),
              ),
          ),
        ),
        not(
          exists(
            selectFrom('report')
              .select('report.id')
              .whereRef('report.story_id', '=', 'story.id')
              .where(({ eb }) =>
                or([eb('report.status', '=', literal('open')), eb('report.decided_at', '>=', p.before)]),
              ),
          ),
        ),
      ]),
    )
    .orderBy('story.id')
    .limit(p.max),
);

const auditLines = query<{ limit: number; before: number }>()((db, p) =>
  db
    .selectFrom('audit')
    .select(['id', 'action', 'subject', 'actor', 'created_at as at'])
    .where('id', '<', p.before)
    .orderBy('id', 'desc')
    .limit(p.limit),
);

type Queue = ModerationReads['queue'];

async function readQueue(on: Executor, ...[statuses, order, limit, after]: Parameters<Queue>): ReturnType<Queue> {
  const from = after ?? start(order);
  const rows: StoryRow[] = [];
  for (const status of new Set(statuses)) rows.push(...(await on.all(queues[order], { ...from, status, limit })));
  const sign = order === 'oldest' ? 1 : -1;
  rows.sort((a, b) => sign * (a.submittedAt! - b.submittedAt! || a.id - b.id));
  return rows.slice(0, limit).map((row) => toStory(row));
}

/** Before the first row: pages that begin and pages that go on are one query. */
export function start(order: 'oldest' | 'newest'): Position {
  return order === 'oldest' ? { at: -1, id: 0 } : { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };
}

export function moderationReads(on: Executor): ModerationReads {
  return {
    ...reportReads(on),
    ...appealReads(on),
    queue: (...asked) => readQueue(on, ...asked),
    waiting: async () => (await on.get(waiting, {})) ?? { stories: 0, reports: 0, appeals: 0 },
    decisions: async (storyIds) =>
      storyIds.length === 0 ? [] : on.all(ofStories[on.engine], { ids: JSON.stringify(storyIds) }),
    decision: (publicId) => on.get(byPublicId, { publicId }),
    decisionById: (id) => on.get(byId, { id }),
    storyById: async (id) => toStory(await on.get(storyById, { id })),
    async publishedBefore(memberIds) {
      const counts = new Map(memberIds.map((id) => [id, 0]));
      if (memberIds.length === 0) return counts;
      for (const { memberId, stories } of await on.all(published[on.engine], { ids: JSON.stringify(memberIds) })) {
        counts.set(memberId, stories);
      }
      return counts;
    },
    settled: async (before, max) => (await on.all(settled, { before, max })).map((row) => toStory(row)),
    audit: (limit, before = Number.MAX_SAFE_INTEGER) => on.all(auditLines, { limit, before }),
  };
}

export function moderationWrites(on: Executor): ModerationWrites {
  return {
    ...reportWrites(on),
    ...appealWrites(on),
    insertDecision: async (decision) => inserted(await on.get(insert, decision)),
    undoDecision: async (id, at) => (await on.run(undo, { id, at })) === 1,
    latestDecision: (storyId) => on.get(latest, { storyId }),
    cancelMailsAbout: (kinds, subjectId, at) => cancelMailsAbout(on, kinds, subjectId, at),
  };
}
