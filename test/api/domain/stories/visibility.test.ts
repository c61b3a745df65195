/**
 * Whatever happens in whatever order: what can be read is exactly what was approved and is still permitted.
 * The model knows three things of a story: its words, what is allowed, and the words that were approved last.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StoryFeed, StoryView } from '../../../../api/contract/story.ts';
import type { StoryUse } from '../../../../api/contract/vocabulary.ts';
import { depart } from '../../../../api/domain/memberships/leave.ts';
import { createApp } from '../../../../api/app.ts';
import { openTestApp, publicUrl, type TestApp } from '../../../support/app.ts';
import { signedInWidget, type SignedIn } from '../../../support/session.ts';
import { addMedia, allow, draftOf, storyBody, submit } from '../../../support/stories.ts';

interface Told {
  id: string;
  author: number;
  text: string;
  uses: readonly StoryUse[];
  media: string[];
  /** What everybody may read, when it is permitted; nothing when nothing is approved. */
  approved: { text: string; media: string[] } | undefined;
}

interface World {
  app: TestApp;
  authors: SignedIn[];
  gone: Set<number>;
  stories: Told[];
}

type Step = { name: string; story: number; text: number; uses: readonly StoryUse[] };

const textOf = (number: number) => (number === 0 ? 'Trop court.' : `Une histoire de la ville, version ${number}.`);
const isSite = (use: StoryUse) => use === 'club_site' || use === 'partner_sites';
const at = ({ id }: Told) => `/v1/me/stories/${id}`;

let views = 0;

async function statusOf(author: SignedIn, told: Told): Promise<string | undefined> {
  return ((await (await author.request('GET', at(told))).json()) as { status?: string }).status;
}

/** What each step does, and what has to hold of the model afterwards. A refused step changes nothing. */
const steps: Record<string, (world: World, told: Told, step: Step) => Promise<void>> = {
  async edit({ authors }, told, { text }) {
    const author = authors[told.author]!;
    const now = (await (await author.request('GET', at(told))).json()) as { version?: number };
    const words = { ...storyBody({ text: textOf(text), people: 'me', adult: true }), version: now.version ?? 1 };
    const { ok } = await author.request('PUT', at(told), words);
    if (!ok || told.text === textOf(text)) return;
    Object.assign(told, { text: textOf(text), approved: undefined });
  },
  async send({ authors }, told) {
    await submit(authors[told.author]!, told.id);
  },
  async approve({ app }, told) {
    const moved = await app.deps.storage.write(async (tx) => {
      const story = await tx.stories.find(told.id);
      return story ? tx.stories.move(story.id, ['pending'], 'published', app.clock.now()) : false;
    });
    // This was another process: its word is known a second later.
    app.clock.time += 1000;
    if (!moved) return;
    assert.ok(told.text.length >= 20 && told.uses.some(isSite), 'something unfinished was waiting');
    told.approved = { text: told.text, media: [...told.media] };
  },
  async remove({ app }, told) {
    const moved = await app.deps.storage.write(async (tx) => {
      const story = await tx.stories.find(told.id);
      return story ? tx.stories.move(story.id, ['published', 'pending'], 'removed', app.clock.now()) : false;
    });
    app.clock.time += 1000;
    if (moved) told.approved = undefined;
  },
  /** What a patient author and a moderator do together. */
  async publish(world, told, step) {
    const both = ['club_site', 'partner_sites'] as const;
    await steps['permit']!(world, told, { ...step, uses: both });
    await steps['send']!(world, told, step);
    await steps['approve']!(world, told, step);
  },
  async withdraw({ authors }, told) {
    const before = await statusOf(authors[told.author]!, told);
    const { ok } = await authors[told.author]!.request('POST', `${at(told)}/withdraw`);
    if (ok && before !== 'withdrawn') Object.assign(told, { approved: undefined, uses: [], media: [] });
  },
  async permit({ authors }, told, { uses }) {
    const { ok } = await allow(authors[told.author]!, told.id, uses);
    if (!ok) return;
    const isWithdrawn = told.approved && !uses.some(isSite);
    Object.assign(told, isWithdrawn ? { uses: [], media: [], approved: undefined } : { uses });
  },
  async photo({ app, gone }, told) {
    // Uploading is not this API's: only stories that nobody has sent get a photo here.
    const story = await app.deps.storage.stories.byPublicId(told.id);
    if (gone.has(told.author) || story?.status !== 'draft' || told.media.length > 2) return;
    told.media.push(await addMedia(app, told.id));
  },
  async describe({ authors }, told) {
    // Each is new, so that each is a change.
    const alt = `Une vue ${(views += 1)}`;
    const { ok } = await authors[told.author]!.request('PUT', `${at(told)}/media/${told.media[0]}`, { alt });
    if (ok) told.approved = undefined;
  },
  async takeAway({ authors }, told) {
    const { ok } = await authors[told.author]!.request('DELETE', `${at(told)}/media/${told.media[0]}`);
    if (ok) Object.assign(told, { media: told.media.slice(1), approved: undefined });
  },
  async delete({ authors }, told) {
    const { ok } = await authors[told.author]!.request('DELETE', at(told));
    if (ok) Object.assign(told, { approved: undefined, text: '', uses: [], media: [] });
  },
  async leave({ app, authors, gone, stories }, told) {
    if (gone.has(told.author)) return;
    const { storage, keys } = app.deps;
    await storage.write(async (tx) => {
      const member = await tx.findMember(authors[told.author]!.id);
      await depart(tx, { keys }, member!, app.clock.now());
    });
    app.clock.time += 1000;
    gone.add(told.author);
    for (const story of stories) if (story.author === told.author) story.approved = undefined;
  },
};

/** Reads as anybody may, and compares with what the model says. */
async function check({ app, stories }: World, where: string): Promise<void> {
  for (const [query, use] of [
    ['?order=oldest', 'club_site'],
    ['?order=oldest&partner=ville', 'partner_sites'],
    ['?order=oldest&partner=ville&circle=habitants&language=fr', 'partner_sites'],
  ] as const) {
    const feed = (await (await app.request(`/v1/stories${query}`)).json()) as StoryFeed;
    const expected = stories.filter(({ approved, uses }) => approved && uses.includes(use));
    const words = (list: { id: string; text: string; media: string[] }[]) =>
      list.map(({ id, text, media }) => `${id} ${text} ${media.join()}`).sort();
    assert.deepEqual(
      words(feed.stories.map(({ id, text, media }) => ({ id, text, media: media.map((one) => one.id) }))),
      words(expected.map(({ id, approved }) => ({ id, ...approved! }))),
      `${where}: ${query}`,
    );
    for (const { id } of stories) {
      const response = await app.request(`/v1/stories/${id}${use === 'club_site' ? '' : '?partner=ville'}`);
      const shown = expected.find((one) => one.id === id);
      assert.equal(response.status, shown ? 200 : 404, `${where}: ${id} for ${use}`);
      if (shown) assert.equal(((await response.json()) as StoryView).text, shown.approved!.text, where);
    }
  }
}

const uses = fc.constantFrom<readonly StoryUse[]>(
  ['club_site', 'partner_sites'],
  ['club_site'],
  ['partner_sites', 'print'],
  ['newsletter', 'social', 'print'],
  [],
);
// What leads to something public is likelier than what ends it, or most runs would have nothing to lose.
const names = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('publish', 'permit', 'send', 'approve') },
  { weight: 1, arbitrary: fc.constantFrom('edit', 'photo', 'describe', 'takeAway', 'permit') },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(steps)) },
);
const anyStep: fc.Arbitrary<Step> = fc.record({ name: names, story: fc.nat(2), text: fc.nat(3), uses });

async function newWorld(): Promise<World> {
  const app = await openTestApp();
  const authors = [await signedInWidget(app), await signedInWidget(app)];
  const stories: Told[] = [];
  for (const author of [0, 0, 1]) {
    const { id } = await draftOf(authors[author]!, { text: textOf(1), people: 'me', adult: true });
    stories.push({ id, author, text: textOf(1), uses: [], media: [], approved: undefined });
  }
  return { app, authors, gone: new Set(), stories };
}

test('what nobody approved or permitted is never visible, and what is visible is word for word what was approved', async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 24, size: 'max' }), async (list) => {
      const world = await newWorld();
      try {
        for (const [index, step] of list.entries()) {
          await steps[step.name]!(world, world.stories[step.story]!, step);
          published += world.stories.filter(({ approved }) => approved).length;
          await check(world, `step ${index}, ${step.name}`);
        }
      } finally {
        await world.app.remove();
      }
    }),
    { numRuns: 30 },
  );
  // A property of nothing would hold as well.
  assert.ok(published > 50, String(published));
});

test('the model is strict enough to notice: a feed that is kept too long breaks it', async () => {
  const world = await newWorld();
  try {
    const [told] = world.stories;
    const step = { name: '', story: 0, text: 2, uses: ['club_site'] as const };
    for (const name of ['permit', 'send', 'approve']) await steps[name]!(world, told!, step);
    await check(world, 'published');
    // An application that another process changes, asked in the same second.
    const other = createApp(world.app.deps);
    const request = (path: string, init: RequestInit = {}) =>
      Promise.resolve(
        other.request(new URL(path, publicUrl).href, {
          ...init,
          headers: { host: new URL(publicUrl).host, ...(init.headers as Record<string, string>) },
        }),
      );
    const author = world.authors[0]!;
    await request(`${at(told!)}/withdraw`, { method: 'POST', headers: author.headers });
    Object.assign(told!, { approved: undefined, uses: [], media: [] });
    await assert.rejects(check(world, 'the same second'), assert.AssertionError);
    world.app.clock.time += 1000;
    await check(world, 'a second later');
  } finally {
    await world.app.remove();
  }
});
