/** What a row of `story` is for the rest of the program, and how a transaction keeps others off it. */
import type { Story } from '../domain/stories/ports.ts';
import { query, type Executor } from './query.ts';

/** Named with the table, so that they can be taken from a join. */
export const storyColumns = [
  'story.id',
  'story.public_id as publicId',
  'story.member_id as memberId',
  'story.partner_id as partnerId',
  'story.kind',
  'story.status',
  'story.version',
  'story.text',
  'story.language',
  'story.circle',
  'story.signature',
  'story.place',
  'story.prompt',
  'story.link',
  'story.people',
  'story.adult',
  'story.featured',
  'story.created_at as createdAt',
  'story.updated_at as updatedAt',
  'story.submitted_at as submittedAt',
  'story.published_at as publishedAt',
] as const;

type Flags = 'adult' | 'featured';
export type StoryRow = Omit<Story, Flags> & Record<Flags, number>;

export function toStory(row: StoryRow): Story;
export function toStory(row: StoryRow | undefined): Story | undefined;
export function toStory(row: StoryRow | undefined): Story | undefined {
  return row && { ...row, adult: row.adult === 1, featured: row.featured === 1 };
}

const lock = query<{ id: number }>()((db, p) => db.selectFrom('story').select('id').where('id', '=', p.id).forUpdate());
const lockAll = query<{ memberId: number }>()((db, p) =>
  db.selectFrom('story').select('id').where('member_id', '=', p.memberId).orderBy('id').forUpdate(),
);

/**
 * On PostgreSQL, whoever changes where a story stands, what is allowed with it or what hangs on it waits for others
 * who do; the statement after this one sees what they did. SQLite has one writer.
 */
export async function lockStory(on: Executor, id: number): Promise<void> {
  if (on.engine === 'postgres') await on.get(lock, { id });
}

/** The same for all stories of a member. */
export async function lockStoriesOf(on: Executor, memberId: number): Promise<void> {
  if (on.engine === 'postgres') await on.all(lockAll, { memberId });
}
