/** The queue: what is decided about stories, by whom, and how it is taken back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import type { DecisionResult, Queue, QueueStory } from '../../../api/contract/moderation.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addMember, signedInStaff, type SignedIn } from '../../support/session.ts';
import { addFilm, tell } from '../../support/moderated.ts';
import { addMedia } from '../../support/stories.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let staff: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  staff = await signedInStaff(app);
});
afterEach(() => app.remove());

async function read<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer;
  const body = await response.text();
  assert.equal(response.status, status, body);
  return JSON.parse(body) as T;
}

const queue = (view = 'pending', after = '') =>
  read<Queue>(staff.request('GET', `/v1/staff/queue?view=${view}${after && `&after=${after}`}`));
const look = async (id: string) =>
  (await read<{ story: QueueStory }>(staff.request('GET', `/v1/staff/stories/${id}`))).story;
const decide = (id: string, body: Record<string, unknown>, by = staff) =>
  by.request('POST', `/v1/staff/stories/${id}/decisions`, body);
const decided = (id: string, body: Record<string, unknown>) => read<DecisionResult>(decide(id, body));
async function refused(answer: Promise<Response>, status: number, code: string): Promise<void> {
  assert.equal((await read<{ code: string }>(answer, status)).code, code);
}
const mails = () => rows(app.dir, 'outbox').map(({ kind, status }) => `${kind} ${status}`);
const audit = () => rows(app.dir, 'audit').map(({ action, actor }) => `${action} ${actor}`);

const refusal = { action: 'refuse', reason: 'advertising', text: 'Le prix de la tarte n’a pas sa place ici.' };

describe('the queue', () => {
  test('holds what waits, oldest first, and pages without gaps', async () => {
    const told = [];
    for (let index = 0; index < 45; index += 1) {
      app.clock.time += 1000;
      told.push((await tell(app)).publicId);
    }
    await tell(app, { status: 'draft' });
    await tell(app, { status: 'published' });
    const seen: string[] = [];
    let after: string | null = '';
    do {
      const page: Queue = await queue('pending', after ?? '');
      assert.equal(page.waiting.stories, 45);
      seen.push(...page.stories.map(({ id }) => id));
      after = page.next;
    } while (after);
    assert.deepEqual(seen, told);
  });

  test('shows the latest first once it is decided', async () => {
    const told = [];
    for (const status of ['refused', 'removed', 'refused'] as const) {
      app.clock.time += 1000;
      told.unshift((await tell(app, { status })).publicId);
    }
    assert.deepEqual(
      (await queue('refused')).stories.map(({ id }) => id),
      told,
    );
  });

  test('never tells an address', async () => {
    const memberId = await addMember(app, { email: 'geheim@example.org' });
    const story = await tell(app, { memberId });
    const response = await staff.request('GET', '/v1/staff/queue');
    const body = await response.text();
    assert.ok(body.includes(story.publicId));
    assert.ok(!body.includes('geheim'));
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  test('has no drafts, and no page that nobody wrote', async () => {
    const draft = await tell(app, { status: 'draft' });
    await refused(staff.request('GET', `/v1/staff/stories/${draft.publicId}`), 404, 'not_found');
    await refused(decide(draft.publicId, { action: 'approve', version: 1 }), 404, 'not_found');
    for (const id of ['x', '%00', '../queue', 'a'.repeat(22)]) {
      await refused(staff.request('GET', `/v1/staff/stories/${encodeURIComponent(id)}`), 404, 'not_found');
    }
    await refused(staff.request('GET', '/v1/staff/queue?view=draft'), 404, 'not_found');
    await refused(staff.request('GET', '/v1/staff/queue?after=1;drop'), 404, 'not_found');
  });
});

describe('a decision', () => {
  test('approves exactly what was looked at', async () => {
    const { publicId, id } = await tell(app);
    await refused(decide(publicId, { action: 'approve', version: 2 }), 409, 'story_changed');
    assert.equal((await look(publicId)).status, 'pending');
    const { story, decision } = await decided(publicId, { action: 'approve', version: 1 });
    assert.equal(story.status, 'published');
    assert.equal(decision.by, 'Maurice');
    assert.deepEqual(audit().at(-1), `story.approve staff:${staff.id}`);
    assert.deepEqual(mails(), ['story_published queued']);
    const [mail] = rows(app.dir, 'outbox');
    assert.equal(mail!['next_attempt_at'], app.clock.time + durations.undoLife);
    assert.equal(rows(app.dir, 'story').find((row) => row['id'] === id)!['on_partners'], 1);
    await refused(decide(publicId, { action: 'approve', version: 1 }), 409, 'wrong_state');
  });

  test('refuses with a reason in words, or not at all', async () => {
    const { publicId } = await tell(app);
    for (const body of [
      { action: 'refuse', version: 1 },
      { action: 'refuse', version: 1, reason: 'because', text: 'x' },
      { action: 'refuse', version: 1, reason: 'other', text: '  ' },
      { ...refusal, version: 1, status: 'published' },
    ]) {
      await refused(decide(publicId, body), 422, 'invalid_request');
    }
    const { story } = await decided(publicId, { ...refusal, version: 1 });
    assert.equal(story.status, 'refused');
    assert.deepEqual([story.history[0]!.reason, story.history[0]!.text], [refusal.reason, refusal.text]);
    assert.deepEqual(mails(), ['story_refused queued']);
  });

  test('takes down what is public', async () => {
    const { publicId } = await tell(app, { status: 'published' });
    await refused(decide(publicId, { ...refusal, version: 1 }), 409, 'wrong_state');
    const { story } = await decided(publicId, { ...refusal, action: 'remove', version: 1 });
    assert.equal(story.status, 'removed');
    assert.deepEqual(mails(), ['story_removed queued']);
  });

  test('features and sorts, with the club’s own tags', async () => {
    const { publicId } = await tell(app, { status: 'published' });
    assert.equal((await decided(publicId, { action: 'feature', version: 1 })).story.featured, true);
    assert.equal((await decided(publicId, { action: 'unfeature', version: 1 })).story.featured, false);
    const tags = ['nature', 'table'];
    assert.deepEqual((await decided(publicId, { action: 'tag', version: 1, tags })).story.tags, tags);
    await refused(decide(publicId, { action: 'tag', version: 1, tags: ['unknown'] }), 422, 'invalid_request');
    assert.deepEqual((await look(publicId)).tags, tags);
    const waiting = await tell(app);
    await refused(decide(waiting.publicId, { action: 'feature', version: 1 }), 409, 'wrong_state');
    assert.deepEqual(mails(), []);
  });

  test('of two at once, one counts', async () => {
    const { publicId } = await tell(app);
    const other = await signedInStaff(app);
    const answers = await Promise.all([
      decide(publicId, { action: 'approve', version: 1 }),
      decide(publicId, { ...refusal, version: 1 }, other),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    assert.equal(rows(app.dir, 'decision').length, 1);
    assert.equal(mails().length, 1);
  });
});

test('a picture that is still being prepared is waited for, and said to be what keeps a story back', async () => {
  const story = await tell(app);
  await addMedia(app, story.publicId, { ready: false });
  const { version, blockers } = await look(story.publicId);
  assert.deepEqual(blockers, ['media_not_ready']);
  await refused(decide(story.publicId, { action: 'approve', version }), 409, 'media_not_ready');
  assert.equal((await look(story.publicId)).status, 'pending');
});

describe('a film', () => {
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.500\nLe tram passe.\n';
  const captions = { captions: [{ language: 'fr', vtt }], transcript: 'Le tram passe devant la gare.' };

  test('is not public without captions and transcript', async () => {
    const story = await tell(app);
    const film = await addFilm(app, story);
    assert.deepEqual((await look(story.publicId)).blockers, ['captions_missing']);
    await refused(decide(story.publicId, { action: 'approve', version: 1 }), 409, 'captions_missing');
    assert.equal((await look(story.publicId)).status, 'pending');
    for (const half of [
      { ...captions, transcript: '' },
      { ...captions, captions: [] },
    ]) {
      await read(staff.request('PUT', `/v1/staff/media/${film}/captions`, half));
      await refused(decide(story.publicId, { action: 'approve', version: 1 }), 409, 'captions_missing');
    }
    const { story: captioned } = await read<{ story: QueueStory }>(
      staff.request('PUT', `/v1/staff/media/${film}/captions`, captions),
    );
    assert.deepEqual(captioned.blockers, []);
    assert.match(captioned.media[0]!.captions[0]!.vtt, /Le tram passe/);
    assert.equal((await decided(story.publicId, { action: 'approve', version: 1 })).story.status, 'published');
  });

  test('keeps its captions when new ones cannot be read', async () => {
    const story = await tell(app);
    const film = await addFilm(app, story);
    await read(staff.request('PUT', `/v1/staff/media/${film}/captions`, captions));
    for (const wrong of ['', 'Bonjour', 'WEBVTT\n', 'WEBVTT\n\n00:03.000 --> 00:01.000\nx\n']) {
      const body = { captions: [{ language: 'fr', vtt: wrong }], transcript: 'x' };
      await refused(staff.request('PUT', `/v1/staff/media/${film}/captions`, body), 422, 'invalid_request');
    }
    const twice = { ...captions, captions: [...captions.captions, ...captions.captions] };
    await refused(staff.request('PUT', `/v1/staff/media/${film}/captions`, twice), 422, 'invalid_request');
    assert.match((await look(story.publicId)).media[0]!.captions[0]!.vtt, /Le tram passe/);
    await refused(staff.request('PUT', `/v1/staff/media/${'a'.repeat(22)}/captions`, captions), 404, 'not_found');
  });
});

describe('undo', () => {
  const undo = (decision: string) => staff.request('POST', `/v1/staff/decisions/${decision}/undo`);

  test('puts everything back, and the mail is not sent', async () => {
    const { publicId } = await tell(app);
    const { decision } = await decided(publicId, { action: 'approve', version: 1 });
    app.clock.time += durations.undoLife - 1;
    const { story, decision: undone } = await read<DecisionResult>(undo(decision.id));
    assert.equal(story.status, 'pending');
    assert.equal(undone.undoneAt, app.clock.time);
    assert.deepEqual(mails(), ['story_published failed']);
    assert.equal(audit().at(-1), `decision.undone staff:${staff.id}`);
    await refused(undo(decision.id), 409, 'wrong_state');
  });

  test('works for each kind of decision', async () => {
    const { publicId } = await tell(app, { status: 'published' });
    const tag = await decided(publicId, { action: 'tag', version: 1, tags: ['nature'] });
    assert.deepEqual((await read<DecisionResult>(undo(tag.decision.id))).story.tags, []);
    const feature = await decided(publicId, { action: 'feature', version: 1 });
    assert.equal((await read<DecisionResult>(undo(feature.decision.id))).story.featured, false);
    const remove = await decided(publicId, { ...refusal, action: 'remove', version: 1 });
    assert.equal((await read<DecisionResult>(undo(remove.decision.id))).story.status, 'published');
  });

  test('is too late after its time, after another decision, and after the author’s change', async () => {
    const late = await tell(app);
    const first = await decided(late.publicId, { action: 'approve', version: 1 });
    await decided(late.publicId, { action: 'feature', version: 1 });
    await refused(undo(first.decision.id), 409, 'wrong_state');
    const changed = await tell(app);
    const second = await decided(changed.publicId, { ...refusal, version: 1 });
    await app.deps.storage.write((tx) => tx.stories.bump(changed.id, app.clock.now()));
    await refused(undo(second.decision.id), 409, 'wrong_state');
    const third = await decided((await tell(app)).publicId, { action: 'approve', version: 1 });
    app.clock.time += durations.undoLife;
    await refused(undo(third.decision.id), 409, 'wrong_state');
    await refused(undo('a'.repeat(22)), 404, 'not_found');
  });
});
