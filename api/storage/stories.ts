import { sql } from 'kysely';
import type { StoryKind, StoryStatus } from '../contract/vocabulary.ts';
import { StorageConflictError } from '../domain/ports.ts';
import type { Story, StoryReads, StoryWrites } from '../domain/stories/ports.ts';
import { listQuery } from './lists.ts';
import { removeMediaOf } from './media.ts';
import { inserted, literal, query, type Bound, type Executor } from './query.ts';
import { readFeed, refreshFeed } from './story-feed.ts';
import { allowed, changePermissions, permissionsOf } from './story-permissions.ts';
import { lockStory, storyColumns, toStory } from './story-rows.ts';
import { askForScrub } from './upkeep.ts';

const byPublicId = query<{ publicId: string }>()((db, p) =>
  db.selectFrom('story').select(storyColumns).where('public_id', '=', p.publicId),
);

// Who looks a story up to change it has its row until the end: what was checked still holds when it is written.
const byPublicIdToChange = {
  sqlite: byPublicId,
  postgres: query<{ publicId: string }>()((db, p) =>
    db.selectFrom('story').select(storyColumns).where('public_id', '=', p.publicId).forUpdate(),
  ),
};

const ofMember = query<{ memberId: number }>()((db, p) =>
  db.selectFrom('story').select(storyColumns).where('member_id', '=', p.memberId).orderBy('id', 'desc'),
);

const author = {
  sqlite: query<{ memberId: number }>()((db, p) =>
    db.selectFrom('member').select('status').where('id', '=', p.memberId),
  ),
  // One at a time: those who leave meanwhile, and those who would be one draft too many.
  postgres: query<{ memberId: number }>()((db, p) =>
    db.selectFrom('member').select('status').where('id', '=', p.memberId).forNoKeyUpdate(),
  ),
};

type Words = Parameters<StoryWrites['change']>[2];

/** What the author says, as columns: the same when a story is new and when it changes. */
const told = (p: Bound<Words>) => ({
  text: p.text,
  language: p.language,
  circle: p.circle,
  signature: p.signature,
  place: p.place,
  prompt: p.prompt,
  link: p.link,
  people: p.people,
  adult: p.adult,
});

const insert = query<Parameters<StoryWrites['insert']>[0] & { at: number }>()((db, p) =>
  db
    .insertInto('story')
    .values({
      ...told(p),
      public_id: p.publicId,
      member_id: p.memberId,
      partner_id: p.partnerId,
      kind: literal('text'),
      status: literal('draft'),
      created_at: p.at,
      updated_at: p.at,
    })
    .returning('id'),
);

const countUnpublished = query<{ memberId: number }>()((db, p) =>
  db
    .selectFrom('story')
    .select(({ fn }) => fn.countAll<number>().as('stories'))
    .where('member_id', '=', p.memberId)
    .where('status', '<>', literal('published')),
);

const change = query<Words & { id: number; version: number; at: number }>()((db, p) =>
  db
    .updateTable('story')
    .set((eb) => ({ ...told(p), version: eb('version', '+', 1), updated_at: p.at }))
    .where('id', '=', p.id)
    .where('version', '=', p.version),
);

const bump = query<{ id: number; at: number }>()((db, p) =>
  db
    .updateTable('story')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: p.at }))
    .where('id', '=', p.id),
);

const setKind = query<{ id: number; kind: StoryKind }>()((db, p) =>
  db.updateTable('story').set({ kind: p.kind }).where('id', '=', p.id),
);

const move = listQuery<{ id: number; from: string; to: StoryStatus; at: number }>()((db, p, list) => {
  const publishing = sql`${p.to} = ${literal('published')}`;
  const at = sql`cast(${p.at} as bigint)`;
  return db
    .updateTable('story')
    .set({
      status: p.to,
      on_club: sql`case when ${publishing} then ${allowed('club_site')} else 0 end`,
      on_partners: sql`case when ${publishing} then ${allowed('partner_sites')} else 0 end`,
      published_at: sql`case when ${publishing} then ${at} end`,
      submitted_at: sql`case ${p.to} when 'pending' then ${at} when 'draft' then null else submitted_at end`,
    })
    .where('id', '=', p.id)
    .where(list.hasText('status', p.from));
});

const setFeatured = query<{ id: number; featured: boolean }>()((db, p) =>
  db.updateTable('story').set({ featured: p.featured }).where('id', '=', p.id),
);

const tagsOf = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('story_tag')
    .select(['story_id as storyId', 'tag'])
    .where(list.hasNumber('story_id', p.ids))
    .orderBy('story_id')
    .orderBy('tag'),
);

const clearTags = query<{ id: number }>()((db, p) => db.deleteFrom('story_tag').where('story_id', '=', p.id));

const addTags = listQuery<{ id: number; tags: string }>()((db, p, list) =>
  db
    .insertInto('story_tag')
    .columns(['story_id', 'tag'])
    .expression(
      db
        .selectFrom(['story', list.texts(p.tags).as('item')])
        .select(['story.id', 'item.value'])
        .distinct()
        .where('story.id', '=', p.id),
    ),
);

const remove = query<{ id: number }>()((db, p) => db.deleteFrom('story').where('id', '=', p.id));
const removeAll = query<{ memberId: number }>()((db, p) => db.deleteFrom('story').where('member_id', '=', p.memberId));

async function readTags(on: Executor, storyIds: number[]): Promise<Map<number, string[]>> {
  const all = new Map<number, string[]>(storyIds.map((id) => [id, []]));
  if (storyIds.length === 0) return all;
  for (const { storyId, tag } of await on.all(tagsOf[on.engine], { ids: JSON.stringify(storyIds) })) {
    all.get(storyId)!.push(tag);
  }
  return all;
}

/** Deletes what a member has told. Files that hang on it still go on the list of what the store lets go of. */
export async function removeStoriesOf(on: Executor, memberId: number): Promise<void> {
  await removeMediaOf(on, { memberId }, 0);
  if ((await on.run(removeAll, { memberId })) > 0) await askForScrub(on);
}

export function storyReads(on: Executor): StoryReads {
  return {
    byPublicId: async (publicId) => toStory(await on.get(byPublicId, { publicId })),
    ofMember: async (memberId) => (await on.all(ofMember, { memberId })).map((row) => toStory(row)),
    permissions: (storyIds) => permissionsOf(on, storyIds),
    tags: (storyIds) => readTags(on, storyIds),
    async feed(filter) {
      const stories = await readFeed(on, filter);
      const tags = await readTags(
        on,
        stories.map(({ id }) => id),
      );
      return stories.map((story): { story: Story; tags: string[] } => ({ story, tags: tags.get(story.id) ?? [] }));
    },
  };
}

export function storyWrites(on: Executor): StoryWrites {
  /** Whatever shows in a feed changes with the lists that feeds are read from. */
  const changing = async <T>(id: number, work: () => Promise<T>): Promise<T> => {
    await lockStory(on, id);
    const done = await work();
    await refreshFeed(on, id);
    return done;
  };
  return {
    find: async (publicId) => toStory(await on.get(byPublicIdToChange[on.engine], { publicId })),
    async insert(story, at) {
      const member = await on.get(author[on.engine], { memberId: story.memberId });
      if (member?.status !== 'active') throw new StorageConflictError('foreign_key');
      return inserted(await on.get(insert, { ...story, at }));
    },
    async countUnpublished(memberId) {
      await on.get(author[on.engine], { memberId });
      return (await on.get(countUnpublished, { memberId }))?.stories ?? 0;
    },
    publishedOf: async (memberId) =>
      (await on.all(ofMember, { memberId })).filter(({ status }) => status === 'published').map((row) => toStory(row)),
    change: (id, version, fields, at) =>
      changing(id, async () => (await on.run(change, { ...fields, id, version, at })) === 1),
    async bump(id, at) {
      await on.run(bump, { id, at });
    },
    setKind: (id, kind) => changing(id, async () => void (await on.run(setKind, { id, kind }))),
    move: (id, from, to, at) =>
      changing(id, async () => (await on.run(move[on.engine], { id, from: JSON.stringify(from), to, at })) === 1),
    setFeatured: (id, featured) => changing(id, async () => void (await on.run(setFeatured, { id, featured }))),
    setTags: (id, tags) =>
      changing(id, async () => {
        await on.run(clearTags, { id });
        await on.run(addTags[on.engine], { id, tags: JSON.stringify(tags) });
      }),
    setPermissions: (id, permissions, textHash, at) =>
      changing(id, () => changePermissions(on, id, permissions, textHash, at)),
    permissions: async (id) => (await permissionsOf(on, [id])).get(id)!,
    async remove(id) {
      await removeMediaOf(on, { storyId: id }, 0);
      if ((await on.run(remove, { id })) > 0) await askForScrub(on);
    },
    removeOf: (memberId) => removeStoriesOf(on, memberId),
  };
}
