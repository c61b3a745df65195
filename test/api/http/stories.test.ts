/** What everybody reads: feeds with their filters and pages, and single stories. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { StoryFeed, StoryView } from '../../../api/contract/story.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { signedInMember, signedInWidget, type SignedIn } from '../../support/session.ts';
import {
  addMedia,
  allow,
  approve,
  draftOf,
  feedOf,
  publishedStory,
  submit,
  waitingStory,
  wholeFeed,
} from '../../support/stories.ts';

let app: TestApp;
let author: SignedIn;
beforeEach(async () => {
  app = await openTestApp({ mediaOrigin: 'https://media.example' });
  author = await signedInWidget(app);
});
afterEach(() => app.remove());

const texts = async (query: string) => (await feedOf(app, query)).stories.map(({ text }) => text);

async function problemOf(path: string): Promise<Problem> {
  const response = await app.request(path);
  const problem = (await response.json()) as Problem;
  assert.equal(problem.status, response.status);
  return problem;
}

async function edit(id: string, work: (rowId: number) => Promise<unknown>): Promise<void> {
  await work((await app.deps.storage.stories.byPublicId(id))!.id);
  app.clock.time += 1000;
}

describe('a story', () => {
  test('is shown as it was told, with its circle in the language that was asked for', async () => {
    const text = 'Première ligne.\n\n  <b>Deuxième</b> & la suite — « fin » 🔥';
    const { id } = await publishedStory(app, author, {
      text,
      signature: 'Odile K.',
      place: 'Dornach',
      language: 'gsw',
    });
    await edit(id, (row) => app.deps.storage.write((tx) => tx.stories.setTags(row, ['table'])));
    for (const lang of ['fr', 'de', 'en', 'gsw'] as const) {
      const response = await app.request(`/v1/stories/${id}?partner=ville&lang=${lang}`);
      const story = StoryView.parse(await response.json());
      const circle = testClub.circles[0]!;
      assert.deepEqual(story, {
        id,
        kind: 'text',
        language: 'gsw',
        text,
        author: { name: 'Odile K.', place: 'Dornach', circle: { id: circle.id, name: circle.name[lang] } },
        partner: 'Ville de Mulhouse (démo)',
        tags: ['table'],
        featured: false,
        publishedAt: story.publishedAt,
        media: [],
        link: null,
        url: `${publicUrl}/stories/${id}`,
      });
      const feed = StoryFeed.parse(await feedOf(app, `?partner=ville&lang=${lang}`));
      assert.deepEqual(feed.stories, [story]);
      const { facebook, instagram } = testClub.social;
      assert.deepEqual(feed.club, { name: testClub.name[lang], facebook, instagram });
      assert.ok(facebook && instagram);
    }
  });

  test('told on the club’s own page names no partner', async () => {
    const atHome = await signedInMember(app);
    const { id } = await publishedStory(app, atHome);
    const story = StoryView.parse(await (await app.request(`/v1/stories/${id}`)).json());
    assert.equal(story.partner, null);
  });

  test('with a link to a film shows the film’s one address', async () => {
    const { id } = await publishedStory(app, author, { link: 'https://youtu.be/dQw4w9WgXcQ?si=x' });
    const story = StoryView.parse(await (await app.request(`/v1/stories/${id}`)).json());
    assert.deepEqual(story.link, { site: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' });
    assert.equal(story.kind, 'video');
  });

  test('shows its photos in their order, the narrowest and lightest file first, from the media’s own origin', async () => {
    const { id } = await draftOf(author, { people: 'me', adult: true });
    const media = [await addMedia(app, id, { alt: 'Un' }), await addMedia(app, id, { alt: 'Deux' })];
    await allow(author, id, ['club_site']);
    await author.request('PUT', `/v1/me/stories/${id}/media/${media[1]}`, { position: 0 });
    await submit(author, id);
    await approve(app, id);
    const story = StoryView.parse(await (await app.request(`/v1/stories/${id}`)).json());
    assert.deepEqual(
      story.media.map(({ alt }) => alt),
      ['Deux', 'Un'],
    );
    const [photo] = story.media;
    assert.deepEqual(
      photo!.images.map(({ width, type }) => `${width} ${type}`),
      [480, 960, 1600].flatMap((width) => [`${width} image/webp`, `${width} image/jpeg`]),
    );
    assert.match(photo!.images[0]!.url, /^https:\/\/media\.example\/media\/file-\d+-480\.webp$/);
    assert.deepEqual([photo!.film, photo!.captions, photo!.duration], [null, [], null]);
    assert.equal(story.kind, 'photo');
  });

  test('shows its film with poster, captions and transcript', async () => {
    const { id } = await draftOf(author, { people: 'nobody', adult: true });
    const media = await addMedia(app, id, { kind: 'video', alt: 'not for films' });
    const row = (await app.deps.storage.media.byPublicId(media))!;
    await app.deps.storage.write((tx) => tx.media.change(row.id, { transcript: 'Une rue, le matin.' }));
    await allow(author, id, ['club_site']);
    await submit(author, id);
    await approve(app, id);
    const story = StoryView.parse(await (await app.request(`/v1/stories/${id}`)).json());
    const [film] = story.media;
    assert.equal(film!.film!.type, 'video/mp4');
    assert.equal(film!.images.length, 6);
    assert.equal(film!.transcript, 'Une rue, le matin.');
    assert.equal(film!.alt, '');
    assert.deepEqual(
      film!.captions.map(({ language }) => language),
      ['fr'],
    );
  });

  test('is not there before it is approved, on sites without permission, and under names that are none', async () => {
    const draft = await draftOf(author);
    const waiting = await waitingStory(author);
    const { id } = await publishedStory(app, author, {}, ['partner_sites']);
    assert.equal((await app.request(`/v1/stories/${id}?partner=ville`)).status, 200);
    for (const path of [
      draft.id,
      waiting.id,
      id,
      `${id}?partner=club`,
      `${waiting.id}?partner=ville`,
      'unknown',
      `${id.slice(0, 21)}%00`,
      `${id.slice(0, 21)}%F0%9F%92%A5`,
      '..%2f..%2fetc%2fpasswd',
    ]) {
      assert.equal((await problemOf(`/v1/stories/${path}`)).code, 'not_found', path);
    }
  });
});

describe('a feed', () => {
  test('shows each site what is permitted there', async () => {
    await publishedStory(app, author, { text: 'Pour le site du club seulement.' }, ['club_site']);
    await publishedStory(app, author, { text: 'Pour les sites des partenaires.' }, ['partner_sites']);
    await publishedStory(app, author, { text: 'Pour les deux sortes de sites.' });
    assert.deepEqual((await texts('')).sort(), ['Pour le site du club seulement.', 'Pour les deux sortes de sites.']);
    assert.deepEqual(await texts('?partner=club'), await texts(''));
    assert.deepEqual((await texts('?partner=ville')).sort(), [
      'Pour les deux sortes de sites.',
      'Pour les sites des partenaires.',
    ]);
  });

  test('shows a page elsewhere what is permitted elsewhere, whatever partner it names', async () => {
    const { id: here } = await publishedStory(app, author, { text: 'Pour le site du club seul, et pas plus.' }, [
      'club_site',
    ]);
    const { id: there } = await publishedStory(app, author, { text: 'Pour les sites des partenaires.' }, [
      'partner_sites',
    ]);
    const seen = async (origin: string | undefined, query: string) => {
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      const feed = StoryFeed.parse(await (await app.request(`/v1/stories${query}`, { headers })).json());
      const single = await Promise.all(
        [here, there].map(async (id) => (await app.request(`/v1/stories/${id}${query}`, { headers })).status),
      );
      return [feed.stories.map(({ id }) => id), single];
    };
    for (const query of ['', '?partner=club']) {
      // Twice, and each after the other: what is kept for one is nothing for the other.
      for (let times = 0; times < 2; times++) {
        assert.deepEqual(await seen(undefined, query), [[here], [200, 404]]);
        assert.deepEqual(await seen(publicUrl, query), [[here], [200, 404]]);
        for (const origin of [partnerOrigin, 'https://anywhere.example', 'null']) {
          assert.deepEqual(await seen(origin, query), [[there], [404, 200]], origin);
        }
      }
    }
  });

  test('is filtered by circle, kind, language, tag and partner, alone and together', async () => {
    const atHome = await signedInMember(app, { circle: 'entrepreneurs' });
    const french = await publishedStory(app, author, { text: 'Une histoire en français, ici.' });
    await publishedStory(app, author, { text: 'Eine Geschichte auf Deutsch, hier.', language: 'de' });
    await publishedStory(app, atHome, {
      text: 'A story with a film, in English.',
      language: 'en',
      link: 'https://vimeo.com/123',
    });
    await edit(french.id, (row) => app.deps.storage.write((tx) => tx.stories.setTags(row, ['culture', 'table'])));
    const french_ = 'Une histoire en français, ici.';
    const english = 'A story with a film, in English.';
    assert.deepEqual(await texts('?circle=entrepreneurs'), [english]);
    assert.deepEqual(await texts('?kind=video'), [english]);
    assert.deepEqual(await texts('?language=de'), ['Eine Geschichte auf Deutsch, hier.']);
    assert.deepEqual(await texts('?tag=table'), [french_]);
    assert.deepEqual(await texts('?from=club'), [english]);
    assert.equal((await texts('?from=ville')).length, 2);
    assert.deepEqual(await texts('?from=ville&language=fr&circle=habitants&kind=text&tag=culture&order=oldest'), [
      french_,
    ]);
    assert.deepEqual(await texts('?circle=entrepreneurs&kind=text'), []);
    // Empty is the same as not said: an attribute that a page left blank.
    assert.equal((await texts('?circle=&kind=&language=&tag=&from=&order=&limit=&after=&partner=')).length, 3);
  });

  test('has three orders', async () => {
    const [one, two, three] = ['La première des trois histoires', 'La deuxième des trois histoires', 'La troisième'];
    await publishedStory(app, author, { text: one! });
    const { id } = await publishedStory(app, author, { text: two! });
    await publishedStory(app, author, { text: `${three} des histoires` });
    await edit(id, (row) => app.deps.storage.write((tx) => tx.stories.setFeatured(row, true)));
    const order = async (query: string) => (await texts(query)).map((text) => text.split(' ')[1]);
    assert.deepEqual(await order(''), ['deuxième', 'troisième', 'première']);
    assert.deepEqual(await order('?order=featured'), ['deuxième', 'troisième', 'première']);
    assert.deepEqual(await order('?order=newest'), ['troisième', 'deuxième', 'première']);
    assert.deepEqual(await order('?order=oldest'), ['première', 'deuxième', 'troisième']);
  });

  test('comes in pages: every story once, in every order, whatever is featured', async () => {
    const told: string[] = [];
    for (let i = 0; i < 7; i++) {
      const { id } = await publishedStory(app, author, { text: `Histoire numéro ${i} de cette ville.` });
      if (i % 3 === 0) await edit(id, (row) => app.deps.storage.write((tx) => tx.stories.setFeatured(row, true)));
      told.push(id);
    }
    for (const order of ['featured', 'newest', 'oldest']) {
      const seen = (await wholeFeed(app, `?partner=ville&order=${order}&limit=2`)).map(({ id }) => id);
      assert.deepEqual(seen.toSorted(), told.toSorted(), order);
      if (order !== 'featured') assert.deepEqual(order === 'oldest' ? seen : seen.toReversed(), told);
    }
    assert.equal((await feedOf(app, '?limit=7')).next, null);
  });

  test('a page goes on where the one before ended, also when that story is gone', async () => {
    for (let i = 0; i < 4; i++) await publishedStory(app, author, { text: `Histoire numéro ${i} de cette ville.` });
    const first = await feedOf(app, '?limit=2&order=newest');
    await author.request('POST', `/v1/me/stories/${first.stories[1]!.id}/withdraw`);
    assert.deepEqual(
      (await texts(`?limit=2&order=newest&after=${first.next}`)).map((text) => text.split(' ')[2]),
      ['1', '0'],
    );
  });

  test('holds no more than a page, and no number of a row', async () => {
    for (let i = 0; i < storyLimits.page + 1; i++) await publishedStory(app, author);
    assert.equal((await feedOf(app)).stories.length, 12);
    const whole = await feedOf(app, `?limit=${storyLimits.page}`);
    assert.equal(whole.stories.length, storyLimits.page);
    const place = Buffer.from(whole.next!, 'base64url').toString('latin1');
    assert.ok(!/\d{5}/.test(place), place);
  });

  const wrong: [query: string, status: number, field: string][] = [
    ['circle=nobody', 422, 'circle'],
    ['circle=__proto__', 422, 'circle'],
    ['kind=audio', 422, 'kind'],
    ['language=tlh', 422, 'language'],
    ['tag=nothing', 422, 'tag'],
    ['from=nobody', 422, 'from'],
    ['from=%00', 422, 'from'],
    ['order=random', 422, 'order'],
    ['limit=0', 422, 'limit'],
    ['limit=25', 422, 'limit'],
    ['limit=1.5', 422, 'limit'],
    ['limit=many', 422, 'limit'],
    ['after=x', 422, 'after'],
    [`after=${'A'.repeat(60)}`, 422, 'after'],
    [`after=${'A'.repeat(5000)}`, 422, 'after'],
    ['partner=nobody', 404, ''],
    ['partner=%00', 422, 'partner'],
  ];
  for (const [query, status, field] of wrong) {
    test(`${query.slice(0, 30)} is refused`, async () => {
      const problem = await problemOf(`/v1/stories?${query}`);
      assert.equal(problem.status, status);
      assert.deepEqual(problem.errors?.map((error) => error.field) ?? [], field ? [field] : []);
    });
  }

  test('a place of another list, or one that was changed, is none', async () => {
    for (let i = 0; i < 3; i++) await publishedStory(app, author);
    const { next } = await feedOf(app, '?limit=1');
    for (let i = 0; i < next!.length; i++) {
      const other = next!.slice(0, i) + (next![i] === 'A' ? 'B' : 'A') + next!.slice(i + 1);
      // The last letter of base64 has bits that say nothing.
      if (Buffer.from(other, 'base64url').equals(Buffer.from(next!, 'base64url'))) continue;
      assert.equal((await app.request(`/v1/stories?after=${other}`)).status, 422, other);
    }
  });

  test('of a partner that is paused is closed; what was told there stays', async () => {
    await publishedStory(app, author);
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    app.clock.time += 1000;
    assert.equal((await problemOf('/v1/stories?partner=ville')).code, 'partner_paused');
    assert.equal((await texts('?from=ville')).length, 1);
  });
});
