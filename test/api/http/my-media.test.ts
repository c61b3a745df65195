/** Photos of a story, as their author describes, moves and takes them away. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { signedInWidget, type SignedIn } from '../../support/session.ts';
import { addMedia, allow, approve, draftOf, feedOf, readMine, submit } from '../../support/stories.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let author: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInWidget(app);
});
afterEach(() => app.remove());

/** A story with three photos, published. */
async function album(): Promise<{ id: string; media: string[] }> {
  const { id } = await draftOf(author, { people: 'me', adult: true });
  const media: string[] = [];
  for (const alt of ['Un', 'Deux', 'Trois']) media.push(await addMedia(app, id, { alt }));
  await allow(author, id, ['club_site']);
  await submit(author, id);
  await approve(app, id);
  assert.equal((await feedOf(app)).stories.length, 1);
  return { id, media };
}

const change = (id: string, media: string, body: object) =>
  author.request('PUT', `/v1/me/stories/${id}/media/${media}`, body);
const alts = async (id: string) =>
  (await readMine(await author.request('GET', `/v1/me/stories/${id}`))).media.map(({ alt }) => alt);

test('a new description waits for a moderator, as words do', async () => {
  const { id, media } = await album();
  const before = await readMine(await author.request('GET', `/v1/me/stories/${id}`));
  const story = await readMine(await change(id, media[0]!, { alt: 'Le marché\ncouvert' }));
  assert.deepEqual([story.status, story.version, story.kind], ['pending', before.version + 1, 'photo']);
  assert.equal(story.media[0]!.alt, 'Le marché\ncouvert');
  assert.deepEqual((await feedOf(app)).stories, []);
});

test('a photo that nobody can imagine any more makes a draft of the story', async () => {
  const { id, media } = await album();
  assert.equal((await readMine(await change(id, media[0]!, { alt: '' }))).status, 'draft');
  assert.deepEqual((await feedOf(app)).stories, []);
});

test('saving what is there already leaves a published story where it is', async () => {
  const { id, media } = await album();
  for (const body of [{}, { alt: 'Un' }, { position: 0 }, { alt: 'Un', position: 0 }]) {
    assert.equal((await readMine(await change(id, media[0]!, body))).status, 'published');
  }
  assert.equal((await feedOf(app)).stories.length, 1);
});

test('a photo moves among the others', async () => {
  const { id, media } = await album();
  for (const [index, position, order] of [
    [0, 2, ['Deux', 'Trois', 'Un']],
    [0, 0, ['Un', 'Deux', 'Trois']],
    [2, 1, ['Un', 'Trois', 'Deux']],
    [1, 6, ['Un', 'Trois', 'Deux']],
  ] as const) {
    await readMine(await change(id, media[index]!, { position }));
    assert.deepEqual(await alts(id), order);
  }
  assert.deepEqual(
    rows(app.dir, 'media')
      .map((row) => row['position'])
      .sort(),
    [0, 1, 2],
  );
});

test('places that do not exist are refused', async () => {
  const { id, media } = await album();
  for (const body of [{ position: -1 }, { position: 7 }, { position: 0.5 }, { position: '1' }, { alt: 1 }]) {
    assert.equal((await change(id, media[0]!, body)).status, 422, JSON.stringify(body));
  }
  assert.equal((await feedOf(app)).stories.length, 1);
});

test('taking a photo away takes its files and asks a moderator again', async () => {
  const { id, media } = await album();
  const story = await readMine(await author.request('DELETE', `/v1/me/stories/${id}/media/${media[1]}`));
  assert.deepEqual([story.status, story.media.length], ['pending', 2]);
  assert.deepEqual(await alts(id), ['Un', 'Trois']);
  assert.equal(rows(app.dir, 'media_garbage').length, 6);
  assert.equal((await author.request('DELETE', `/v1/me/stories/${id}/media/${media[1]}`)).status, 404);
});

test('without its last photo a story is a text, and may be sent by anybody', async () => {
  const { id } = await draftOf(author);
  const media = await addMedia(app, id);
  await allow(author, id, ['club_site']);
  assert.equal((await submit(author, id)).status, 403);
  const left = await readMine(await author.request('DELETE', `/v1/me/stories/${id}/media/${media}`));
  assert.equal(left.kind, 'text');
  assert.equal((await readMine(await submit(author, id))).status, 'pending');
});

test('of two changes at once none is lost', async () => {
  const { id, media } = await album();
  const both = await Promise.all(media.map((one, index) => change(id, one, { alt: `Autre ${index}` })));
  const taken = both.filter(({ status }) => status === 200);
  assert.ok(taken.length >= 1);
  assert.ok(both.every(({ status }) => status === 200 || status === 409));
  assert.equal((await alts(id)).filter((alt) => alt.startsWith('Autre')).length, taken.length);
});
