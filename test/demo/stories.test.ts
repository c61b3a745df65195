/** The demo's stories: written with care, all of them allowed by the club's own rules, told as real ones are. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { storyLimits } from '../../api/contract/limits.ts';
import { locales } from '../../api/contract/locales.ts';
import { storyTextProblem, textProblem } from '../../api/contract/text.ts';
import { storyLanguages, storyUses } from '../../api/contract/vocabulary.ts';
import { parseCaptions } from '../../api/domain/media/captions.ts';
import { demoStories } from '../../demo/content/stories/index.ts';
import { founders } from '../../demo/founders.ts';
import { demoStaff, storyId } from '../../demo/seed-stories.ts';
import { openSeededDemo, type SeededDemo } from '../support/seeded-demo.ts';
import { testClub } from '../support/app.ts';

const content = new URL('../../demo/content/', import.meta.url);

describe('what is told', () => {
  test('fits what a story may be', () => {
    const circles = testClub.circles.map(({ id }) => id);
    const tags = testClub.tags.map(({ id }) => id);
    for (const story of demoStories) {
      assert.equal(storyTextProblem(story.text, storyLimits.textMin, storyLimits.text), undefined, story.key);
      assert.equal(textProblem(story.signature, storyLimits.signature), undefined, story.key);
      assert.ok(circles.includes(story.circle), story.key);
      assert.ok(storyLanguages.includes(story.language), story.key);
      for (const tag of story.tags) assert.ok(tags.includes(tag), `${story.key}: ${tag}`);
    }
  });

  test('is told in the four languages of the club and in others, by different people', () => {
    const spoken = new Set(demoStories.map(({ language }) => language));
    for (const locale of locales) assert.ok(spoken.has(locale), locale);
    assert.ok(spoken.has('ar') && spoken.has('tr') && spoken.has('it'));
    assert.equal(new Set(demoStories.map(({ founder }) => founder)).size, demoStories.length);
    assert.equal(new Set(demoStories.map(({ key }) => key)).size, demoStories.length);
  });

  test('is told by a founder of that name and, in the circle by invitation, of that circle', () => {
    const list = founders();
    for (const { founder, circle, language, signature, key } of demoStories) {
      const { member } = list[founder - 1]!;
      if (language !== 'ar') assert.ok(signature.startsWith(member.firstName), `${key}: ${member.firstName}`);
      if (circle === 'vip') assert.equal(member.circle, 'vip', key);
    }
  });

  test('has its pictures, each described', () => {
    const pictures = demoStories.flatMap((story) => story.pictures ?? []);
    assert.ok(pictures.length >= 10);
    for (const { file, alt } of pictures) {
      assert.ok(existsSync(new URL(`pictures/${file}.jpg`, content)), file);
      assert.ok(alt.length > 20 && alt.length <= storyLimits.alt, file);
    }
  });

  test('is set as its language is: French spaces, real quotation marks', () => {
    for (const { key, language, text } of demoStories) {
      assert.doesNotMatch(text, /["']|\.\.\./, key);
      if (language !== 'fr') continue;
      assert.doesNotMatch(text, /(?<!\u202f)[;!?]/, key);
      assert.doesNotMatch(text, /(?<!\u00a0):|«(?!\u00a0)|(?<!\u00a0)»/, key);
    }
  });
});

describe('in the database', () => {
  let demo: SeededDemo;
  before(async () => {
    demo = await openSeededDemo();
  });
  after(() => demo.remove());

  const stored = (key: string) => demo.deps.storage.stories.byPublicId(storyId(key));

  test('everything is published but what waits for the console, with tags and permissions', async () => {
    for (const story of demoStories) {
      const row = (await stored(story.key))!;
      assert.equal(row.status, story.pending ? 'pending' : 'published', story.key);
      assert.equal(row.featured, Boolean(story.featured), story.key);
      const tags = (await demo.deps.storage.stories.tags([row.id])).get(row.id) ?? [];
      assert.deepEqual([...tags].sort(), story.pending ? [] : [...story.tags].sort(), story.key);
      const allowed = (await demo.deps.storage.stories.permissions([row.id])).get(row.id)!;
      assert.deepEqual(
        storyUses.filter((use) => allowed[use]),
        storyUses.filter((use) => (story.allows ?? storyUses).includes(use)),
      );
    }
  });

  test('the film has a picture, captions in two languages and a transcript; the photos wait for the decoder', async () => {
    const film = (await stored('film-du-tram'))!;
    const [media] = await demo.deps.storage.media.byStory([film.id]);
    assert.equal(media?.status, 'ready');
    assert.ok(media.transcript);
    const captions = media.files.filter(({ role }) => role === 'captions');
    assert.deepEqual(captions.map(({ language }) => language).sort(), ['de', 'fr']);
    for (const { text } of captions) assert.equal(parseCaptions(text!)?.length, 4);
    // A drawn picture is much heavier than the one colour that stands for a film without any.
    assert.ok(media.files.some(({ role, width, bytes }) => role === 'image' && width >= 900 && bytes > 20_000));
    const garden = (await stored('jardin-de-la-cite'))!;
    const [photo] = await demo.deps.storage.media.byStory([garden.id]);
    assert.equal(photo?.status, 'processing');
    assert.match(photo.alt, /^Dessin\u00a0:/);
  });

  test('the console has something to do, and two people who may do it', async () => {
    const { waiting, reports } = {
      waiting: await demo.deps.storage.moderation.waiting(),
      reports: await demo.deps.storage.moderation.reports('open', 10),
    };
    assert.equal(waiting.stories, demoStories.filter(({ pending }) => pending).length);
    assert.equal(reports.length, 1);
    const staff = await demo.deps.storage.sessions.staff();
    assert.deepEqual(staff.map(({ role }) => role).sort(), demoStaff.map(({ role }) => role).sort());
  });

  test('a second start tells nothing twice and brings back nothing that was removed', async () => {
    const removed = (await stored('greeter'))!;
    await demo.deps.storage.write(async (tx) => {
      await tx.media.removeOf({ storyId: removed.id }, demo.now);
      await tx.stories.remove(removed.id);
    });
    const before = await demo.deps.storage.stories.feed({ site: 'club', order: 'newest', limit: 100 });
    await demo.seedAgain();
    const now = await demo.deps.storage.stories.feed({ site: 'club', order: 'newest', limit: 100 });
    assert.deepEqual(
      now.map(({ story }) => story.publicId),
      before.map(({ story }) => story.publicId),
    );
    assert.equal(await stored('greeter'), undefined);
  });
});
