/** Circles by invitation: a code opens as many places as it has, and tells nobody who took them. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { hashInvitation } from '../../../api/domain/invitations.ts';
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

/** Confirms with the newest link that was mailed to an address. */
async function confirm(email: string): Promise<number> {
  const mails = await deliver(app);
  const mail = mails.findLast(({ to }) => to === email);
  return press(tokenIn(mail, '/confirm'));
}

let presses = 0;
async function press(token: string): Promise<number> {
  const response = await app.request('/confirm', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `198.51.${(presses += 1) % 250}.1`,
    },
    body: `token=${token}`,
  });
  return response.status;
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
  assert.deepEqual(await join({ invitation: 'USED-UP', email: 'first@example.org' }), welcome);
  assert.equal(await confirm('first@example.org'), 200);
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
  assert.deepEqual(taken(), [0], 'asking takes no place');
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

test('twenty confirm at once with one place: one has it, the others are told so', async () => {
  await invite(1);
  for (let person = 0; person < 20; person += 1) assert.deepEqual(await join({ invitation: code }), welcome);
  const tokens = (await deliver(app)).map((mail) => tokenIn(mail, '/confirm'));
  const statuses = await Promise.all(tokens.map(press));
  assert.deepEqual(statuses.sort(), [200, ...Array<number>(19).fill(409)]);
  assert.deepEqual(taken(), [1]);
  assert.equal(rows(app.dir, 'member').filter(({ status }) => status === 'active').length, 1);
});

test('pressing twice takes one place', async () => {
  await invite(2);
  await join({ invitation: code, email: 'odile@example.org' });
  const [mail] = await deliver(app);
  for (let time = 0; time < 3; time += 1) assert.equal(await press(tokenIn(mail, '/confirm')), 200);
  assert.deepEqual(taken(), [1]);
});

test('a code with one place left says nothing about who is a member', async () => {
  await invite(1);
  await join({ circle: 'habitants', email: 'member@example.org' });
  assert.equal(await confirm('member@example.org'), 200);
  app.clock.time += durations.mailGap + 1;
  for (const email of ['member@example.org', 'stranger@example.org', 'other@example.org']) {
    assert.deepEqual(await join({ email, invitation: code }), welcome, email);
  }
  assert.deepEqual(await join({ email: 'member@example.org', invitation: 'GUESS' }), refusal('invitation_unknown'));
  assert.deepEqual(await join({ email: 'nobody@example.org', invitation: 'GUESS' }), refusal('invitation_unknown'));
  assert.equal(memberOf(app.dir, 'member@example.org')?.['circle'], 'habitants');
});

test('someone who signs up again with a wrong code keeps what they had', async () => {
  await invite(1);
  await join({ email: 'odile@example.org', invitation: code });
  await deliver(app);
  app.clock.time += durations.mailGap + 1;
  const before = everything(app.dir);
  assert.deepEqual(await join({ email: 'odile@example.org', invitation: 'GUESS' }), refusal('invitation_unknown'));
  assert.deepEqual(everything(app.dir), before);
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
