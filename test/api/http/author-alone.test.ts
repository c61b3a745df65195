/** What stays with the author: drafts, what was taken back, and how their machine names a file. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Appeals, QueueStory, Reports } from '../../../api/contract/moderation.ts';
import type { StoryStatus } from '../../../api/contract/vocabulary.ts';
import type { Story } from '../../../api/domain/stories/ports.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addFilm, newPublicId, tell } from '../../support/moderated.ts';
import { signedInStaff, type SignedIn } from '../../support/session.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let staff: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  staff = await signedInStaff(app);
});
afterEach(() => app.remove());

const secret = 'Ce que je pense vraiment de ma voisine du dessus, et que personne ne lira.';
const hidden: StoryStatus[] = ['draft', 'withdrawn'];

async function read<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer;
  const body = await response.text();
  assert.equal(response.status, status, body);
  assert.ok(!body.includes(secret), 'what is not theirs to read');
  return JSON.parse(body) as T;
}

const move = (story: Story, to: StoryStatus) =>
  app.deps.storage.write((tx) => tx.stories.move(story.id, [story.status, 'pending'], to, app.clock.now()));

async function reported(story: Story): Promise<string> {
  const report = {
    receipt: 'R-1',
    storyId: story.id,
    storyVersion: story.version,
    reason: 'untrue',
    text: '',
  } as const;
  const more = { url: 'https://www.ville.example/', partnerId: null, name: null, email: null, language: 'de' };
  await app.deps.storage.write((tx) => tx.moderation.insertReport({ ...report, ...more, at: app.clock.now() }));
  return report.receipt;
}

describe('a draft, or a story that its author took back', () => {
  for (const status of hidden) {
    test(`(${status}) is not read by its identifier, decided about, nor given captions`, async () => {
      const story = await tell(app, { status: 'published', text: secret });
      const film = await addFilm(app, story);
      await move(story, status);
      await read(staff.request('GET', `/v1/staff/stories/${story.publicId}`), 404);
      const decision = { action: 'tag', version: story.version, tags: [app.deps.club.tags[0]!.id] };
      await read(staff.request('POST', `/v1/staff/stories/${story.publicId}/decisions`, decision), 404);
      const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n';
      const captions = { captions: [{ language: 'fr', vtt }], transcript: 'Bonjour' };
      await read(staff.request('PUT', `/v1/staff/media/${film}/captions`, captions), 404);
      assert.deepEqual(
        rows(app.dir, 'media').map(({ transcript }) => transcript),
        [null],
        'and nothing was written before it was refused',
      );
      assert.deepEqual(rows(app.dir, 'story_tag'), []);
    });

    test(`(${status}) shows nothing in a report, which can still be answered`, async () => {
      const story = await tell(app, { status: 'published', text: secret });
      await addFilm(app, story);
      const receipt = await reported(story);
      await move(story, status);
      const { reports } = await read<Reports>(staff.request('GET', '/v1/staff/reports'));
      const [seen] = reports.map((report) => report.story);
      assert.deepEqual([seen!.status, seen!.text, seen!.media.length], [status, '', 0]);
      const body = { action: 'reject', text: 'Der Text ist nicht mehr da.' };
      const path = `/v1/staff/reports/${receipt}/decisions`;
      const answer = await read<{ story: QueueStory }>(staff.request('POST', path, body));
      assert.equal(answer.story.text, '');
      assert.equal(rows(app.dir, 'report')[0]!['status'], 'rejected');
    });

    test(`(${status}) shows nothing in an appeal, which can still be answered`, async () => {
      const story = await tell(app, { text: secret });
      const refusal = { action: 'refuse', version: 1, reason: 'quality', text: 'On n’entend pas bien.' };
      const path = `/v1/staff/stories/${story.publicId}/decisions`;
      assert.equal((await staff.request('POST', path, refusal)).status, 200);
      const publicId = newPublicId();
      await app.deps.storage.write(async (tx) => {
        const { id: decisionId } = (await tx.moderation.latestDecision(story.id))!;
        const row = { publicId, decisionId, storyId: story.id, text: 'Si.', createdAt: app.clock.now() };
        await tx.moderation.insertAppeal(row);
        await tx.stories.move(story.id, ['refused'], status, app.clock.now());
      });
      const { appeals } = await read<Appeals>(staff.request('GET', '/v1/staff/appeals'));
      assert.deepEqual([appeals[0]!.story.text, appeals[0]!.story.status], ['', status]);
      const colleague = await signedInStaff(app);
      const answer = { action: 'reject', text: 'On n’entend toujours pas.' };
      await read(colleague.request('POST', `/v1/staff/appeals/${publicId}/decisions`, answer));
      assert.equal(rows(app.dir, 'appeal')[0]!['status'], 'rejected');
    });
  }
});

test('how the author’s machine names a file is nobody’s business', async () => {
  const story = await tell(app);
  await addFilm(app, story);
  const { stories } = await read<{ stories: QueueStory[] }>(staff.request('GET', '/v1/staff/queue'));
  assert.equal(stories[0]!.media[0]!.fileName, null);
});

describe('captions', () => {
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n';

  test('of a published film are corrected, and never taken away', async () => {
    const story = await tell(app);
    const film = await addFilm(app, story);
    const path = `/v1/staff/media/${film}/captions`;
    const whole = { captions: [{ language: 'fr', vtt }], transcript: 'Bonjour' };
    await read(staff.request('PUT', path, { captions: [], transcript: '' }));
    await read(staff.request('PUT', path, whole));
    const approval = { action: 'approve', version: story.version };
    await read(staff.request('POST', `/v1/staff/stories/${story.publicId}/decisions`, approval));
    for (const less of [{ captions: [] }, { transcript: '' }]) {
      const { code } = await read<{ code: string }>(staff.request('PUT', path, { ...whole, ...less }), 409);
      assert.equal(code, 'captions_missing');
    }
    await read(staff.request('PUT', path, { ...whole, transcript: 'Bonjour à tous' }));
  });
});
