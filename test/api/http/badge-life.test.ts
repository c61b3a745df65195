/** What a member does on our pages and in widgets, and what that does to their badge. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { badgeDurations, durations } from '../../../api/contract/limits.ts';
import { endOfLife } from '../../../api/domain/badges/badge-life.ts';
import { awardMissing } from '../../../api/domain/badges/award-missing.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { addMember, signedInMember, signedInWidget } from '../../support/session.ts';
import { codeIn, cookieIn, mailedCode, postJson } from '../../support/sign-in.ts';
import { draftOf, submit, waitingStory } from '../../support/stories.ts';
import { memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
let woken: number;
beforeEach(async () => {
  woken = 0;
  app = await openTestApp({ wakeSigner: () => void (woken += 1) });
});
afterEach(() => app.remove());

const email = 'odile@example.org';
const badgesOf = (memberId: number) => app.deps.storage.badges.ofMember(memberId);

/** A member whose badge is old enough to be renewed by a contact. */
async function oldMember(): Promise<number> {
  const id = await addMember(app, { email });
  await awardMissing(app.deps);
  app.clock.time += badgeDurations.badgeRenewal;
  return id;
}

/** Their badge is valid for thirteen months from now. */
async function isRenewed(memberId: number): Promise<boolean> {
  const [badge] = await badgesOf(memberId);
  return badge!.validUntil === endOfLife(app.clock.now());
}

test('the press of the button in the mail awards a badge and wakes who signs it; opening the link does not', async () => {
  await app.signUp({ email, proof: await mintProof(app) });
  const token = tokenIn((await deliver(app))[0], '/confirm');
  await app.request(`/confirm?token=${token}`);
  const id = memberOf(app.dir, email)!['id'] as number;
  assert.deepEqual(await badgesOf(id), []);
  assert.equal((await postForm(app, { token }, { path: '/confirm' })).status, 200);
  const [badge] = await badgesOf(id);
  assert.equal(badge!.status, 'active');
  assert.equal(woken, 1);
  const [welcome] = await deliver(app);
  assert.ok(welcome!.text.includes(`${publicUrl}/me/badges?lang=fr`), 'the welcome says where it is');
});

test('signing in with a code in a widget renews', async () => {
  const id = await oldMember();
  const attempt = await mailedCode(app, email);
  assert.equal(await isRenewed(id), false, 'asking for a code is anybody’s');
  assert.equal((await postJson(app, '/v1/sessions', { ...attempt, code: '000000' })).status, 403);
  assert.equal(await isRenewed(id), false, 'so is a wrong one');
  assert.equal((await postJson(app, '/v1/sessions', attempt)).status, 201);
  assert.equal(await isRenewed(id), true);
});

test('signing in on our own page renews', async () => {
  const id = await oldMember();
  const values = Object.fromEntries(valuesOf(await (await app.request('/sign-in?lang=en')).text()));
  app.clock.time += durations.minimumFill;
  const asked = await postForm(app, { ...values, email }, { path: '/sign-in' });
  const headers = { cookie: `__Host-sign-in=${cookieIn(asked, '__Host-sign-in')}` };
  const code = codeIn((await deliver(app)).at(-1));
  assert.equal((await postForm(app, { code }, { path: '/sign-in/code', headers })).status, 303);
  assert.equal(await isRenewed(id), true);
});

test('sending a story renews, looking at one’s stories does not', async () => {
  const id = await oldMember();
  const person = await signedInWidget(app, { memberId: id });
  assert.equal((await person.request('GET', '/v1/me/stories')).status, 200);
  assert.equal(await isRenewed(id), false);
  await waitingStory(person);
  assert.equal(await isRenewed(id), true);
});

test('a story that is refused for what it lacks renews nothing', async () => {
  const id = await oldMember();
  const person = await signedInWidget(app, { memberId: id });
  const { id: story } = await draftOf(person);
  const refused = await submit(person, story);
  assert.equal(((await refused.json()) as { code: string }).code, 'invalid_request');
  assert.equal(await isRenewed(id), false);
});

test('leaving on our own page ends the badge, and nothing of the person is left in it', async () => {
  const id = await addMember(app, { email, firstName: 'Odilette', lastName: 'Meyerhof' });
  await awardMissing(app.deps);
  const person = await signedInMember(app, { memberId: id });
  const left = await postForm(app, {}, { path: '/me/leave', headers: { cookie: person.headers['cookie']! } });
  assert.ok(left.status < 400);
  const [badge] = await badgesOf(id);
  assert.deepEqual([badge!.status, badge!.endReason], ['ended', 'left']);
  assert.doesNotMatch(JSON.stringify(rows(app.dir, 'badge')), /Odilette|Meyerhof/);
});
