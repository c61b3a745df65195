/** Reports by readers, appeals by authors: answered by people, and by another person than the one who decided. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type {
  Appeals,
  AuditEntry,
  DecisionResult,
  QueueStory,
  Reports,
  StaffView,
} from '../../../api/contract/moderation.ts';
import type { Story } from '../../../api/domain/stories/ports.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { signedInStaff, type SignedIn } from '../../support/session.ts';
import { addFilm, newPublicId, tell } from '../../support/moderated.ts';
import { addMedia } from '../../support/stories.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let staff: SignedIn;
let colleague: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  staff = await signedInStaff(app);
  colleague = await signedInStaff(app, { role: 'admin' });
});
afterEach(() => app.remove());

async function read<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer;
  const body = await response.text();
  assert.equal(response.status, status, body);
  return JSON.parse(body) as T;
}
async function refused(answer: Promise<Response>, status: number, code: string): Promise<void> {
  assert.equal((await read<{ code: string }>(answer, status)).code, code);
}
const mails = () => rows(app.dir, 'outbox').map(({ kind }) => kind);

let receipts = 0;
async function report(story: Story, email: string | null = 'leser@example.org'): Promise<string> {
  receipts += 1;
  const receipt = `R-${receipts}`;
  await app.deps.storage.write((tx) =>
    tx.moderation.insertReport({
      receipt,
      storyId: story.id,
      storyVersion: story.version,
      reason: 'untrue',
      text: 'Der Turm hat drei Seiten.',
      url: 'https://www.ville.example/club',
      partnerId: null,
      name: email === null ? null : 'Ein Leser',
      email,
      language: 'de',
      at: app.clock.now(),
    }),
  );
  return receipt;
}

describe('a report', () => {
  const list = () => read<Reports>(staff.request('GET', '/v1/staff/reports'));
  const answer = (receipt: string, body: Record<string, unknown>) =>
    staff.request('POST', `/v1/staff/reports/${receipt}/decisions`, body);
  const uphold = { action: 'uphold', reason: 'untrue', text: 'Die Zahl stimmt nicht.' };

  test('is listed with its story, and without who wrote it', async () => {
    const story = await tell(app, { status: 'published' });
    await report(story);
    await report(story, null);
    const response = await staff.request('GET', '/v1/staff/reports');
    const text = await response.text();
    assert.ok(!text.includes('leser') && !text.includes('Ein Leser'));
    const { reports } = JSON.parse(text) as Reports;
    assert.deepEqual(
      reports.map(({ answerable, story: { id, openReports } }) => [answerable, id, openReports]),
      [
        [true, story.publicId, 2],
        [false, story.publicId, 2],
      ],
    );
  });

  test('that is upheld takes the story down and answers everybody who reported it', async () => {
    const story = await tell(app, { status: 'published' });
    const first = await report(story);
    await report(story, 'somebody.else@example.org');
    await report(story, null);
    const other = await report(await tell(app, { status: 'published' }));
    const { story: seen } = await read<{ story: QueueStory }>(answer(first, uphold));
    assert.equal(seen.status, 'removed');
    assert.equal(seen.history[0]!.reason, 'untrue');
    assert.deepEqual(mails().toSorted(), ['report_decided', 'report_decided', 'story_removed']);
    assert.deepEqual(
      (await list()).reports.map(({ receipt }) => receipt),
      [other],
    );
    await refused(answer(first, uphold), 409, 'wrong_state');
  });

  test('has one answer for one inbox, however often it stands in the form', async () => {
    const story = await tell(app, { status: 'published' });
    const first = await report(story);
    for (let i = 0; i < 5; i++) await report(story, `Leser+${i}@Example.org`);
    await read(answer(first, uphold));
    assert.deepEqual(mails().toSorted(), ['report_decided', 'story_removed']);
    assert.deepEqual((await list()).reports, []);
  });

  test('is answered with its story, however many others wait', async () => {
    const quiet = await tell(app, { status: 'published' });
    const story = await tell(app, { status: 'published' });
    const first = await report(story);
    for (let i = 0; i < 1001; i++) await report(quiet, null);
    await report(story, 'late@example.org');
    await read(answer(first, uphold));
    assert.deepEqual(mails().toSorted(), ['report_decided', 'report_decided', 'story_removed']);
  });

  test('that is rejected leaves the story where it is', async () => {
    const story = await tell(app, { status: 'published' });
    const receipt = await report(story);
    await refused(answer(receipt, { action: 'reject', text: '' }), 422, 'invalid_request');
    await refused(answer(receipt, { action: 'uphold', text: 'x' }), 422, 'invalid_request');
    const { story: seen } = await read<{ story: QueueStory }>(
      answer(receipt, { action: 'reject', text: 'Doch, drei.' }),
    );
    assert.equal(seen.status, 'published');
    assert.deepEqual(mails(), ['report_decided']);
    assert.deepEqual(
      rows(app.dir, 'report').map(({ status, decided_by: by }) => [status, by]),
      [['rejected', staff.id]],
    );
    await refused(answer('R-unknown', uphold), 404, 'not_found');
  });

  test('of a story that is gone already can still be answered', async () => {
    const story = await tell(app, { status: 'published' });
    const receipt = await report(story);
    await app.deps.storage.write((tx) => tx.stories.move(story.id, ['published'], 'withdrawn', app.clock.now()));
    const { story: seen } = await read<{ story: QueueStory }>(answer(receipt, uphold));
    assert.equal(seen.status, 'withdrawn');
    assert.deepEqual(mails(), ['report_decided']);
  });
});

describe('an appeal', () => {
  const refusal = { action: 'refuse', version: 1, reason: 'quality', text: 'On n’entend pas bien.' };
  const answer = (by: SignedIn, id: string, body: Record<string, unknown>) =>
    by.request('POST', `/v1/staff/appeals/${id}/decisions`, body);
  const uphold = { action: 'uphold', text: 'On entend bien.' };

  async function appeal(story: Story, action: Record<string, unknown> = refusal): Promise<string> {
    const path = `/v1/staff/stories/${story.publicId}/decisions`;
    const { decision } = await read<DecisionResult>(staff.request('POST', path, action));
    const row = (await app.deps.storage.moderation.decision(decision.id))!;
    const publicId = newPublicId();
    await app.deps.storage.write((tx) =>
      tx.moderation.insertAppeal({
        publicId,
        decisionId: row.id,
        storyId: story.id,
        text: 'J’ai monté le son, écoutez encore.',
        createdAt: app.clock.now(),
      }),
    );
    return publicId;
  }

  test('is answered by another person', async () => {
    const story = await tell(app);
    const id = await appeal(story);
    const own = async (by: SignedIn) =>
      (await read<Appeals>(by.request('GET', '/v1/staff/appeals'))).appeals.map((one) => [one.id, one.own]);
    assert.deepEqual(await own(staff), [[id, true]]);
    assert.deepEqual(await own(colleague), [[id, false]]);
    await refused(answer(staff, id, uphold), 403, 'same_person');
    assert.deepEqual(
      rows(app.dir, 'appeal').map(({ status }) => status),
      ['open'],
    );
    const { story: seen } = await read<{ story: QueueStory }>(answer(colleague, id, uphold));
    assert.equal(seen.status, 'published');
    assert.equal(seen.history[0]!.action, 'restore');
    assert.ok(mails().includes('appeal_decided'));
    await refused(answer(colleague, id, uphold), 409, 'wrong_state');
  });

  test('that is rejected changes nothing but the answer', async () => {
    const story = await tell(app, { status: 'published' });
    const id = await appeal(story, { ...refusal, action: 'remove' });
    await refused(answer(colleague, id, { action: 'reject', text: ' ' }), 422, 'invalid_request');
    const { story: seen } = await read<{ story: QueueStory }>(
      answer(colleague, id, { action: 'reject', text: 'Non.' }),
    );
    assert.equal(seen.status, 'removed');
    assert.deepEqual(
      rows(app.dir, 'appeal').map(({ status, answer: text }) => [status, text]),
      [['rejected', 'Non.']],
    );
  });

  test('keeps the decision from being undone: it gets an answer', async () => {
    const story = await tell(app);
    await appeal(story);
    const { history } = (await read<{ story: QueueStory }>(staff.request('GET', `/v1/staff/stories/${story.publicId}`)))
      .story;
    await refused(staff.request('POST', `/v1/staff/decisions/${history[0]!.id}/undo`), 409, 'wrong_state');
  });

  test('does not make public what the author has changed since', async () => {
    const story = await tell(app);
    const id = await appeal(story);
    await app.deps.storage.write((tx) => tx.stories.bump(story.id, app.clock.now()));
    const { story: seen } = await read<{ story: QueueStory }>(answer(colleague, id, uphold));
    assert.equal(seen.status, 'refused');
  });

  test('does not publish a film without captions', async () => {
    const story = await tell(app);
    await addFilm(app, story);
    const id = await appeal(story);
    await refused(answer(colleague, id, uphold), 409, 'captions_missing');
    assert.deepEqual(
      rows(app.dir, 'appeal').map(({ status }) => status),
      ['open'],
      'it can be answered later',
    );
  });

  test('does not publish a picture that is not prepared, and says that this is what it waits for', async () => {
    const story = await tell(app);
    await addMedia(app, story.publicId, { ready: false });
    const id = await appeal(story, { ...refusal, version: 2 });
    await refused(answer(colleague, id, uphold), 409, 'media_not_ready');
    assert.deepEqual(
      rows(app.dir, 'appeal').map(({ status }) => status),
      ['open'],
    );
  });
});

describe('the log', () => {
  test('says who did what, to admins', async () => {
    const story = await tell(app);
    const path = `/v1/staff/stories/${story.publicId}/decisions`;
    await read(staff.request('POST', path, { action: 'approve', version: 1 }));
    await refused(staff.request('GET', '/v1/staff/audit'), 403, 'forbidden');
    const { entries } = await read<{ entries: AuditEntry[] }>(colleague.request('GET', '/v1/staff/audit'));
    assert.deepEqual(entries[0], {
      action: 'story.approve',
      subject: `story:${story.id}`,
      actor: `staff:${staff.id}`,
      at: app.clock.time,
    });
    await refused(colleague.request('GET', '/v1/staff/audit?after=x'), 404, 'not_found');
  });

  test('and who works here', async () => {
    const { people } = await read<{ people: StaffView[] }>(colleague.request('GET', '/v1/staff/people'));
    assert.deepEqual(
      people.map(({ id, role, passkeys }) => [id, role, passkeys]),
      [
        [staff.id, 'moderator', 0],
        [colleague.id, 'admin', 0],
      ],
    );
    await refused(staff.request('GET', '/v1/staff/people'), 403, 'forbidden');
  });
});
