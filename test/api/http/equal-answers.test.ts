/** What a stranger learns about an address by signing it up: nothing, whatever we know of it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import type { WebhookBody } from '../../../api/contract/webhook.ts';
import { parseAddress, suppressionKey } from '../../../api/domain/addresses.ts';
import { addWebhook } from '../../../api/domain/webhooks/manage.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { newMember } from '../../support/new-member.ts';
import { addStaff } from '../../support/session.ts';
import { memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const address = 'somebody@example.org';

async function signUp(changes: Record<string, unknown> = {}): Promise<Response> {
  return app.signUp({ email: address, proof: await mintProof(app), ...changes });
}

/** Everything of an answer that a client can see. */
async function seen(response: Response) {
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

async function form(path: string, values: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(values).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.request(path, { method: 'POST', headers, body });
}

async function confirm(): Promise<void> {
  const token = tokenIn((await deliver(app)).at(-1), '/confirm');
  assert.equal((await form('/confirm', { token })).status, 200);
}

/** Brings the address into a state, then long enough away that no cap is in the way. */
const states: Record<string, () => Promise<void>> = {
  async new() {},
  async pending() {
    await signUp();
    await deliver(app);
  },
  async active() {
    await signUp();
    await confirm();
    await deliver(app);
  },
  async suppressed() {
    const key = suppressionKey(app.deps.keys, parseAddress(address)!);
    await app.deps.storage.write((tx) => tx.suppress(key, 'mail 550', app.clock.now()));
  },
  async left() {
    await signUp();
    await confirm();
    const token = tokenIn((await deliver(app)).at(-1), '/leave');
    assert.equal((await form('/leave', { token })).status, 200);
  },
};

/** What the owner of the address gets, in each state. */
const mails: Record<keyof typeof states, (string | number | null)[]> = {
  new: ['confirmation'],
  pending: ['confirmation'],
  active: ['already_member'],
  suppressed: [],
  left: ['confirmation'],
};

const rest = durations.mailDay + 1;

describe('the same answer, to the byte', () => {
  for (const [state, reach] of Object.entries(states)) {
    test(`${state} as new`, async () => {
      const reference = await openTestApp();
      let expected;
      try {
        expected = await seen(await reference.signUp({ email: address, proof: await mintProof(reference) }));
      } finally {
        await reference.remove();
      }
      await reach();
      app.clock.time += rest;
      const before = rows(app.dir, 'outbox').length;
      assert.deepEqual(await seen(await signUp()), expected);
      assert.equal(expected.status, 202);
      const ordered = rows(app.dir, 'outbox').slice(before);
      assert.deepEqual(
        ordered.map(({ kind }) => kind),
        mails[state],
      );
    });

    test(`${state}, within the gap between two mails`, async () => {
      await reach();
      app.clock.time += rest;
      const first = await seen(await signUp());
      const before = rows(app.dir, 'outbox').length;
      assert.deepEqual(await seen(await signUp()), first);
      assert.equal(rows(app.dir, 'outbox').length, before, 'no second mail');
    });

    test(`${state}, and a robot that fills in everything`, async () => {
      await reach();
      app.clock.time += rest;
      const members = rows(app.dir, 'member');
      const ordered = rows(app.dir, 'outbox');
      const proof = await mintProof(app);
      const trapped = await seen(await signUp({ website: 'https://spam.example', proof }));
      assert.deepEqual(rows(app.dir, 'member'), members);
      assert.deepEqual(rows(app.dir, 'outbox'), ordered);
      assert.equal((await signUp({ proof })).status, 409, 'the proof is spent');
      assert.deepEqual(trapped, await seen(await signUp()));
    });

    test(`${state}, in the numbers and webhooks of the partner whose page it was`, async () => {
      const ville = (await app.deps.storage.partnerBySlug('ville'))!;
      const url = 'https://ville.example/hook';
      const admin = { kind: 'staff', staffId: await addStaff(app), role: 'admin', level: 'full', session: '' } as const;
      await addWebhook(app.deps, admin, { url, events: ['membership.requested'], partner: ville.slug });
      await reach();
      const sees = () => ({
        told: rows(app.dir, 'webhook_delivery').map(({ body }) => JSON.parse(body as string) as WebhookBody),
        counted: rows(app.dir, 'tally').flatMap(({ campaign, kind, count }) =>
          campaign === 'probe' ? [kind, count] : [],
        ),
      });
      const before = sees().told.length;
      app.clock.time += rest;
      const page = { path: '/club', utm: { campaign: 'probe' } };
      await signUp({ page });
      // The second comes within the gap between two mails.
      await signUp({ page });
      const { told, counted } = sees();
      assert.deepEqual(counted, ['signup', 2]);
      const requests = told.slice(before);
      const { circle, language } = requests[0]!.data;
      assert.deepEqual(
        requests.map(({ type, partner, data }) => [type, partner, data]),
        [1, 2].map(() => ['membership.requested', 'ville', { circle, language }]),
      );
    });

    test(`${state}, with a wrong invitation: the same refusal`, async () => {
      await app.deps.storage.insertInvitation('0'.repeat(64), 'vip', 1, null, app.clock.now());
      await reach();
      app.clock.time += rest;
      const { status, body } = await seen(await signUp({ circle: 'vip', invitation: 'GUESS' }));
      const { requestId: _id, ...problem } = JSON.parse(body) as Record<string, unknown>;
      assert.deepEqual(
        [status, problem],
        [
          422,
          {
            type: 'urn:ambassador-widgets:problem:invalid_request',
            title: 'Some fields cannot be accepted. Nothing was stored.',
            status: 422,
            code: 'invalid_request',
            errors: [{ field: 'invitation', code: 'invitation_unknown' }],
          },
        ],
      );
    });
  }
});

test('a member who signs up again stays as they were, and is told so in their own language', async () => {
  await signUp({ language: 'de', firstName: 'Odile', newsletter: false });
  await confirm();
  const before = memberOf(app.dir, address);
  app.clock.time += rest;
  await signUp({ language: 'en', firstName: 'Mallory', newsletter: true, circle: 'entrepreneurs' });
  assert.deepEqual(memberOf(app.dir, address), before);
  const [mail] = (await deliver(app)).slice(-1);
  assert.equal(mail?.headers['Content-Language'], 'de');
  assert.equal(rows(app.dir, 'consent').length, 1);
});

const told = () => {
  const { first_name: name, newsletter, public: shown } = memberOf(app.dir, address)!;
  return [name, newsletter, shown];
};

test('nobody can change what a mailed link stands for', async () => {
  await signUp({ firstName: 'Odile' });
  await signUp({ firstName: 'Mallory', newsletter: true, public: true, sentence: 'insult' });
  assert.deepEqual(told(), ['Odile', 0, 0]);
  await confirm();
  assert.deepEqual(told(), ['Odile', 0, 0]);
  assert.equal(rows(app.dir, 'consent').length, 1);
});

test('what a pending person tells us later counts with the mail that goes out then, and ends the earlier link', async () => {
  await signUp({ firstName: 'Odlie', newsletter: true });
  const earlier = tokenIn((await deliver(app))[0], '/confirm');
  app.clock.time += rest;
  await signUp({ firstName: 'Odile', newsletter: false });
  const press = (token: string) =>
    app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${token}`,
    });
  assert.equal((await press(earlier)).status, 404);
  assert.equal(rows(app.dir, 'member').length, 1);
  assert.equal(rows(app.dir, 'attribution').length, 1);
  assert.equal((await press(tokenIn((await deliver(app))[0], '/confirm'))).status, 200);
  assert.deepEqual(told(), ['Odile', 0, 0]);
  // Each consent keeps its own proof; the one that was taken back is not what the person confirmed.
  const proofs = rows(app.dir, 'consent').map((row) => [row['newsletter'], row['confirmed_at'], row['withdrawn_at']]);
  const now = app.clock.now();
  assert.deepEqual(proofs, [
    [1, null, now],
    [0, now, null],
  ]);
});

test('someone who left comes back as somebody new', async () => {
  await states['left']!();
  app.clock.time += rest;
  await signUp();
  await confirm();
  assert.deepEqual(
    rows(app.dir, 'member').map(({ status }) => status),
    ['left', 'active'],
  );
  assert.equal((await app.deps.storage.counts()).members, 1);
});

// The sentences agreed to are kept once a process: who came first must not decide whether.
for (const first of ['suppressed', 'active'] as const) {
  test(`a newcomer is taken when the first to sign up on a page was ${first}`, async () => {
    if (first === 'active') {
      await app.deps.storage.write((tx) => tx.insertActiveMember(newMember(address, 0), 0));
    } else await states['suppressed']!();
    assert.equal((await signUp()).status, 202);
    const response = await signUp({ email: 'newcomer@example.org' });
    assert.equal(response.status, 202, await response.text());
    assert.ok(memberOf(app.dir, 'newcomer@example.org'));
  });
}

test('an address that nobody has silences no other address of its inbox', async () => {
  const key = suppressionKey(app.deps.keys, parseAddress('anna+x@example.org')!);
  await app.deps.storage.write((tx) => tx.suppress(key, 'mail SMTP 550 5.1.1', app.clock.now()));
  await signUp({ email: 'anna+x@example.org' });
  assert.deepEqual(await deliver(app), []);
  await signUp({ email: 'anna@example.org' });
  assert.deepEqual(
    (await deliver(app)).map(({ to }) => to),
    ['anna@example.org'],
  );
});
