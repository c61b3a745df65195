/** The demo's stories in its database, as if their authors had told them and the staff had read them. */
import { createHash } from 'node:crypto';
import { storyUses, type StoryUse } from '../api/contract/vocabulary.ts';
import { parseAddress } from '../api/domain/addresses.ts';
import type { Deps, Transaction } from '../api/domain/ports.ts';
import type { Staff } from '../api/domain/sessions/ports.ts';
import type { Permissions } from '../api/domain/stories/ports.ts';
import { keepTerms } from '../api/domain/stories/terms.ts';
import { kindOf } from '../api/domain/stories/words.ts';
import { demoStories, type DemoFilm, type DemoStory } from './content/stories/index.ts';
import { founders } from './founders.ts';
import { decodeFilm, sendFiles, writeFiles, type MediaSeedDeps, type SentFile } from './seed-media.ts';

export type StorySeedDeps = Pick<Deps, 'club' | 'texts'> & MediaSeedDeps;

/** The staff of the demo: two, since an appeal is decided by another person than the decision was. */
export const demoStaff: readonly Omit<Staff, 'id' | 'address' | 'status'>[] = [
  { name: 'Camille Démo', email: 'camille@club-mulhouse.example', role: 'admin', language: 'fr' },
  { name: 'Dominique Démo', email: 'dominique@club-mulhouse.example', role: 'moderator', language: 'fr' },
];

/** Somebody whose stories are there to be changed and withdrawn. */
export const demoAuthor = founders()[10]!.member.email;

const day = 86_400_000;
const hour = 3_600_000;

/** The public id of a story: the same in every demo, so that a link to it holds. */
export function storyId(key: string): string {
  return createHash('sha256').update(`demo story: ${key}`).digest('base64url').slice(0, 22);
}

/** Adds the people of the staff who are not there yet. */
export async function seedStaff({ storage }: Pick<Deps, 'storage'>, now: number): Promise<void> {
  for (const person of demoStaff) {
    const address = parseAddress(person.email)!.canonical;
    if (await storage.sessions.staffByAddress(address)) continue;
    await storage.write((tx) => tx.sessions.insertStaff({ ...person, address, status: 'active' }, now));
  }
}

/**
 * Tells all stories at once, or none: whoever removes one in the console does not find it again after the next
 * start.
 */
export async function seedStories(
  deps: StorySeedDeps,
  members: ReadonlyMap<number, { memberId: number; partnerId: number }>,
  now: number,
): Promise<void> {
  const { storage } = deps;
  const known = await Promise.all(demoStories.map(({ key }) => storage.stories.byPublicId(storyId(key))));
  if (!known.some(Boolean)) await tellAll(deps, members, now);
  // A film is whole, and has its captions, before it is published; a start that was cut short goes on here.
  for (const story of demoStories) if (story.film) await publishFilm(deps, story, story.film, now);
}

async function tellAll(
  deps: StorySeedDeps,
  members: ReadonlyMap<number, { memberId: number; partnerId: number }>,
  now: number,
): Promise<void> {
  // From the oldest, so that what was told last has the highest number, as in a real club.
  const stories = demoStories.toSorted((a, b) => b.daysAgo - a.daysAgo);
  const files = new Map(await Promise.all(stories.map(async (one) => [one, await sendFiles(deps, one)] as const)));
  await deps.storage.write(async (tx) => {
    const terms = await keepTerms(deps, tx, 'fr');
    for (const story of stories) {
      const author = members.get(story.founder);
      if (author) await tell(deps, tx, story, author, files.get(story)!, terms, now);
    }
  });
}

async function publishFilm(deps: StorySeedDeps, story: DemoStory, film: DemoFilm, now: number): Promise<void> {
  const { storage } = deps;
  const told = await storage.stories.byPublicId(storyId(story.key));
  if (told?.status !== 'pending' || told.publishedAt !== null) return;
  const [admin] = await storage.sessions.staff();
  await decodeFilm(deps, told.id, admin!.id, film);
  await storage.write((tx) => publish(tx, told, story, now));
}

async function tell(
  deps: StorySeedDeps,
  tx: Transaction,
  story: DemoStory,
  author: { memberId: number; partnerId: number },
  files: readonly SentFile[],
  terms: string,
  now: number,
): Promise<void> {
  const toldAt = publishedAt(story, now) - 5 * hour;
  const { text, language, circle, signature, place, link = null } = story;
  const hasMedia = files.length > 0;
  const words = { text, language, circle, signature, place, prompt: null, link, people: hasMedia ? 'nobody' : null };
  const id = await tx.stories.insert({ publicId: storyId(story.key), ...author, ...words, adult: hasMedia }, toldAt);
  await writeFiles(deps, tx, { id, memberId: author.memberId }, files, toldAt, now);
  await tx.stories.setKind(id, kindOf(link, [...files]));
  await tx.stories.setPermissions(id, permissionsOf(story.allows ?? storyUses), terms, toldAt);
  await tx.stories.move(id, ['draft'], 'pending', toldAt);
  if (!story.pending && !story.film) await publish(tx, { id, partnerId: author.partnerId }, story, now);
}

const publishedAt = (story: DemoStory, now: number): number => now - story.daysAgo * day - 2 * hour;

async function publish(
  tx: Transaction,
  { id, partnerId }: { id: number; partnerId: number },
  story: DemoStory,
  now: number,
): Promise<void> {
  const at = publishedAt(story, now);
  await tx.stories.move(id, ['pending'], 'published', at);
  await tx.stories.setTags(id, story.tags);
  if (story.featured) await tx.stories.setFeatured(id, true);
  if (story.reported) await report(tx, story, id, partnerId, at + day);
}

function permissionsOf(allowed: readonly StoryUse[]): Permissions {
  return Object.fromEntries(storyUses.map((use) => [use, allowed.includes(use)])) as Permissions;
}

async function report(tx: Transaction, story: DemoStory, storyId: number, partnerId: number, at: number) {
  await tx.moderation.insertReport({
    receipt: 'DEM0-DEM0-DEM0',
    storyId,
    storyVersion: 1,
    reason: story.reported!.reason,
    text: story.reported!.text,
    url: 'http://localhost/',
    partnerId,
    name: 'Une visiteuse',
    email: 'visiteuse@fondateurs.example',
    language: 'fr',
    at,
  });
}
