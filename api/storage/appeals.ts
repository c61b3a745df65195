import { sql } from 'kysely';
import type { Appeal, ModerationReads, ModerationWrites, Position } from '../domain/moderation/ports.ts';
import { listQuery } from './lists.ts';
import { inserted, literal, query, type Executor } from './query.ts';

const columns = [
  'id',
  'public_id as publicId',
  'decision_id as decisionId',
  'story_id as storyId',
  'text',
  'created_at as createdAt',
  'status',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'answer',
] as const;

const page = query<Position & { status: Appeal['status']; limit: number }>()((db, p) =>
  db
    .selectFrom('appeal')
    .select(columns)
    .where('status', '=', p.status)
    .where(sql<boolean>`(created_at, id) > (${p.at}, ${p.id})`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(p.limit),
);

const ofStories = listQuery<{ ids: string }>()((db, p, list) =>
  db.selectFrom('appeal').select(columns).where(list.hasNumber('story_id', p.ids)).orderBy('id', 'desc'),
);

const byPublicId = query<{ publicId: string }>()((db, p) =>
  db.selectFrom('appeal').select(columns).where('public_id', '=', p.publicId),
);
const byId = query<{ id: number }>()((db, p) => db.selectFrom('appeal').select(columns).where('id', '=', p.id));
const byDecision = query<{ decisionId: number }>()((db, p) =>
  db.selectFrom('appeal').select(columns).where('decision_id', '=', p.decisionId),
);

const insert = query<Parameters<ModerationWrites['insertAppeal']>[0]>()((db, p) =>
  db
    .insertInto('appeal')
    .values({
      public_id: p.publicId,
      decision_id: p.decisionId,
      story_id: p.storyId,
      text: p.text,
      status: literal('open'),
      created_at: p.createdAt,
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

// Another person decides. The verb says so in words; here it holds whatever a verb does.
const decide = query<Answer>()((db, p) =>
  db
    .updateTable('appeal')
    .set({ status: p.status, answer: p.answer, decided_by: p.staffId, decided_at: p.at })
    .where('id', '=', p.id)
    .where('status', '=', literal('open'))
    .where('decision_id', 'not in', (eb) => eb.selectFrom('decision').select('id').where('staff_id', '=', p.staffId)),
);

export function appealReads(on: Executor): Pick<ModerationReads, 'appeals' | 'appealsOf' | 'appeal' | 'appealById'> {
  return {
    appeals: (status, limit, after = { at: -1, id: 0 }) => on.all(page, { ...after, status, limit }),
    appealsOf: async (storyIds) =>
      storyIds.length === 0 ? [] : on.all(ofStories[on.engine], { ids: JSON.stringify(storyIds) }),
    appeal: (publicId) => on.get(byPublicId, { publicId }),
    appealById: (id) => on.get(byId, { id }),
  };
}

export function appealWrites(on: Executor): Pick<ModerationWrites, 'insertAppeal' | 'decideAppeal' | 'findAppealOf'> {
  return {
    insertAppeal: async (appeal) => inserted(await on.get(insert, appeal)),
    decideAppeal: async (id, status, answer, staffId, at) =>
      (await on.run(decide, { id, status, answer, staffId, at })) === 1,
    findAppealOf: (decisionId) => on.get(byDecision, { decisionId }),
  };
}
