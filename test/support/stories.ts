/** Stories as they come about: told over the API by people who are signed in, decided at the storage. */
import assert from 'node:assert/strict';
import type { MyStoryView, StoryFeed, StoryFields, StoryView } from '../../api/contract/story.ts';
import { storyUses, type RefusalReason, type StoryUse } from '../../api/contract/vocabulary.ts';
import type { DecisionAction } from '../../api/domain/moderation/ports.ts';
import { newId } from '../../api/domain/ids.ts';
import { testClub, type TestApp } from './app.ts';
import type { SignedIn } from './session.ts';

type On = Pick<TestApp, 'deps' | 'clock' | 'request'>;

/** The smallest story that can be sent. */
export function storyBody(changes: Partial<StoryFields> = {}): StoryFields {
  return { text: 'J’aime la place de la Réunion au petit matin.', language: 'fr', ...changes };
}

export async function readMine(response: Response, status = 200): Promise<MyStoryView> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as MyStoryView;
}

export async function draftOf(person: SignedIn, changes: Partial<StoryFields> = {}): Promise<MyStoryView> {
  return readMine(await person.request('POST', '/v1/me/stories', storyBody(changes)), 201);
}

/** Allows exactly these uses. */
export function allow(
  person: SignedIn,
  id: string,
  uses: readonly StoryUse[],
  { text = testClub.storyTerms.version, query = '' }: { text?: string; query?: string } = {},
): Promise<Response> {
  const permissions = Object.fromEntries(storyUses.map((use) => [use, uses.includes(use)]));
  return person.request('PUT', `/v1/me/stories/${id}/permissions${query}`, { permissions, text });
}

export const submit = (person: SignedIn, id: string) => person.request('POST', `/v1/me/stories/${id}/submit`);

/** A story that waits for a moderator. */
export async function waitingStory(
  person: SignedIn,
  changes: Partial<StoryFields> = {},
  uses: readonly StoryUse[] = ['club_site', 'partner_sites'],
): Promise<MyStoryView> {
  const { id } = await draftOf(person, changes);
  await readMine(await allow(person, id, uses));
  return readMine(await submit(person, id));
}

/** Moves a story as a moderator does in another process: this one sees it a second later. */
export async function approve({ deps, clock }: On, publicId: string): Promise<void> {
  await deps.storage.write(async (tx) => {
    const story = await tx.stories.find(publicId);
    assert.ok(await tx.stories.move(story!.id, ['pending'], 'published', clock.now()), 'it does not wait');
  });
  clock.time += 1000;
}

/** A story that everybody can read. */
export async function publishedStory(
  app: On,
  person: SignedIn,
  changes: Partial<StoryFields> = {},
  uses?: readonly StoryUse[],
): Promise<MyStoryView> {
  const { id } = await waitingStory(person, changes, uses);
  await approve(app, id);
  return readMine(await person.request('GET', `/v1/me/stories/${id}`));
}

/** Refuses or removes, as a moderator does; answers the decision's identifier. */
export async function decide(
  { deps, clock }: On,
  publicId: string,
  staffId: number,
  action: Extract<DecisionAction, 'approve' | 'refuse' | 'remove'>,
  reason: RefusalReason | null = 'off_topic',
): Promise<string> {
  const decision = newId(deps);
  await deps.storage.write(async (tx) => {
    const story = (await tx.stories.find(publicId))!;
    const to = ({ approve: 'published', refuse: 'refused', remove: 'removed' } as const)[action];
    assert.ok(await tx.stories.move(story.id, ['pending', 'published'], to, clock.now()));
    await tx.moderation.insertDecision({
      publicId: decision,
      storyId: story.id,
      storyVersion: story.version,
      staffId,
      action,
      reason: action === 'approve' ? null : reason,
      text: action === 'approve' ? null : 'Le récit ne parle pas de la ville.',
      before: '{}',
      at: clock.now(),
    });
  });
  clock.time += 1000;
  return decision;
}

let files = 0;

/** A photo or film of a story, as the decoder leaves it; answers its identifier. */
export async function addMedia(
  { deps, clock }: On,
  publicId: string,
  { kind = 'photo', alt = 'La place', ready = true }: { kind?: 'photo' | 'video'; alt?: string; ready?: boolean } = {},
): Promise<string> {
  const mediaId = newId(deps);
  const story = (await deps.storage.stories.byPublicId(publicId))!;
  const position = (await deps.storage.media.byStory([story.id])).length;
  await deps.storage.write(async (tx) => {
    const now = clock.now();
    const row = { publicId: mediaId, storyId: story.id, memberId: story.memberId, kind, position };
    const id = await tx.media.insert({ ...row, fileName: 'IMG_0001.HEIC', bytes: 1000 }, now);
    await tx.media.change(id, { alt });
    await tx.stories.bump(story.id, now);
    await tx.stories.setKind(story.id, kind);
    if (!ready) return;
    const facts = { width: 1600, height: 1200, duration: kind === 'video' ? 9000 : null, placeholder: '#a08060' };
    await tx.media.ready(id, facts, filesOf(kind));
  });
  return mediaId;
}

/** Files in no order at all: whoever shows them has to sort. */
function filesOf(kind: 'photo' | 'video') {
  files += 1;
  const file = (role: 'image' | 'film' | 'captions', width: number, type: string, ending: string) => ({
    role,
    name: `file-${files}-${width}.${ending}`,
    type,
    width,
    height: (width * 3) / 4,
    bytes: width * 10,
    language: role === 'captions' ? 'fr' : null,
    text: role === 'captions' ? 'WEBVTT\n' : null,
  });
  const images = [1600, 480, 960].flatMap((width) => [
    file('image', width, 'image/jpeg', 'jpg'),
    file('image', width, 'image/webp', 'webp'),
  ]);
  if (kind === 'photo') return images;
  return [...images, file('film', 1280, 'video/mp4', 'mp4'), file('captions', 0, 'text/vtt', 'vtt')];
}

/** A feed, as a page asks for it. */
export async function feedOf({ request }: Pick<TestApp, 'request'>, query = ''): Promise<StoryFeed> {
  const response = await request(`/v1/stories${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as StoryFeed;
}

/** Every story of a feed, page after page. */
export async function wholeFeed(app: Pick<TestApp, 'request'>, query = '?'): Promise<StoryView[]> {
  const stories: StoryView[] = [];
  let next: string | null = null;
  do {
    const page: StoryFeed = await feedOf(app, next === null ? query : `${query}&after=${next}`);
    stories.push(...page.stories);
    next = page.next;
  } while (next !== null);
  return stories;
}
