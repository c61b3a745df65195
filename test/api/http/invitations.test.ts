/** Circles by invitation: a code opens as many places as it has, and tells nobody who took them. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { hashInvitation } from '../../../api/domain/invitations.ts';
import { purge } from '../../../api/jobs/purge.ts';
import { openTestApp, testClub, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
const code = 'FLAMME-2027-ABCD';
const circle = testClub.circles.find(({ byInvitation }) => byInvitation)!.id;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
afterEach(() => app.remove());

const invite = (places: number, expiresAt: number | null = null, value = code, to = circle) =>
  app.deps.storage.insertInvitation(hashInvitation(value), to, places, expiresAt, app.clock.now());

let people = 0;
async function join(changes: Record<string, unknown> = {}): Promise<{ status: number; error: string | undefined }> {
  const email = `person-${(people += 1)}@example.org`;
  const response = await app.signUp({ email, circle, proof: await mintProof(app), ...changes });
  const body = (await response.json()) as Partial<Problem>;
  const error = body.errors?.map(({ field, code: reason }) => `${field} ${reason}`).join();
  return { status: response.status, error };
}

const taken = () => rows(app.dir, 'invitation').map((row) => row['taken']);
const refusal = (reason: string) => ({ status: 422, error: `invitation ${reason}` });
const welcome = { status: 202, error: undefined };

test('the circle is closed without a code', async () => {
  await invite(5);
  const before = everything(app.dir);
  for (const invitation of [undefined, ''])
    assert.deepEqual(await join({ invitation }), refusal('invitation_required'));
  assert.deepEqual(everything(app.dir), before);
});

test('a code that is unknown, expired, used up or for another circle is refused alike', async () => {
  await invite(1, app.clock.now() + 1000);
  await invite(1, null, 'OTHER-CIRCLE', 'habitants');
  await invite(1, null, 'USED-UP');
  assert.deepEqual(await join({ invitation: 'USED-UP' }), welcome);
  app.clock.time += 1000;
  const before = everything(app.dir);
  for (const invitation of ['GUESS', code, 'OTHER-CIRCLE', 'USED-UP', ' ', '-', '💥', "' or 1=1 --"]) {
    assert.deepEqual(await join({ invitation }), refusal('invitation_unknown'), invitation);
  }
  assert.deepEqual(everything(app.dir), before, 'a refused code takes no place and spends no proof');
});

test('is taken however it was copied', async () => {
  await invite(6);
  for (const invitation of [code, code.toLowerCase(), ' flamme 2027 abcd ', 'Flamme–2027—abcd', 'FLAMME2027ABCD']) {
    assert.deepEqual(await join({ invitation }), welcome, invitation);
  }
  assert.deepEqual(taken(), [5]);
});

test('is not stored as it is', async () => {
  await invite(1);
  await join({ invitation: code });
  assert.doesNotMatch(JSON.stringify(everything(app.dir)), /FLAMME|flamme/);
});

test('for an open circle a code is neither needed nor used', async () => {
  await invite(1);
  assert.deepEqual(await join({ circle: 'habitants', invitation: code }), welcome);
  assert.deepEqual(await join({ circle: 'habitants', invitation: 'GUESS' }), welcome);
  assert.deepEqual(taken(), [0]);
});

test('fifty at once for one place: one has it, the others are told so', async () => {
  await invite(1);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => join({ invitation: code })));
  assert.equal(outcomes.filter(({ status }) => status === 202).length, 1);
  assert.equal(outcomes.filter(({ error }) => error === 'invitation invitation_unknown').length, 49);
  assert.deepEqual(taken(), [1]);
  assert.equal(rows(app.dir, 'member').length, 1);
});

test('places are counted, not people who try', async () => {
  await invite(3);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => join({ invitation: code })));
  assert.equal(outcomes.filter(({ status }) => status === 202).length, 3);
  assert.deepEqual(taken(), [3]);
});

describe('someone who signs up again', () => {
  const email = 'odile@example.org';

  test('keeps their own place, however often', async () => {
    await invite(1);
    for (let tries = 0; tries < 5; tries += 1) assert.deepEqual(await join({ email, invitation: code }), welcome);
    assert.deepEqual(taken(), [1]);
    assert.equal((await join({ invitation: code })).status, 422, 'for others it is still used up');
  });

  test('with a wrong code keeps what they had', async () => {
    await invite(1);
    await join({ email, invitation: code });
    const before = everything(app.dir);
    assert.deepEqual(await join({ email, invitation: 'GUESS' }), refusal('invitation_unknown'));
    assert.deepEqual(everything(app.dir), before);
  });

  test('for another circle gives the place back', async () => {
    await invite(1);
    await join({ email, invitation: code });
    await join({ email, circle: 'habitants' });
    assert.deepEqual(taken(), [0]);
    assert.deepEqual(await join({ invitation: code }), welcome);
  });

  test('with another code gives the first back', async () => {
    await invite(1);
    await invite(1, null, 'SECOND');
    await join({ email, invitation: code });
    await join({ email, invitation: 'SECOND' });
    assert.deepEqual(taken(), [0, 1]);
  });

  test('as a member takes no place and changes no circle', async () => {
    await invite(2);
    await join({ email, circle: 'habitants' });
    await app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${tokenIn((await deliver(app))[0], '/confirm')}`,
    });
    assert.deepEqual(await join({ email, invitation: code }), welcome);
    assert.deepEqual(taken(), [0]);
    assert.equal(memberOf(app.dir, email)?.['circle'], 'habitants');
  });
});

test('the place of someone who never confirmed is free again after a week', async () => {
  await invite(1);
  await join({ invitation: code });
  app.clock.time += durations.pendingLife + 1;
  await purge(app.deps);
  assert.deepEqual(taken(), [0]);
  assert.deepEqual(await join({ invitation: code }), welcome);
});

test('in the form without JavaScript a wrong code comes back with everything that was typed', async () => {
  await invite(1);
  const html = await (await app.request('/join?partner=ville')).text();
  app.clock.time += durations.minimumFill;
  const person = {
    firstName: 'Odile',
    email: 'odile@example.org',
    circle,
    age15: 'on',
    charter: testClub.charter.version,
  };
  const refused = await postForm(app, [...valuesOf(html), ...Object.entries({ ...person, invitation: 'GUESS' })]);
  assert.equal(refused.status, 422);
  const again = await refused.text();
  assert.match(again, /id="invitation-error"/);
  assert.deepEqual([valuesOf(again).get('invitation'), valuesOf(again).get('circle')], ['GUESS', circle]);
  app.clock.time += durations.minimumFill;
  assert.equal((await postForm(app, [...valuesOf(again), ['invitation', code]])).status, 200);
  assert.equal(memberOf(app.dir, 'odile@example.org')?.['circle'], circle);
});
