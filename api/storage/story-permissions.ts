import { sql } from 'kysely';
import { storyUses, type StoryUse } from '../contract/vocabulary.ts';
import type { Permissions } from '../domain/stories/ports.ts';
import { listQuery } from './lists.ts';
import { literal, query, type Executor } from './query.ts';

const ofStories = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('story_permission')
    .select(['story_id as storyId', 'use'])
    .where(list.hasNumber('story_id', p.ids))
    .where('withdrawn_at', 'is', null),
);

const give = query<{ id: number; use: StoryUse; textHash: string; at: number }>()((db, p) =>
  db.insertInto('story_permission').values({
    story_id: p.id,
    use: p.use,
    // A text that was not kept gives null, which the column refuses: no permission without its text.
    text_id: db.selectFrom('consent_text').select('id').where('hash', '=', p.textHash),
    given_at: p.at,
  }),
);

const withdraw = query<{ id: number; use: StoryUse; at: number }>()((db, p) =>
  db
    .updateTable('story_permission')
    .set({ withdrawn_at: p.at })
    .where('story_id', '=', p.id)
    .where('use', '=', p.use)
    .where('withdrawn_at', 'is', null),
);

/** Whether a use of the story in the row is allowed now: 1 or 0. */
export function allowed(use: StoryUse) {
  const given = sql`select 1 from story_permission where story_id = story.id and use = ${literal(use)} and withdrawn_at is null`;
  return sql<number>`case when exists (${given}) then 1 else 0 end`;
}

// What is allowed shows at once, on what is public already.
const follow = query<{ id: number }>()((db, p) =>
  db
    .updateTable('story')
    .set({ on_club: allowed('club_site'), on_partners: allowed('partner_sites') })
    .where('id', '=', p.id)
    .where('status', '=', literal('published')),
);

/** What is allowed with each story; nothing with those that have no permission. */
export async function permissionsOf(on: Executor, storyIds: number[]): Promise<Map<number, Permissions>> {
  const none = (): Permissions => ({
    club_site: false,
    partner_sites: false,
    newsletter: false,
    social: false,
    print: false,
  });
  const all = new Map(storyIds.map((id) => [id, none()]));
  if (storyIds.length === 0) return all;
  for (const { storyId, use } of await on.all(ofStories[on.engine], { ids: JSON.stringify(storyIds) })) {
    all.get(storyId)![use] = true;
  }
  return all;
}

/** Adds and ends permissions so that exactly these hold; the story's row must be locked. */
export async function changePermissions(
  on: Executor,
  id: number,
  permissions: Permissions,
  textHash: string,
  at: number,
): Promise<void> {
  const held = (await permissionsOf(on, [id])).get(id)!;
  for (const use of storyUses) {
    if (permissions[use] && !held[use]) await on.run(give, { id, use, textHash, at });
    if (!permissions[use] && held[use]) await on.run(withdraw, { id, use, at });
  }
  await on.run(follow, { id });
}
