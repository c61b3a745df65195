/** A member's badges over HTTP: what they do, and what nobody else can. */
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { lookFindings } from '../../../api/contract/badge-words.ts';
import type { MyBadge } from '../../../api/contract/badge-requests.ts';
import type { Problem } from '../../../api/contract/codes.ts';
import { myBadgePaths } from '../../../api/contract/paths.ts';
import { award } from '../../../api/domain/badges/award.ts';
import type { DomainProofs } from '../../../api/domain/badges/ports.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { signedInMember, signedInWidget, type SignedIn } from '../../support/session.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let found: Awaited<ReturnType<DomainProofs['look']>>;
let looked: string[];
let woken: number;
const opened: TestApp[] = [];
beforeEach(async () => {
  [found, looked, woken] = ['nothing_there', [], 0];
  app = await openTestApp({
    domainProofs: {
      async look(domain, word) {
        looked.push(`${domain} ${word}`);
        return found;
      },
    },
    wakeSigner: () => void (woken += 1),
  });
  opened.push(app);
});
after(async () => {
  for (const one of opened) await one.remove();
});

const { myBadges, myBadge, myBadgeCheck } = myBadgePaths;

/** A member with a badge of their own. */
async function holder(): Promise<SignedIn> {
  const person = await signedInMember(app);
  const { storage, clock } = app.deps;
  await storage.write(async (tx) => award(tx, app.deps, (await tx.findMember(person.id))!, clock.now()));
  return person;
}

const list = async (person: SignedIn) => (await (await person.request('GET', myBadges)).json()) as MyBadge[];
const body = async <T>(response: Response, status: number): Promise<T> => {
  assert.equal(response.status, status);
  return (await response.json()) as T;
};
const refusal = async (response: Response, status: number, code: string) => {
  const problem = await body<Problem>(response, status);
  assert.equal(problem.code, code);
  return problem;
};
const ask = async (person: SignedIn, domain = 'shop.example') =>
  body<MyBadge>(await person.request('POST', myBadges, { domain }), 201);

test('from asking to proving to giving up', async () => {
  const person = await holder();
  const asked = await ask(person, 'https://www.Bäckerei.example/Öffnungszeiten');
  assert.deepEqual([asked.status, asked.domain], ['waiting', 'xn--bckerei-5wa.example']);
  assert.equal(asked.proof!.name, '_ambassador.xn--bckerei-5wa.example');
  found = 'file';
  const proven = await body<MyBadge>(await person.request('POST', myBadgeCheck(asked.id)), 200);
  assert.deepEqual(
    [proven.status, proven.provenAt, proven.id],
    ['active', new Date(app.clock.now()).toISOString(), asked.id],
  );
  assert.deepEqual(looked, [`xn--bckerei-5wa.example ${asked.id}`]);
  assert.deepEqual(
    (await list(person)).map(({ kind, status }) => `${kind} ${status}`),
    ['person active', 'business active'],
  );
  const gone = await person.request('DELETE', myBadge(asked.id));
  assert.equal(gone.status, 204);
  assert.equal((await person.request('DELETE', myBadge(asked.id))).status, 204);
  assert.equal((await list(person))[1]!.status, 'ended');
  assert.ok(woken >= 3);
});

test('answers are for their holder’s eyes and kept by nobody', async () => {
  const person = await holder();
  const response = await person.request('GET', myBadges);
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

test('a widget on a partner’s page does the same', async () => {
  const widget = await signedInWidget(app);
  const { id } = await ask(widget);
  assert.equal((await list(widget))[0]!.id, id);
});

test('what is shown is the holder’s choice', async () => {
  const person = await holder();
  const [own] = await list(person);
  const choices = { showsName: true, showsCircle: true, language: 'gsw' };
  const changed = await body<MyBadge>(await person.request('PUT', myBadge(own!.id), choices), 200);
  assert.deepEqual([changed.showsName, changed.showsCircle, changed.language], [true, true, 'gsw']);
  for (const wrong of [{}, { ...choices, more: 1 }, { ...choices, language: 'xx' }, { ...choices, showsName: 'yes' }]) {
    await refusal(await person.request('PUT', myBadge(own!.id), wrong), 422, 'invalid_request');
  }
});

test('domains that are none are refused by field, keys that nobody knows too', async () => {
  const person = await holder();
  for (const domain of [
    '',
    'localhost',
    '10.0.0.1',
    'https://shop.example:8443',
    'a_b.example',
    `${'a'.repeat(2001)}.com`,
  ]) {
    const { errors } = await refusal(await person.request('POST', myBadges, { domain }), 422, 'invalid_request');
    assert.deepEqual(errors, [{ field: 'domain', code: 'domain_invalid' }]);
  }
  const long = `https://shop.example/?${'x'.repeat(1900)}`;
  assert.equal((await ask(person, long)).domain, 'shop.example');
  for (const wrong of [{}, { domain: 1 }, { domain: null }, { domain: 'a.example', memberId: 1 }, [], null]) {
    await refusal(await person.request('POST', myBadges, wrong), 422, 'invalid_request');
  }
});

test('somebody else’s badge is not there, whatever is done with it, and nothing is written', async () => {
  const [person, stranger] = [await holder(), await holder()];
  const { id } = await ask(person);
  const [own] = await list(person);
  found = 'dns';
  const before = everything(app.dir);
  const choices = { showsName: false, showsCircle: true, language: 'fr' };
  for (const theirs of [id, own!.id, 'unknown', 'A'.repeat(22), '..%2f..', `${id}x`]) {
    await refusal(await stranger.request('PUT', `${myBadges}/${theirs}`, choices), 404, 'not_found');
    await refusal(await stranger.request('DELETE', `${myBadges}/${theirs}`), 404, 'not_found');
    await refusal(await stranger.request('POST', `${myBadges}/${theirs}/checks`), 404, 'not_found');
  }
  assert.deepEqual(everything(app.dir), before);
  assert.deepEqual(looked, []);
  assert.deepEqual(
    (await list(stranger)).map(({ kind }) => kind),
    ['person'],
  );
});

test('a person’s own badge has no domain to look at, and is not given up', async () => {
  const person = await holder();
  const [own] = await list(person);
  await refusal(await person.request('DELETE', myBadge(own!.id)), 409, 'wrong_state');
  await refusal(await person.request('POST', myBadgeCheck(own!.id)), 409, 'wrong_state');
  assert.equal((await list(person))[0]!.status, 'active');
  assert.deepEqual(looked, []);
});

test('a look in vain says why by one word of ours, and nothing else of what was read', async () => {
  for (const [answer, finding] of [
    ...lookFindings.map((one) => [one, one] as const),
    ['unreachable', 'no_answer'] as const,
  ]) {
    found = answer;
    // Each is looked at once a minute.
    const person = await holder();
    const { id } = await ask(person);
    const problem = await refusal(await person.request('POST', myBadgeCheck(id)), 409, 'domain_unproven');
    assert.deepEqual(problem, {
      type: 'urn:ambassador-widgets:problem:domain_unproven',
      title: 'No proof was found on this domain. Nothing was changed; look again later.',
      status: 409,
      code: 'domain_unproven',
      finding,
      requestId: problem.requestId,
    });
  }
});

test('we look at a domain once a minute for one badge, and at all of a member’s thirty times a day', async () => {
  const person = await holder();
  const badges = [];
  for (let index = 0; index < 5; index += 1) badges.push(await ask(person, `shop-${index}.example`));
  await refusal(await person.request('POST', myBadgeCheck(badges[0]!.id)), 409, 'domain_unproven');
  const again = await person.request('POST', myBadgeCheck(badges[0]!.id));
  assert.ok(Number(again.headers.get('retry-after')) > 0);
  await refusal(again, 429, 'rate_limited');
  await refusal(await person.request('POST', myBadgeCheck(badges[1]!.id)), 409, 'domain_unproven');
  // Giving up and asking for others does not get round it: each look is counted for who asked.
  for (let count = 2; count < 30; count += 1) {
    const { id } = badges[4]!;
    await person.request('DELETE', myBadge(id));
    badges[4] = await ask(person, `other-${count}.example`);
    await refusal(await person.request('POST', myBadgeCheck(badges[4].id)), 409, 'domain_unproven');
  }
  await refusal(await person.request('POST', myBadgeCheck(badges[2]!.id)), 429, 'rate_limited');
  assert.equal(looked.length, 30);
  // Another member has looks of their own, at the same domain too.
  const other = await holder();
  const { id } = await ask(other, 'shop-0.example');
  await refusal(await other.request('POST', myBadgeCheck(id)), 409, 'domain_unproven');
});

test('one member too many badges, one suspended: by code', async () => {
  const person = await holder();
  for (let index = 0; index < 5; index += 1) await ask(person, `shop-${index}.example`);
  await refusal(await person.request('POST', myBadges, { domain: 'more.example' }), 409, 'badges_full');
  await app.deps.storage.write((tx) => tx.setSuspended(person.id, app.clock.now()));
  await refusal(await person.request('POST', myBadges, { domain: 'shop-0.example' }), 403, 'suspended');
  assert.equal((await list(person)).length, 6);
});

test('nothing of a domain is in the log, whatever is wrong with it', async () => {
  const person = await holder();
  const { id } = await ask(person, 'secret.example');
  await person.request('POST', myBadgeCheck(id));
  await person.request('POST', myBadges, { domain: 'secret example' });
  assert.ok(app.log.lines.every((line) => !line.includes('secret')));
});
