/** Two people at the same story at once: what an author sends while a moderator decides. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { signedInWidget, type SignedIn } from '../../support/session.ts';
import { addMedia, allow, approve, draftOf, feedOf, readMine, submit } from '../../support/stories.ts';
import { announce } from '../../support/uploads.ts';

let app: TestApp;
let author: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInWidget(app);
});
afterEach(() => app.remove());

test('a photo that is announced while its story is approved takes the story out of every feed', async () => {
  const { id } = await draftOf(author, { people: 'me', adult: true });
  await addMedia(app, id);
  await allow(author, id, ['club_site']);
  await submit(author, id);
  const { uploads } = app.deps;
  const used = uploads.used.bind(uploads);
  // The disk is asked between the look at the story and the write: here a moderator is faster.
  uploads.used = async () => {
    await approve(app, id);
    return used();
  };
  const sent = await announce(app, author, 1000, { story: id, kind: 'photo' });
  assert.equal(sent.status, 201);
  const story = await readMine(await author.request('GET', `/v1/me/stories/${id}`));
  assert.deepEqual([story.status, story.media.length], ['draft', 2]);
  assert.deepEqual((await feedOf(app)).stories, []);
});
