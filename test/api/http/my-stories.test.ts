/** An author's stories over the API: begun, changed, permitted. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { storyLimits } from '../../../api/contract/limits.ts';
import type { Problem } from '../../../api/contract/codes.ts';
import { MyStories, MyStoryView } from '../../../api/contract/story.ts';
import { storyUses } from '../../../api/contract/vocabulary.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { addStaff, signedInMember, signedInWidget, type SignedIn } from '../../support/session.ts';
import {
  allow,
  approve,
  decide,
  draftOf,
  feedOf,
  publishedStory,
  readMine,
  storyBody,
  submit,
  waitingStory,
} from '../../support/stories.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let author: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInWidget(app);
});
afterEach(() => app.remove());

const mine = async (id: string) => readMine(await author.request('GET', `/v1/me/stories/${id}`));
const change = (id: string, version: number, changes = {}) =>
  author.request('PUT', `/v1/me/stories/${id}`, { ...storyBody(), version, ...changes });
const withdraw = (id: string) => author.request('POST', `/v1/me/stories/${id}/withdraw`);

async function refused(response: Response, status: number, code: string): Promise<Record<string, string>> {
  const problem = (await response.json()) as Problem;
  assert.deepEqual([response.status, problem.code], [status, code]);
  return Object.fromEntries((problem.errors ?? []).map((error) => [error.field, error.code]));
}

const storyRow = () => rows(app.dir, 'story')[0]!;

describe('beginning', () => {
  test('an empty draft is taken, with the author’s own circle and first name', async () => {
    const story = MyStoryView.parse(await draftOf(author, { text: '' }));
    assert.equal(story.status, 'draft');
    assert.deepEqual([story.version, story.kind, story.url, story.statement], [1, 'text', null, null]);
    assert.deepEqual(story.fields, {
      text: '',
      language: 'fr',
      circle: testClub.circles[0]!.id,
      signature: 'Odile',
      place: null,
      prompt: null,
      link: null,
      people: null,
      adult: false,
    });
    assert.deepEqual(new Set(Object.values(story.permissions)), new Set([false]));
  });

  test('is told on the page of the partner that it is written on', async () => {
    await draftOf(author);
    const atHome = await signedInMember(app, { memberId: author.id });
    await draftOf(atHome);
    await atHome.request('POST', '/v1/me/stories?partner=ville', storyBody());
    const names = new Map((await app.deps.storage.partners()).map(({ id, slug }) => [id, slug]));
    const told = rows(app.dir, 'story').map((row) => names.get(Number(row['partner_id'])));
    assert.deepEqual(told, ['ville', 'club', 'ville']);
  });

  test('a page speaks for its own partner only', async () => {
    const other = {
      slug: 'other',
      kind: 'x',
      name: 'Other',
      origins: ['https://o.example'],
      status: 'active' as const,
    };
    await app.deps.storage.insertPartner(other, app.clock.now());
    const response = await author.request('POST', '/v1/me/stories?partner=other', storyBody());
    await refused(response, 403, 'origin_not_allowed');
    assert.equal(rows(app.dir, 'story').length, 0);
  });

  test('ten stories may be under way; published ones do not count', async () => {
    for (let i = 0; i < storyLimits.drafts; i++) await draftOf(author);
    await refused(await author.request('POST', '/v1/me/stories', storyBody()), 409, 'drafts_full');
    const [one] = MyStories.parse(await (await author.request('GET', '/v1/me/stories')).json()).stories;
    await allow(author, one!.id, ['club_site']);
    await submit(author, one!.id);
    await refused(await author.request('POST', '/v1/me/stories', storyBody()), 409, 'drafts_full');
    await approve(app, one!.id);
    await draftOf(author);
  });

  test('of many drafts at once no more than ten are taken', async () => {
    const all = Array.from({ length: 25 }, () => author.request('POST', '/v1/me/stories', storyBody()));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 201).length, storyLimits.drafts);
    assert.equal(rows(app.dir, 'story').length, storyLimits.drafts);
  });

  test('a link to a film is kept as its one address and makes the story a video', async () => {
    const story = await draftOf(author, { link: 'https://youtu.be/dQw4w9WgXcQ?si=x' });
    assert.equal(story.fields.link, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ');
    assert.equal(story.kind, 'video');
    const unknown = await draftOf(author, { link: 'https://films.example/1' });
    assert.deepEqual([unknown.fields.link, unknown.kind], ['https://films.example/1', 'text']);
  });
});

describe('the list', () => {
  for (const lang of ['fr', 'de', 'en', 'gsw'] as const) {
    test(`${lang}: stories, sentences, questions and circles`, async () => {
      const { id } = await draftOf(author);
      const latest = await draftOf(author);
      const response = await author.request('GET', `/v1/me/stories?lang=${lang}`);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const list = MyStories.parse(await response.json());
      assert.deepEqual(
        list.stories.map((story) => story.id),
        [latest.id, id],
      );
      assert.equal(list.terms.version, testClub.storyTerms.version);
      assert.deepEqual(list.terms.uses, app.deps.texts.story(lang).uses);
      // The circle by invitation is for its own members.
      assert.deepEqual(
        list.circles,
        testClub.circles.filter((c) => !c.byInvitation).map((c) => ({ id: c.id, name: c.name[lang] })),
      );
      assert.equal(list.prompts[testClub.circles[0]!.id]![0], testClub.circles[0]!.prompts[0]![lang]);
      assert.ok(list.quota.files > 0 && list.quota.bytes > 0);
    });
  }
});

describe('changing', () => {
  test('raises the version; an older one is not taken', async () => {
    const { id } = await draftOf(author);
    const changed = await readMine(await change(id, 1, { text: 'Autre chose.' }));
    assert.deepEqual([changed.version, changed.fields.text], [2, 'Autre chose.']);
    await refused(await change(id, 1, { text: 'De l’autre onglet.' }), 409, 'story_changed');
    assert.equal((await mine(id)).fields.text, 'Autre chose.');
    // Nor one that says the same: whoever sends it has not seen what else there is.
    await refused(await change(id, 1, { text: 'Autre chose.' }), 409, 'story_changed');
    await refused(await change(id, 3, { text: 'Autre chose.' }), 409, 'story_changed');
  });

  test('of two changes of one version at once, one is taken', async () => {
    const { id } = await draftOf(author);
    const both = await Promise.all(['A', 'B'].map((text) => change(id, 1, { text })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await mine(id)).version, 2);
  });

  test('what is published leaves every feed and waits again', async () => {
    const { id, version } = await publishedStory(app, author);
    assert.deepEqual(await ids(), [[id], [id]]);
    const changed = await readMine(await change(id, version, { text: 'Des mots que personne n’a encore lus.' }));
    assert.equal(changed.status, 'pending');
    assert.equal(changed.url, null);
    assert.deepEqual(await ids(), [[], []]);
    assert.equal((await app.request(`/v1/stories/${id}`)).status, 404);
  });

  test('saving the same again changes nothing, and takes nothing off a page', async () => {
    const { id, version } = await publishedStory(app, author);
    const saved = await readMine(await change(id, version));
    assert.deepEqual([saved.status, saved.version], ['published', version]);
    assert.deepEqual(await ids(), [[id], [id]]);
  });

  test('a waiting story stays in its place, unless something is missing now', async () => {
    const { id, version } = await waitingStory(author);
    const before = storyRow()['submitted_at'];
    app.clock.time += 60_000;
    const better = await readMine(
      await change(id, version, { text: 'La place de la Réunion, le matin, sous la neige.' }),
    );
    assert.equal(better.status, 'pending');
    assert.equal(storyRow()['submitted_at'], before);
    const emptied = await readMine(await change(id, better.version, { text: '' }));
    assert.equal(emptied.status, 'draft');
  });

  test('what was refused, removed or withdrawn is a draft again', async () => {
    const staff = await addStaff(app);
    for (const how of ['refuse', 'remove', 'withdraw'] as const) {
      const { id } = await waitingStory(author);
      if (how !== 'refuse') await approve(app, id);
      if (how === 'withdraw') await readMine(await withdraw(id));
      else await decide(app, id, staff, how);
      const { version } = await mine(id);
      assert.equal((await readMine(await change(id, version, { text: `Une autre fois, ${how}.` }))).status, 'draft');
    }
  });
});

/** Identifiers in the club's own feed and in the partners'. */
async function ids(): Promise<string[][]> {
  const feeds = await Promise.all([feedOf(app), feedOf(app, '?partner=ville')]);
  return feeds.map(({ stories }) => stories.map(({ id }) => id));
}

describe('permissions', () => {
  test('each is kept with the exact sentences in the language that they were shown in', async () => {
    const { id } = await draftOf(author);
    await readMine(await allow(author, id, ['club_site', 'print'], { query: '?lang=de' }));
    await readMine(await allow(author, id, ['club_site', 'social']));
    const kept = rows(app.dir, 'story_permission');
    const texts = new Map(rows(app.dir, 'consent_text').map((row) => [row['id'], row]));
    assert.deepEqual(
      kept.map((row) => [row['use'], row['withdrawn_at'] !== null]),
      [
        ['club_site', false],
        ['print', true],
        ['social', false],
      ],
    );
    for (const row of kept) {
      const { text, hash } = texts.get(row['text_id']!) as { text: string; hash: string };
      const language = row['use'] === 'social' ? 'fr' : 'de';
      const { storyTerms, ...sentences } = JSON.parse(text) as Record<string, unknown>;
      assert.equal(storyTerms, testClub.storyTerms.version);
      assert.deepEqual(sentences, app.deps.texts.story(language));
      assert.equal(createHash('sha256').update(text).digest('hex'), hash);
    }
    assert.equal(texts.size, 2);
  });

  test('sentences that have changed since have to be read first; taking back needs no reading', async () => {
    const { id } = await draftOf(author);
    const old = { text: '2020-01' };
    const errors = await refused(await allow(author, id, ['club_site'], old), 422, 'invalid_request');
    assert.deepEqual(errors, { text: 'text_outdated' });
    assert.equal(rows(app.dir, 'story_permission').length, 0);
    await readMine(await allow(author, id, ['club_site', 'print']));
    const left = await readMine(await allow(author, id, ['club_site'], old));
    assert.equal(left.permissions.print, false);
  });

  test('every use has to be answered, and no other', async () => {
    const { id } = await draftOf(author);
    const all = Object.fromEntries(storyUses.map((use) => [use, true]));
    const send = (permissions: unknown) =>
      author.request('PUT', `/v1/me/stories/${id}/permissions`, { permissions, text: testClub.storyTerms.version });
    const { print: _print, ...some } = all;
    await refused(await send(some), 422, 'invalid_request');
    await refused(await send({ ...all, television: true }), 422, 'invalid_request');
    await refused(await send({ ...all, print: 'yes' }), 422, 'invalid_request');
    assert.equal(rows(app.dir, 'story_permission').length, 0);
  });

  test('act at once on what is published, and ask no moderator', async () => {
    const { id, version } = await publishedStory(app, author);
    for (const [uses, seen] of [
      [['club_site'], [[id], []]],
      [
        ['partner_sites', 'print'],
        [[], [id]],
      ],
      [
        ['club_site', 'partner_sites'],
        [[id], [id]],
      ],
    ] as const) {
      const story = await readMine(await allow(author, id, uses));
      assert.deepEqual([story.status, story.version], ['published', version]);
      assert.equal(story.url, uses.includes('club_site' as never) ? `${publicUrl}/stories/${id}` : null);
      assert.deepEqual(await ids(), seen);
      const shown = async (query: string) => (await app.request(`/v1/stories/${id}${query}`)).status === 200;
      assert.deepEqual([await shown(''), await shown('?partner=ville')], [seen[0].length > 0, seen[1].length > 0]);
    }
  });

  test('when no site is left, a published story is withdrawn and a waiting one is a draft', async () => {
    const { id } = await publishedStory(app, author);
    assert.equal((await readMine(await allow(author, id, ['print']))).status, 'withdrawn');
    assert.deepEqual(await ids(), [[], []]);
    const waiting = await waitingStory(author);
    assert.equal((await readMine(await allow(author, waiting.id, []))).status, 'draft');
  });
});

test('an author may write much, but not without end', async () => {
  const { id } = await draftOf(author);
  const other = await signedInWidget(app);
  const answers = await Promise.all(Array.from({ length: 130 }, () => submit(author, id)));
  const late = answers.filter(({ status }) => status === 429);
  assert.ok(late.length > 0 && late.length < 60, String(late.length));
  assert.ok(Number(late[0]!.headers.get('retry-after')) > 0);
  await draftOf(other);
});

test('the answers of a member’s routes are theirs alone, and any page may read them', async () => {
  const { id } = await draftOf(author);
  for (const path of ['/v1/me/stories', `/v1/me/stories/${id}`]) {
    const response = await author.request('GET', path, undefined, { origin: partnerOrigin });
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
  }
});
