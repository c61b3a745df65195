/** How long the club keeps what it has refused: as long as its author may object, and no longer. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import { purge } from '../../../api/jobs/purge.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addStaff, signedInMember, type SignedIn } from '../../support/session.ts';
import { addMedia, allow, decide, draftOf, publishedStory, readMine, submit } from '../../support/stories.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let author: SignedIn;
let staff: number;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInMember(app);
  staff = await addStaff(app);
});
afterEach(() => app.remove());

const words = 'Une histoire que personne n’a voulu lire jusqu’au bout.';

/** A story with a photo, refused; answers the decision. */
async function refusedStory(): Promise<{ id: string; decision: string }> {
  const { id } = await draftOf(author, { text: words, people: 'me', adult: true });
  await addMedia(app, id);
  await readMine(await allow(author, id, ['club_site']));
  await readMine(await submit(author, id));
  return { id, decision: await decide(app, id, staff, 'refuse', 'minor_shown') };
}

const left = () => rows(app.dir, 'story').length;

async function later(time: number): Promise<void> {
  app.clock.time += time;
  await purge(app.deps);
}

test('a refused story goes when its author can object no more: rows, words and pictures', async () => {
  await refusedStory();
  await later(durations.appealLife - 2000);
  assert.equal(left(), 1);
  const names = rows(app.dir, 'media_file').map(({ name }) => name);
  assert.equal(names.length, 6);
  await later(2000);
  for (const table of ['story', 'decision', 'media', 'media_file', 'story_permission'])
    assert.deepEqual(rows(app.dir, table), [], table);
  assert.deepEqual(
    rows(app.dir, 'media_garbage')
      .map(({ name }) => name)
      .toSorted(),
    names.toSorted(),
  );
  for (const file of readdirSync(app.dir).filter((name) => name.startsWith('club.db'))) {
    assert.ok(!readFileSync(join(app.dir, file)).includes(words), `still in ${file}`);
  }
  assert.equal(rows(app.dir, 'audit').at(-1)!['action'], 'story.forgotten');
});

test('one that was objected to stays until it is answered, and as long again', async () => {
  const { id, decision } = await refusedStory();
  const text = 'Mon récit parle bien de Mulhouse, relisez la fin.';
  assert.equal((await author.request('POST', `/v1/me/stories/${id}/appeals`, { decision, text })).status, 201);
  await later(2 * durations.appealLife);
  assert.equal(left(), 1);
  const colleague = await addStaff(app);
  const [appeal] = await app.deps.storage.moderation.appeals('open', 1);
  const at = app.clock.now();
  await app.deps.storage.write((tx) => tx.moderation.decideAppeal(appeal!.id, 'rejected', 'Non.', colleague, at));
  await later(durations.appealLife - 1);
  assert.equal(left(), 1);
  await later(2);
  assert.equal(left(), 0);
});

test('what is public, and what its author goes on with, is kept', async () => {
  await publishedStory(app, author, { text: words });
  const { id } = await refusedStory();
  const { version } = await readMine(await author.request('GET', `/v1/me/stories/${id}`));
  await later(durations.appealLife - 5000);
  const change = { text: `${words} Ou presque.`, language: 'fr', people: 'me', adult: true, version };
  const back = await signedInMember(app, { memberId: author.id });
  await readMine(await back.request('PUT', `/v1/me/stories/${id}`, change));
  await later(durations.appealLife * 3);
  assert.equal(left(), 2);
});
