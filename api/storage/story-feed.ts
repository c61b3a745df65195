/**
 * Feeds. A story that is public is noted once under each combination of what can be asked for (circle, kind,
 * language, partner, one of its tags), and a feed is a walk along one such list. So it costs the same whatever is
 * asked for and however many stories there are; an index for each filter would be walked to its end where two
 * filters that are frequent alone are rare together. The price is paid when a story is published: 16 short rows
 * a site, and as many for each tag.
 *
 * What may be shown is decided by the story's own row all the same: the lists only say where to look.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { FeedFilter, Story } from '../domain/stories/ports.ts';
import type { Database } from './database.ts';
import { listQuery } from './lists.ts';
import { query, type Bound, type Executor, type Query } from './query.ts';
import { storyColumns, toStory, type StoryRow } from './story-rows.ts';

type Site = FeedFilter['site'];
type Facets = Pick<FeedFilter, 'circle' | 'kind' | 'language' | 'tag' | 'partnerId'>;

/** A list's number: 48 bits of a hash, since short keys are what keeps the lists short. */
export function feedKey(site: Site, { circle, kind, language, tag, partnerId }: Facets): number {
  const asked = [site, circle, kind, language, tag, partnerId].map((one) => one ?? null);
  return createHash('sha256').update(JSON.stringify(asked)).digest().readUIntBE(0, 6);
}

/** Every list that a story is in. */
export function feedKeys(
  sites: readonly Site[],
  story: { circle: string; kind: Story['kind']; language: string; partnerId: number },
  tags: readonly string[],
): number[] {
  const keys = new Set<number>();
  for (const site of sites) {
    for (const tag of [undefined, ...tags]) {
      for (let parts = 0; parts < 16; parts++) {
        keys.add(
          feedKey(site, {
            ...(parts & 1 && { circle: story.circle }),
            ...(parts & 2 && { kind: story.kind }),
            ...(parts & 4 && { language: story.language }),
            ...(parts & 8 && { partnerId: story.partnerId }),
            ...(tag !== undefined && { tag }),
          }),
        );
      }
    }
  }
  return [...keys];
}

const facts = query<{ id: number }>()((db, p) =>
  db
    .selectFrom('story')
    .select(['circle', 'kind', 'language', 'partner_id as partnerId', 'on_club as onClub', 'on_partners as onPartners'])
    .where('id', '=', p.id),
);

const tagsOf = query<{ id: number }>()((db, p) =>
  db.selectFrom('story_tag').select('tag').where('story_id', '=', p.id),
);

const clear = query<{ id: number }>()((db, p) => db.deleteFrom('story_feed').where('story_id', '=', p.id));

const note = listQuery<{ id: number; keys: string }>()((db, p, list) =>
  db
    .insertInto('story_feed')
    .columns(['key', 'featured', 'published_at', 'story_id'])
    .expression(
      db
        .selectFrom(['story', list.numbers(p.keys).as('item')])
        .select(['item.value', 'story.featured', sql<number>`story.published_at`.as('published_at'), 'story.id'])
        .where('story.id', '=', p.id),
    ),
);

/** Brings the lists in line with a story's row and tags; its row must be locked. */
export async function refreshFeed(on: Executor, id: number): Promise<void> {
  await on.run(clear, { id });
  const story = await on.get(facts, { id });
  if (!story) return;
  const sites: Site[] = [];
  if (story.onClub === 1) sites.push('club');
  if (story.onPartners === 1) sites.push('partners');
  if (sites.length === 0) return;
  const tags = (await on.all(tagsOf, { id })).map(({ tag }) => tag);
  await on.run(note[on.engine], { id, keys: JSON.stringify(feedKeys(sites, story, tags)) });
}

interface Page {
  key: number;
  limit: number;
  featured: number;
  publishedAt: number;
  id: number;
}

interface Shape {
  site: Site;
  order: FeedFilter['order'];
  /** Whether it goes on from where a page ended. */
  more: boolean;
}

/** The next entries of a list, those that are featured first. */
function featuredFirst(db: Kysely<Database>, p: Bound<Page>, more: boolean) {
  const entries = db
    .selectFrom('story_feed')
    .select(['featured', 'published_at', 'story_id'])
    .where('key', '=', p.key)
    .orderBy('featured', 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(p.limit);
  if (!more) return entries;
  return entries.where(sql<boolean>`(featured, published_at, story_id) < (${p.featured}, ${p.publishedAt}, ${p.id})`);
}

/** The next entries by time: those that are featured and those that are not are two walks along the same index. */
function byTime(db: Kysely<Database>, p: Bound<Page>, more: boolean, direction: 'asc' | 'desc') {
  const walk = (featured: 0 | 1) => {
    const entries = db
      .selectFrom('story_feed')
      .select(['featured', 'published_at', 'story_id'])
      .where('key', '=', p.key)
      .where('featured', '=', sql.lit(featured))
      .orderBy('published_at', direction)
      .orderBy('story_id', direction)
      .limit(p.limit);
    const beyond = sql.raw(direction === 'asc' ? '>' : '<');
    return db
      .selectFrom(
        (more
          ? entries.where(sql<boolean>`(published_at, story_id) ${beyond} (${p.publishedAt}, ${p.id})`)
          : entries
        ).as('walk'),
      )
      .selectAll();
  };
  return db
    .selectFrom(walk(1).unionAll(walk(0)).as('both'))
    .selectAll()
    .orderBy('published_at', direction)
    .orderBy('story_id', direction)
    .limit(p.limit);
}

function feedQuery({ site, order, more }: Shape): Query<Page, StoryRow> {
  return query<Page>()((db, p) => {
    const entries =
      order === 'featured' ? featuredFirst(db, p, more) : byTime(db, p, more, order === 'oldest' ? 'asc' : 'desc');
    const direction = order === 'oldest' ? 'asc' : 'desc';
    const rows = db
      .selectFrom(entries.as('entry'))
      .innerJoin('story', 'story.id', 'entry.story_id')
      .select(storyColumns)
      .where(site === 'club' ? 'story.on_club' : 'story.on_partners', '=', sql.lit(1));
    return (order === 'featured' ? rows.orderBy('entry.featured', 'desc') : rows)
      .orderBy('entry.published_at', direction)
      .orderBy('entry.story_id', direction);
  });
}

const queries = new Map<string, Query<Page, StoryRow>>();

/** One page of a feed. */
export async function readFeed(on: Executor, filter: FeedFilter): Promise<Story[]> {
  const { site, order, limit, after } = filter;
  const shape = `${site} ${order} ${after !== undefined}`;
  let feed = queries.get(shape);
  if (!feed) queries.set(shape, (feed = feedQuery({ site, order, more: after !== undefined })));
  const from = after ?? { featured: 0, publishedAt: 0, id: 0 };
  const rows = await on.all(feed, { ...from, key: feedKey(site, filter), limit });
  return rows.map((row) => toStory(row));
}
