/** An author's stories over the API: sent, taken back, deleted. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { storyUses } from '../../../api/contract/vocabulary.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addStaff, signedInWidget, type SignedIn } from '../../support/session.ts';
import {
  addMedia,
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

/** Identifiers in the club's own feed and in the partners'. */
async function ids(): Promise<string[][]> {
  const feeds = await Promise.all([feedOf(app), feedOf(app, '?partner=ville')]);
  return feeds.map(({ stories }) => stories.map(({ id }) => id));
}

describe('sending', () => {
  test('says everything that is missing at once', async () => {
    const { id } = await draftOf(author, {
      text: 'Court.',
      circle: 'nobody',
      signature: ' ',
      link: 'https://x.example',
    });
    for (let i = 0; i < 7; i++) await addMedia(app, id, { alt: i === 3 ? ' ' : 'Vue' });
    const errors = await refused(await submit(author, id), 403, 'minor_media');
    assert.deepEqual(errors, {
      text: 'too_short',
      circle: 'circle_unknown',
      signature: 'required',
      link: 'link_unknown',
      media: 'too_many',
      alt: 'alt_missing',
      people: 'people_missing',
      permissions: 'permission_missing',
    });
    assert.equal((await mine(id)).status, 'draft');
  });

  const blank = 'x'.repeat(19);
  const cases: [name: string, changes: object, field: string, code: string][] = [
    ['nothing', { text: '' }, 'text', 'required'],
    ['nineteen characters', { text: blank }, 'text', 'too_short'],
    ['white space that would make twenty', { text: `${blank}${' '.repeat(30)}` }, 'text', 'too_short'],
    ['another circle by invitation', { circle: 'vip' }, 'circle', 'circle_unknown'],
  ];
  for (const [name, changes, field, code] of cases) {
    test(`${name}: ${code}`, async () => {
      const { id } = await draftOf(author, changes);
      await allow(author, id, ['club_site']);
      assert.deepEqual(await refused(await submit(author, id), 422, 'invalid_request'), { [field]: code });
    });
  }

  test('twenty characters and 2,000 are taken, 2,001 are not even kept', async () => {
    for (const text of ['x'.repeat(20), 'é'.repeat(2000)]) {
      assert.equal((await waitingStory(author, { text })).fields.text, text);
    }
    const response = await author.request('POST', '/v1/me/stories', storyBody({ text: 'x'.repeat(2001) }));
    assert.deepEqual(await refused(response, 422, 'invalid_request'), { text: 'too_long' });
  });

  test('members of a circle by invitation may tell in it', async () => {
    const vip = await signedInWidget(app, { circle: 'vip' });
    assert.equal((await waitingStory(vip)).fields.circle, 'vip');
  });

  test('with pictures: who is in them, a grown-up author, everything ready, a film or photos', async () => {
    const cases: [media: Parameters<typeof addMedia>[2][], fields: object, status: number, errors: object][] = [
      [[{}], { people: 'me', adult: true }, 200, {}],
      [[{}], { adult: true }, 422, { people: 'people_missing' }],
      [[{}], { people: 'nobody' }, 403, {}],
      [[{ ready: false }], { people: 'me', adult: true }, 422, { media: 'media_not_ready' }],
      [[{ alt: '' }], { people: 'me', adult: true }, 422, { alt: 'alt_missing' }],
      [[{ kind: 'video', alt: '' }], { people: 'agreed', adult: true }, 200, {}],
      [[{ kind: 'video' }, { kind: 'video' }], { people: 'me', adult: true }, 422, { media: 'too_many' }],
      [[{ kind: 'video' }, {}], { people: 'me', adult: true }, 422, { media: 'too_many' }],
    ];
    for (const [media, fields, status, errors] of cases) {
      const { id } = await draftOf(author, fields);
      for (const one of media) await addMedia(app, id, one);
      await allow(author, id, ['club_site']);
      const response = await submit(author, id);
      const answer = (await response.json()) as Pick<Problem, 'errors'>;
      const found = Object.fromEntries((answer.errors ?? []).map((error) => [error.field, error.code]));
      assert.deepEqual([response.status, found], [status, errors], JSON.stringify([media, fields]));
      await author.request('DELETE', `/v1/me/stories/${id}`);
    }
  });

  test('pressing twice is fine, and what was refused is changed first', async () => {
    const { id } = await waitingStory(author);
    assert.equal((await readMine(await submit(author, id))).status, 'pending');
    await decide(app, id, await addStaff(app), 'refuse');
    await refused(await submit(author, id), 409, 'wrong_state');
    const { version } = await mine(id);
    await change(id, version, { text: 'Cette fois, il est bien question de la ville.' });
    assert.equal((await readMine(await submit(author, id))).status, 'pending');
  });
});

describe('taking back', () => {
  test('a story is gone from everywhere, with its media and permissions; its words stay', async () => {
    const { id } = await draftOf(author, { people: 'me', adult: true });
    await addMedia(app, id);
    await allow(author, id, storyUses);
    await submit(author, id);
    await approve(app, id);
    const names = rows(app.dir, 'media_file').map((row) => row['name']);
    assert.deepEqual(await ids(), [[id], [id]]);

    const story = await readMine(await withdraw(id));
    assert.deepEqual([story.status, story.kind, story.media], ['withdrawn', 'text', []]);
    assert.equal(story.fields.text, storyBody().text);
    assert.deepEqual(await ids(), [[], []]);
    for (const query of ['', '?partner=ville']) {
      assert.equal((await app.request(`/v1/stories/${id}${query}`)).status, 404);
    }
    assert.deepEqual(
      rows(app.dir, 'media_garbage')
        .map((row) => row['name'])
        .sort(),
      names.sort(),
    );
    assert.ok(names.length > 0);
    assert.ok(rows(app.dir, 'story_permission').every((row) => row['withdrawn_at'] !== null));
  });

  test('pressing twice is fine; a draft cannot be taken back', async () => {
    const { id } = await waitingStory(author);
    for (let i = 0; i < 2; i++) assert.equal((await readMine(await withdraw(id))).status, 'withdrawn');
    await refused(await withdraw((await draftOf(author)).id), 409, 'wrong_state');
  });

  test('it may be sent again, once it is permitted again', async () => {
    const { id } = await publishedStory(app, author);
    await withdraw(id);
    assert.deepEqual(await refused(await submit(author, id), 422, 'invalid_request'), {
      permissions: 'permission_missing',
    });
    await allow(author, id, ['club_site']);
    assert.equal((await readMine(await submit(author, id))).status, 'pending');
  });

  test('deleting leaves nothing of a story', async () => {
    const { id } = await draftOf(author, { people: 'me', adult: true, text: 'Ce texte ne doit rester nulle part.' });
    await addMedia(app, id);
    await allow(author, id, ['club_site']);
    await submit(author, id);
    await approve(app, id);
    assert.deepEqual(await ids(), [[id], []]);
    const response = await author.request('DELETE', `/v1/me/stories/${id}`);
    assert.deepEqual([response.status, await response.text()], [204, '']);
    assert.deepEqual(await ids(), [[], []]);
    for (const table of ['story', 'media', 'media_file', 'story_permission']) {
      assert.deepEqual(rows(app.dir, table), [], table);
    }
    assert.ok(rows(app.dir, 'media_garbage').length > 0);
    assert.equal((await author.request('DELETE', `/v1/me/stories/${id}`)).status, 404);
  });
});
