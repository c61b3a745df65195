/** The proof of work: bound to partner and page, once, for ten minutes, not in two seconds. */
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Challenge } from '../../../api/contract/challenge.ts';
import type { Problem, ProblemCode } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { createKeys } from '../../../api/keys.ts';
import { openTestApp, partnerOrigin, publicUrl, solve, type TestApp } from '../../support/app.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, rows } from '../../support/tables.ts';

let app: TestApp;
const otherOrigin = 'https://shop.ville.example';
before(async () => {
  app = await openTestApp();
  const origins = ['https://bakery.example', partnerOrigin];
  await app.deps.storage.insertPartner(
    { slug: 'bakery', kind: 'business', name: 'Bakery', origins, status: 'active' },
    app.clock.now(),
  );
  await app.deps.storage.insertPartner(
    { slug: 'shop', kind: 'business', name: 'Shop', origins: [partnerOrigin, otherOrigin], status: 'active' },
    app.clock.now(),
  );
});
after(() => app.remove());

interface Payload {
  algorithm: string;
  challenge: string;
  number: number;
  salt: string;
  signature: string;
}

const unpack = (proof: string) => JSON.parse(Buffer.from(proof, 'base64').toString()) as Payload;
const pack = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function assertRefused(proof: unknown, code: ProblemCode, headers: Record<string, string> = {}, more = {}) {
  const before = everything(app.dir);
  const response = await app.signUp({ proof, ...more }, headers);
  const problem = (await response.json()) as Problem;
  assert.equal(problem.code, code, JSON.stringify(problem));
  assert.deepEqual(everything(app.dir), before, 'something was stored');
}

test('a challenge is what the contract says, and solving it is all it takes', async () => {
  const before = everything(app.dir);
  const response = await app.request('/v1/challenges?partner=ville', { headers: { origin: partnerOrigin } });
  const challenge = Challenge.parse(await response.json());
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.deepEqual(everything(app.dir), before, 'asking for a challenge writes nothing');
  app.clock.time += challenge.minimumFill;
  assert.equal((await app.signUp({ proof: solve(challenge) })).status, 202);
});

test('no two challenges are alike', async () => {
  const headers = { origin: partnerOrigin };
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      return Challenge.parse(await (await app.request('/v1/challenges?partner=ville', { headers })).json());
    }),
  );
  assert.equal(new Set(answers.map(({ salt }) => salt)).size, 50);
  assert.equal(new Set(answers.map(({ challenge }) => challenge)).size, 50);
});

test('a proof that is sent a hundred times, one after the other, works once', async () => {
  const proof = await mintProof(app);
  const before = rows(app.dir, 'member').length;
  let taken = 0;
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await app.signUp({ proof, email: `person-${tries}@example.org` });
    if (response.status === 202) taken += 1;
    else assert.equal(((await response.json()) as Problem).code, 'proof_spent');
  }
  assert.equal(taken, 1);
  assert.equal(rows(app.dir, 'member').length, before + 1);
});

test('a proof that is sent a hundred times at once works once', async () => {
  const proof = await mintProof(app);
  const before = ['member', 'outbox', 'consent'].map((table) => rows(app.dir, table).length);
  const responses = await Promise.all(
    Array.from({ length: 100 }, (_, index) => app.signUp({ proof, email: `at-once-${index}@example.org` })),
  );
  assert.equal(responses.filter(({ status }) => status === 202).length, 1);
  assert.equal(responses.filter(({ status }) => status === 409).length, 99);
  assert.deepEqual(
    ['member', 'outbox', 'consent'].map((table) => rows(app.dir, table).length),
    before.map((count) => count + 1),
  );
});

test('the same proof in other clothes is the same proof', async () => {
  const proof = await mintProof(app);
  const payload = unpack(proof);
  assert.equal((await app.signUp({ proof })).status, 202);
  const disguises = [
    `${proof}====`,
    proof.replaceAll('=', ''),
    Buffer.from(JSON.stringify(payload)).toString('base64url'),
    pack({ ...payload, extra: 1 }),
    pack(Object.fromEntries(Object.entries(payload).reverse())),
    pack({ ...payload, took: 100 }),
    pack({ ...payload, salt: payload.salt.replace(/&$/, '') }),
    ` ${proof} `,
  ];
  for (const disguise of disguises) await assertRefused(disguise, 'proof_spent', {}, { email: 'more@example.org' });
});

test('a proof is spent by the sign-up that it paid for, not by one that was refused', async () => {
  const proof = await mintProof(app);
  await assertRefused(proof, 'invalid_request', {}, { firstName: '' });
  await assertRefused(proof, 'invalid_request', {}, { circle: 'nobody' });
  await assertRefused(proof, 'invalid_request', {}, { circle: 'vip', invitation: 'GUESS' });
  assert.equal((await app.signUp({ proof })).status, 202);
});

describe('a proof for something else', () => {
  test('for another partner on the same page', async () => {
    await assertRefused(await mintProof(app, { partner: 'bakery' }), 'proof_invalid');
    await assertRefused(await mintProof(app), 'proof_invalid', {}, { partner: 'bakery' });
  });

  test('for another page of the same partner', async () => {
    const proof = await mintProof(app, { partner: 'shop', origin: otherOrigin });
    await assertRefused(proof, 'proof_invalid', { origin: partnerOrigin }, { partner: 'shop' });
    const response = await app.signUp({ proof, partner: 'shop' }, { origin: otherOrigin });
    assert.equal(response.status, 202, await response.text());
  });

  test('for the club’s own pages', async () => {
    await assertRefused(await app.proof(publicUrl, 'ville'), 'proof_invalid');
  });

  test('of a club with another secret', async () => {
    const keys = createKeys('another secret of tests, long enough too');
    await assertRefused(await mintProof({ ...app, deps: { ...app.deps, keys } }), 'proof_invalid');
  });

  test('signed with the key of another purpose', async () => {
    const { challenge, ...payload } = unpack(await mintProof(app));
    for (const purpose of ['form', 'address', '', 'proof ']) {
      const signature = createHmac('sha256', app.deps.keys.derive(purpose)).update(challenge).digest('hex');
      await assertRefused(pack({ ...payload, challenge, signature }), 'proof_invalid');
    }
  });
});

describe('in time', () => {
  const moments: [string, number, ProblemCode | undefined][] = [
    ['at once', 0, 'too_fast'],
    ['a millisecond too early', durations.minimumFill - 1, 'too_fast'],
    ['as early as may be', durations.minimumFill, undefined],
    ['at the last millisecond', durations.challengeLife - 1, undefined],
    ['when it ends', durations.challengeLife, 'proof_expired'],
    ['a day later', durations.mailDay, 'proof_expired'],
  ];
  for (const [when, elapsed, code] of moments) {
    test(when, async () => {
      const response = await app.request('/v1/challenges?partner=ville', { headers: { origin: partnerOrigin } });
      const proof = solve((await response.json()) as Challenge);
      app.clock.time += elapsed;
      if (code) await assertRefused(proof, code);
      else assert.equal((await app.signUp({ proof })).status, 202);
    });
  }

  test('too early is only a matter of waiting', async () => {
    const response = await app.request('/v1/challenges?partner=ville', { headers: { origin: partnerOrigin } });
    const proof = solve((await response.json()) as Challenge);
    const early = await app.signUp({ proof });
    assert.equal(early.status, 429);
    app.clock.time += Number(early.headers.get('retry-after')) * 1000;
    assert.equal((await app.signUp({ proof })).status, 202);
  });
});

describe('tampered with', () => {
  const changes: Record<string, (payload: Payload) => unknown> = {
    'another number': (payload) => ({ ...payload, number: payload.number + 1 }),
    'a number that is text': (payload) => ({ ...payload, number: String(payload.number) }),
    'a negative number': (payload) => ({ ...payload, number: -payload.number }),
    'a broken number': (payload) => ({ ...payload, number: payload.number + 0.5 }),
    'a number beyond the largest': (payload) => ({ ...payload, number: 1e9 }),
    'no number': ({ number: _number, ...payload }) => payload,
    'another salt': (payload) => ({ ...payload, salt: payload.salt.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) }),
    'a later expiry': (payload) => ({ ...payload, salt: payload.salt.replace(/expires=\d/, 'expires=9') }),
    'a second expiry': (payload) => ({ ...payload, salt: `${payload.salt}expires=9999999999999&` }),
    'a partner of its own, hashed anew': (payload) => {
      const salt = payload.salt.replace('partner=ville', 'partner=bakery');
      return { ...payload, salt, challenge: sha256(salt + payload.number) };
    },
    // The salt and the number are hashed as one text: where one ends must not be movable.
    'digits moved from the number to the salt': (payload) => ({ ...payload, salt: `${payload.salt}7`, number: 0 }),
    'a challenge in capitals': (payload) => ({ ...payload, challenge: payload.challenge.toUpperCase() }),
    'another challenge': (payload) => ({ ...payload, challenge: sha256('x') }),
    'no signature': ({ signature: _signature, ...payload }) => payload,
    'an empty signature': (payload) => ({ ...payload, signature: '' }),
    'a cut signature': (payload) => ({ ...payload, signature: payload.signature.slice(0, -1) }),
    'a longer signature': (payload) => ({ ...payload, signature: `${payload.signature}0` }),
    'its own signature': (payload) => ({ ...payload, signature: sha256(payload.challenge) }),
    'SHA-1': (payload) => ({ ...payload, algorithm: 'SHA-1' }),
    'SHA-512': (payload) => ({ ...payload, algorithm: 'SHA-512' }),
    'no algorithm': ({ algorithm: _algorithm, ...payload }) => payload,
    'algorithm none': (payload) => ({ ...payload, algorithm: 'none' }),
    'a list': (payload) => [payload],
    'a deep list': () => JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown,
    null: () => null,
    'a number alone': () => 7,
  };
  for (const [what, change] of Object.entries(changes)) {
    test(what, async () => assertRefused(pack(change(unpack(await mintProof(app)))), 'proof_invalid'));
  }

  for (const garbage of ['x', '====', 'bm90IGpzb24=', '{"algorithm":"SHA-256"}', '\u0000', '💥', 'e30='.repeat(100)]) {
    test(`garbage: ${JSON.stringify(garbage.slice(0, 20))}`, () => assertRefused(garbage, 'proof_invalid'));
  }

  test('an empty one is missing', () => assertRefused('', 'invalid_request'));
  test('none at all is missing', () => assertRefused(undefined, 'invalid_request'));
});

describe('who may ask for a challenge', () => {
  const askers: [partner: string | undefined, origin: string | undefined, status: number][] = [
    ['ville', partnerOrigin, 200],
    ['ville', publicUrl, 200],
    // A page of our own asks without naming its origin.
    ['ville', undefined, 200],
    ['ville', 'https://evil.example', 403],
    ['ville', 'null', 403],
    ['nobody', partnerOrigin, 404],
    ['', partnerOrigin, 404],
    [undefined, partnerOrigin, 404],
  ];
  for (const [partner, origin, status] of askers) {
    test(`${partner ?? '(none)'} from ${origin ?? '(nowhere)'} → ${status}`, async () => {
      const query = partner === undefined ? '' : `?partner=${partner}`;
      const response = await app.request(`/v1/challenges${query}`, { ...(origin && { headers: { origin } }) });
      assert.equal(response.status, status);
    });
  }
});
