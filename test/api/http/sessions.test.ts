/** Signing in from a widget, from the first request to the end of the session. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { codesPerDay, codesPerHour, codeTries, durations } from '../../../api/contract/limits.ts';
import type { CodeAccepted, SessionView } from '../../../api/contract/session.ts';
import type { OutgoingMail } from '../../../api/domain/ports.ts';
import { sendOutbox } from '../../../api/jobs/send-outbox.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { deliver } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { addMember, signedInWidget } from '../../support/session.ts';
import { askCode, codeIn, mailedCode, otherCode, postJson } from '../../support/sign-in.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const email = 'odile@example.org';
const minute = 60_000;

const signIn = (body: { request: string; code: string }, headers: Record<string, string> = {}) =>
  postJson(app, '/v1/sessions', body, headers);
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const me = (token: string, origin = partnerOrigin) =>
  app.request('/v1/me', { headers: { authorization: `Bearer ${token}`, origin } });

test('a member asks, reads, types, is signed in, and signs out', async () => {
  await addMember(app, { email });
  const asked = await askCode(app, email);
  assert.equal(asked.status, 202);
  const { request, expiresAt } = (await asked.json()) as CodeAccepted;
  assert.equal(expiresAt, app.clock.now() + durations.codeLife);
  const mails = await deliver(app);
  assert.deepEqual(
    mails.map(({ to }) => to),
    [email],
  );
  const response = await signIn({ request, code: codeIn(mails[0]) });
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('set-cookie'), null);
  const session = (await response.json()) as SessionView;
  assert.equal(session.expiresAt, app.clock.now() + durations.widgetSessionLife);
  const view = { firstName: 'Odile', circle: app.deps.club.circles[0]!.id, place: 'Dornach', language: 'fr' };
  assert.deepEqual(session.me, view);
  assert.deepEqual(await (await me(session.token)).json(), view);
  const headers = { authorization: `Bearer ${session.token}`, origin: partnerOrigin };
  assert.equal((await app.request('/v1/session', { method: 'DELETE', headers })).status, 204);
  assert.equal((await me(session.token)).status, 401);
});

test('a token works from its own origin only, and as nothing else', async () => {
  const { token } = await signedInWidget(app);
  assert.equal((await me(token)).status, 200);
  for (const origin of ['https://evil.example', publicUrl, 'null']) assert.equal((await me(token, origin)).status, 401);
  const asCookie = { cookie: `__Host-session=${token}`, origin: publicUrl };
  assert.equal((await app.request('/v1/me', { headers: asCookie })).status, 401);
});

test('only pages of the club and of its partners sign in or ask', async () => {
  await addMember(app, { email });
  const mailed = await mailedCode(app, email);
  for (const origin of ['https://evil.example', 'null', 'http://www.ville.example']) {
    const refused = await signIn(mailed, { origin });
    assert.equal(refused.status, 403, origin);
    assert.equal(await codeOf(refused), 'origin_not_allowed');
    assert.equal(await codeOf(await askCode(app, email, {}, { origin })), 'origin_not_allowed');
  }
  const own = await signIn(mailed, { origin: publicUrl });
  assert.equal(own.status, 201, 'no try was counted, and the club’s own pages may');
  const { token } = (await own.json()) as SessionView;
  assert.equal((await me(token, publicUrl)).status, 200);
  assert.equal((await me(token)).status, 401);
});

test('a paused partner’s pages do not sign in', async () => {
  await addMember(app, { email });
  const mailed = await mailedCode(app, email);
  await app.deps.storage.setPartnerStatus('ville', 'paused');
  assert.equal((await signIn(mailed)).status, 403);
});

describe('a code', () => {
  let mailed: { request: string; code: string };
  beforeEach(async () => {
    await addMember(app, { email });
    mailed = await mailedCode(app, email);
  });

  test('works once', async () => {
    assert.equal((await signIn(mailed)).status, 201);
    assert.equal(await codeOf(await signIn(mailed)), 'code_expired');
  });

  test('of fifty tries at once one wins', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn(mailed)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(49).fill(403)]);
    assert.equal(rows(app.dir, 'session').length, 1);
  });

  test('ends after its life', async () => {
    app.clock.time += durations.codeLife - 1;
    assert.equal(await codeOf(await signIn({ ...mailed, code: otherCode(mailed.code) })), 'code_invalid');
    app.clock.time += 1;
    assert.equal(await codeOf(await signIn(mailed)), 'code_expired');
  });

  test(`ends after ${codeTries} wrong tries, however many come and at once`, async () => {
    let checked = 0;
    const { verify } = app.deps.keys;
    app.deps.keys.verify = (purpose, text, signature) => {
      if (purpose === 'sign-in-code') checked += 1;
      return verify(purpose, text, signature);
    };
    const guesses = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(6, '0'));
    const wrong = guesses.filter((guess) => guess !== mailed.code);
    for (let at = 0; at < wrong.length; at += 500) {
      const answers = await Promise.all(wrong.slice(at, at + 500).map((code) => signIn({ ...mailed, code })));
      assert.ok(answers.every(({ status }) => status === 403));
    }
    assert.equal(checked, codeTries);
    assert.equal(await codeOf(await signIn(mailed)), 'code_expired', 'the right code as well');
  });

  test('is not ended by somebody who tries codes of their own request', async () => {
    app.clock.time += durations.codeGap;
    const { request } = (await (await askCode(app, email)).json()) as CodeAccepted;
    for (let tries = 0; tries <= codeTries; tries += 1) await signIn({ request, code: '000000' });
    for (let asks = 0; asks < 30; asks += 1) {
      app.clock.time += 2000;
      await askCode(app, email);
    }
    assert.equal((await signIn(mailed)).status, 201);
  });

  test('of one request is worth nothing for another', async () => {
    app.clock.time += durations.codeGap;
    const second = await mailedCode(app, email);
    if (second.code !== mailed.code) {
      assert.equal(await codeOf(await signIn({ request: second.request, code: mailed.code })), 'code_invalid');
    }
    assert.equal((await signIn(second)).status, 201);
  });

  test('is worth nothing when its member has left, or has another address', async () => {
    await app.deps.storage.write((tx) => tx.leave(1, app.clock.now()));
    assert.equal(await codeOf(await signIn(mailed)), 'code_expired');
  });

  test('is nowhere in clear', async () => {
    await signIn({ ...mailed, code: otherCode(mailed.code) });
    const stored = JSON.stringify([rows(app.dir, 'sign_in'), rows(app.dir, 'outbox'), rows(app.dir, 'audit')]);
    assert.doesNotMatch(stored, new RegExp(`\\b${mailed.code}\\b|odile|${mailed.request}`));
    assert.doesNotMatch(app.log.lines.join('\n'), new RegExp(`\\b${mailed.code}\\b|odile|${mailed.request}`));
  });
});

test('a mail that is sent again has a new code, and only that one works', async () => {
  await addMember(app, { email });
  const { request } = (await (await askCode(app, email)).json()) as CodeAccepted;
  const codes: string[] = [];
  const failing = {
    ...app.deps,
    mailer: {
      send: async (mail: OutgoingMail) => {
        codes.push(codeIn(mail));
        throw new Error('the connection was lost');
      },
      close() {},
    },
  };
  await sendOutbox(failing, () => 0);
  app.clock.time += 5 * minute;
  codes.push(codeIn((await deliver(app))[0]));
  assert.equal(codes.length, 2);
  const [first, second] = codes as [string, string];
  if (first !== second) assert.equal(await codeOf(await signIn({ request, code: first })), 'code_invalid');
  assert.equal((await signIn({ request, code: second })).status, 201);
});

test('a sign-in that is over is not mailed any more', async () => {
  await addMember(app, { email });
  await askCode(app, email);
  app.clock.time += durations.codeLife;
  assert.deepEqual(await deliver(app), []);
  assert.match(String(rows(app.dir, 'outbox').at(-1)!['error']), /sign-in over/);
});

test('a sign-in that was used, or tried too often, is not mailed again', async () => {
  await addMember(app, { email });
  for (const end of ['use', 'miss'] as const) {
    await askCode(app, email);
    const id = Number(rows(app.dir, 'sign_in').at(-1)!['id']);
    await app.deps.storage.write(async (tx) => {
      if (end === 'use') await tx.sessions.useSignIn(id, app.clock.now());
      else for (let tries = 0; tries < codeTries; tries += 1) await tx.sessions.missCode(id);
    });
    assert.deepEqual(await deliver(app), [], end);
    assert.equal(rows(app.dir, 'sign_in').at(-1)!['code_hash'], null);
  }
});

describe('the caps of one address', () => {
  const ask = async (address = email) => {
    assert.equal((await askCode(app, address)).status, 202);
    return (await deliver(app)).length;
  };
  beforeEach(() => addMember(app, { email }));

  test('one in a minute, over all spellings of one inbox', async () => {
    assert.equal(await ask(), 1);
    app.clock.time += durations.codeGap - 1;
    assert.equal(await ask(), 0);
    assert.equal(await ask('ODILE@example.org'), 0);
    app.clock.time += 1;
    assert.equal(await ask('ODILE@EXAMPLE.org'), 1);
  });

  test(`${codesPerHour} in an hour, ${codesPerDay} in a day`, async () => {
    let sent = 0;
    const start = app.clock.time;
    const inHours: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      const before = sent;
      for (let times = 0; times < 10; times += 1) {
        app.clock.time = start + hour * 60 * minute + (times + 1) * 2 * minute;
        sent += await ask();
      }
      inHours.push(sent - before);
    }
    assert.equal(Math.max(...inHours), codesPerHour);
    assert.equal(sent, codesPerDay);
  });

  test('codes that were used do not count', async () => {
    for (let times = 0; times < 2 * codesPerDay; times += 1) {
      assert.equal((await signIn(await mailedCode(app, email))).status, 201);
    }
  });

  test('hundreds of requests for one address from everywhere are one mail', async () => {
    const asks = Array.from({ length: 200 }, (_, number) =>
      askCode(app, number % 2 ? email : 'Odile@Example.org', {}, { 'x-forwarded-for': `203.0.113.${number}` }),
    );
    for (const { status } of await Promise.all(asks)) assert.equal(status, 202);
    assert.equal((await deliver(app)).length, 1);
  });
});

describe('bots', () => {
  test('a proof is spent once', async () => {
    await addMember(app, { email });
    const proof = await mintProof(app);
    assert.equal((await askCode(app, email, { proof })).status, 202);
    const again = await Promise.all(Array.from({ length: 20 }, () => askCode(app, 'else@example.org', { proof })));
    assert.deepEqual([...new Set(again.map(({ status }) => status))], [409]);
  });

  test('whoever fills in what people do not see gets an answer and no mail', async () => {
    await addMember(app, { email });
    const response = await askCode(app, email, { website: 'https://spam.example' });
    assert.equal(response.status, 202);
    assert.deepEqual(Object.keys((await response.json()) as object), ['request', 'expiresAt']);
    assert.deepEqual(await deliver(app), []);
    assert.deepEqual(rows(app.dir, 'sign_in'), []);
  });

  test('asking and trying have buckets of their own', async () => {
    await app.remove();
    app = await openTestApp({ signupsPerMinute: 5 });
    await addMember(app, { email });
    const mailed = await mailedCode(app, email);
    let last = 202;
    for (let asks = 0; asks < 6 && last === 202; asks += 1) last = (await askCode(app, `x${asks}@example.org`)).status;
    assert.equal(last, 429);
    assert.equal((await signIn(mailed)).status, 201, 'whoever has a code can use it');
    for (let tries = 0; tries < 12; tries += 1) last = (await signIn(mailed)).status;
    assert.equal(last, 429);
  });
});

test('unknown and protected fields are refused', async () => {
  for (const field of ['id', 'memberId', 'staffId', 'role', 'level', 'origin', 'verified']) {
    assert.equal((await askCode(app, email, { [field]: 1 })).status, 422, field);
    const body = { request: 'A'.repeat(43), code: '000000', [field]: 1 };
    assert.equal((await postJson(app, '/v1/sessions', body)).status, 422, field);
  }
});
