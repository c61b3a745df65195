/** The console's second step: a passkey, made once and shown ever after. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import type { StaffMeView } from '../../../api/contract/session.ts';
import { parseAddress } from '../../../api/domain/addresses.ts';
import { resetPasskeys, suspendStaff } from '../../../api/domain/staff/change.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { Authenticator, strangeKey, type Lies } from '../../support/authenticator.ts';
import { addStaff, signedInStaff, type SignedIn } from '../../support/session.ts';
import { cookieIn, mailedStaffCode, otherCode, postJson } from '../../support/sign-in.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let staffId: number;
let device: Authenticator;
beforeEach(async () => {
  app = await openTestApp();
  device = new Authenticator(publicUrl);
  staffId = await addStaff(app, { email: 'mod@club.example' });
});
afterEach(() => app.remove());

interface Question {
  kind: 'create' | 'get';
  options: {
    challenge: string;
    rp?: { id: string; name: string };
    rpId?: string;
    authenticatorSelection?: { userVerification: string };
    userVerification?: string;
    allowCredentials?: { id: string }[];
    user?: { id: string; name: string };
  };
}

const ask = async (who: SignedIn) =>
  (await (await who.request('POST', '/v1/staff/passkeys/options')).json()) as Question;
const show = (who: SignedIn, kind: string, response: unknown, more: object = {}) =>
  who.request('POST', '/v1/staff/passkeys', { kind, response, ...more });
const byCode = () => signedInStaff(app, { staffId, level: 'code' });
const withCookie = (response: Response) => {
  const cookie = `__Host-staff=${cookieIn(response, '__Host-staff')}`;
  return (path: string) => app.request(path, { headers: { cookie } });
};

/** Makes the first passkey. */
async function enrol(): Promise<void> {
  const who = await byCode();
  const response = await show(who, 'create', device.create((await ask(who)).options));
  assert.equal(response.status, 200, await response.clone().text());
}

for (const [what, change] of [
  ['whose passkeys are forgotten', resetPasskeys],
  ['who is suspended', suspendStaff],
] as const) {
  test(`somebody ${what} while they show theirs is not let in`, async () => {
    await enrol();
    const who = await byCode();
    const answer = device.get((await ask(who)).options);
    const { passkeys } = app.deps;
    app.deps.passkeys = {
      ...passkeys,
      async read(...args) {
        const counter = await passkeys.read(...args);
        await change(app.deps, parseAddress('mod@club.example')!);
        return counter;
      },
    };
    assert.equal((await show(who, 'get', answer)).status, 401);
    assert.deepEqual(rows(app.dir, 'session'), []);
  });
}

test('by mail as far as the passkey, made the first time, shown the next', async () => {
  const mailed = await mailedStaffCode(app, 'mod@club.example');
  const first = await postJson(app, '/v1/staff/sessions', mailed, { origin: publicUrl });
  assert.equal(first.status, 201);
  const expected = { name: 'Maurice', role: 'moderator', language: 'fr' };
  assert.deepEqual(await first.clone().json(), { ...expected, level: 'code', hasPasskey: false });
  assert.match(
    first.headers.getSetCookie().join(),
    /^__Host-staff=[\w-]{43}; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$/,
  );
  const token = cookieIn(first, '__Host-staff')!;
  const headers = { cookie: `__Host-staff=${token}`, origin: publicUrl };
  const post = (path: string, body: unknown) => postJson(app, path, body, headers);
  const question = (await (await post('/v1/staff/passkeys/options', {})).json()) as Question;
  assert.equal(question.kind, 'create');
  assert.deepEqual(question.options.rp, { id: 'club.example', name: app.deps.club.name.fr });
  assert.equal(question.options.authenticatorSelection?.userVerification, 'required');
  const made = await post('/v1/staff/passkeys', {
    kind: 'create',
    response: device.create(question.options),
    name: 'Bureau',
  });
  assert.equal(made.status, 200);
  assert.deepEqual(await made.clone().json(), { ...expected, level: 'full', hasPasskey: true });
  assert.notEqual(cookieIn(made, '__Host-staff'), token);
  assert.equal((await app.request('/v1/staff/session', { headers })).status, 401, 'the token of the code is gone');
  assert.equal((await withCookie(made)('/v1/staff/session')).status, 200);

  const who = await byCode();
  const again = await ask(who);
  assert.equal(again.kind, 'get');
  assert.deepEqual(
    again.options.allowCredentials?.map(({ id }) => id),
    [device.id.toString('base64url')],
  );
  assert.equal(again.options.userVerification, 'required');
  assert.equal(again.options.rpId, 'club.example');
  const shown = await show(who, 'get', device.get(again.options));
  assert.equal(shown.status, 200);
  const view = (await (await withCookie(shown)('/v1/staff/session')).json()) as StaffMeView;
  assert.equal(view.level, 'full');
  assert.deepEqual(
    rows(app.dir, 'audit').map(({ action }) => action),
    ['staff.passkey_made', 'staff.signed_in'],
  );
  assert.deepEqual([rows(app.dir, 'passkey')[0]!['name'], rows(app.dir, 'passkey')[0]!['counter']], ['Bureau', 2]);
});

const lies: Record<string, Lies> = {
  'another origin': { origin: 'https://evil.example' },
  'the origin without TLS': { origin: 'http://club.example' },
  'a subdomain': { origin: 'https://x.club.example' },
  'another host’s passkey': { rpId: 'evil.example' },
  'another challenge': { challenge: Buffer.from('another').toString('base64url') },
  'another type': { type: 'webauthn.other' },
  'a person who was not verified': { unverified: true },
  'nobody there': { absent: true },
};

for (const [what, lie] of Object.entries(lies)) {
  test(`refuses ${what}, made or shown`, async () => {
    const maker = await byCode();
    const refused = await show(maker, 'create', device.create((await ask(maker)).options, lie));
    assert.equal(refused.status, 403);
    assert.equal(((await refused.json()) as { code: string }).code, 'passkey_invalid');
    assert.deepEqual(rows(app.dir, 'passkey'), []);
    await enrol();
    const who = await byCode();
    assert.equal((await show(who, 'get', device.get((await ask(who)).options, lie))).status, 403);
    assert.equal((await who.request('GET', '/v1/staff/session')).status, 200, 'they may try again');
    assert.equal((await show(who, 'get', device.get((await ask(who)).options))).status, 200);
  });
}

describe('a passkey that is shown', () => {
  beforeEach(enrol);

  test('is refused when another key has signed', async () => {
    const who = await byCode();
    assert.equal((await show(who, 'get', device.get((await ask(who)).options, { key: strangeKey() }))).status, 403);
  });

  test('is refused when its counter went back: it was copied', async () => {
    for (const counter of [1, 0]) {
      const who = await byCode();
      assert.equal((await show(who, 'get', device.get((await ask(who)).options, { counter }))).status, 403);
    }
  });

  test('answers one question once, also many times at once', async () => {
    const who = await byCode();
    const response = device.get((await ask(who)).options);
    const answers = await Promise.all(Array.from({ length: 20 }, () => show(who, 'get', response)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    const later = await byCode();
    await ask(later);
    assert.equal((await show(later, 'get', response)).status, 403);
  });

  test('answers in time or not at all', async () => {
    const who = await byCode();
    const { options } = await ask(who);
    app.clock.time += durations.passkeyLife;
    assert.equal((await show(who, 'get', device.get(options))).status, 403);
  });

  test('answers the question that was asked of this session', async () => {
    const [one, two] = [await byCode(), await byCode()];
    const { options } = await ask(one);
    await ask(two);
    assert.equal((await show(two, 'get', device.get(options))).status, 403);
    assert.equal((await show(await byCode(), 'get', device.get(options))).status, 403, 'nobody asked');
  });

  test('lets in its own person only', async () => {
    const other = await addStaff(app, { email: 'other@club.example', role: 'admin' });
    const theirs = new Authenticator(publicUrl);
    const maker = await signedInStaff(app, { staffId: other, level: 'code' });
    assert.equal((await show(maker, 'create', theirs.create((await ask(maker)).options))).status, 200);
    const who = await signedInStaff(app, { staffId: other, level: 'code' });
    assert.equal((await show(who, 'get', device.get((await ask(who)).options))).status, 403);
  });
});

test('a mail alone makes no second passkey', async () => {
  await enrol();
  const who = await byCode();
  const { options, kind } = await ask(who);
  assert.equal(kind, 'get');
  const second = new Authenticator(publicUrl);
  assert.equal((await show(who, 'create', second.create({ ...options, rp: { id: 'club.example' } }))).status, 403);
  assert.equal(rows(app.dir, 'passkey').length, 1);
});

test('of two who were asked to make the first passkey one makes it', async () => {
  const [one, two] = [await byCode(), await byCode()];
  const questions = [await ask(one), await ask(two)];
  assert.deepEqual(
    questions.map(({ kind }) => kind),
    ['create', 'create'],
  );
  assert.equal((await show(one, 'create', device.create(questions[0]!.options))).status, 200);
  const second = new Authenticator(publicUrl);
  assert.equal((await show(two, 'create', second.create(questions[1]!.options))).status, 403);
  assert.equal((await show(two, 'get', device.get(questions[1]!.options))).status, 403, 'that was another question');
  assert.equal(rows(app.dir, 'passkey').length, 1);
});

test('a passkey of somebody becomes nobody else’s', async () => {
  await enrol();
  const other = await addStaff(app, { email: 'other@club.example' });
  const who = await signedInStaff(app, { staffId: other, level: 'code' });
  assert.equal((await show(who, 'create', device.create((await ask(who)).options))).status, 403);
});

test('answers that are none are refused, without a word of why', async () => {
  const who = await byCode();
  const good = device.create((await ask(who)).options);
  for (const response of [
    { ...good, response: {} },
    { ...good, response: null },
    { ...good, response: { ...good.response, attestationObject: 'AAAA' } },
    { ...good, response: { ...good.response, clientDataJSON: 'e30' } },
    { ...good, rawId: 'other' },
    { id: 'x', type: 'public-key' },
  ]) {
    const refused = await show(who, 'create', response);
    assert.equal(refused.status, 403);
    assert.equal(((await refused.json()) as { code: string }).code, 'passkey_invalid');
  }
  for (const body of [
    {},
    { kind: 'create' },
    { kind: 'other', response: good },
    { kind: 'create', response: good, role: 'admin' },
  ]) {
    assert.equal((await who.request('POST', '/v1/staff/passkeys', body)).status, 422);
  }
});

test('the console is signed in to from the club’s own pages only', async () => {
  const mailed = await mailedStaffCode(app, 'mod@club.example');
  for (const origin of ['https://www.ville.example', 'https://evil.example', 'null', 'http://club.example']) {
    const asked = await postJson(app, '/v1/staff/session-codes', { email: 'mod@club.example' }, { origin });
    const tried = await postJson(app, '/v1/staff/sessions', mailed, { origin });
    assert.deepEqual([asked.status, tried.status], [403, 403], origin);
    assert.deepEqual(tried.headers.getSetCookie(), []);
  }
});

test('the answer is the same for staff and strangers, and the codes of one do not open for the other', async () => {
  const origin = { origin: publicUrl };
  const seen = [];
  for (const email of ['mod@club.example', 'stranger@example.org', 'mod@club.example']) {
    const response = await postJson(app, '/v1/staff/session-codes', { email }, origin);
    const body = (await response.json()) as { request: string };
    assert.match(body.request, /^[\w-]{43}$/);
    seen.push({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: { ...body, request: '' },
    });
  }
  assert.deepEqual(seen[1], seen[0]);
  assert.deepEqual(seen[2], seen[0]);
  app.clock.time += durations.codeGap;
  const mailed = await mailedStaffCode(app, 'mod@club.example');
  assert.equal((await postJson(app, '/v1/sessions', mailed)).status, 403, 'no code of staff makes a member');
});

test('wrong codes are counted for staff as for members', async () => {
  const mailed = await mailedStaffCode(app, 'mod@club.example');
  const answers: string[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    const response = await postJson(
      app,
      '/v1/staff/sessions',
      { ...mailed, code: otherCode(mailed.code) },
      { origin: publicUrl },
    );
    answers.push(((await response.json()) as { code: string }).code);
  }
  assert.deepEqual(answers, [...Array<string>(4).fill('code_invalid'), 'code_expired', 'code_expired']);
  assert.equal((await postJson(app, '/v1/staff/sessions', mailed, { origin: publicUrl })).status, 403);
});

test('signing out ends the session and takes the cookie back', async () => {
  const who = await signedInStaff(app, { staffId });
  const response = await who.request('DELETE', '/v1/staff/session');
  assert.equal(response.status, 204);
  assert.match(response.headers.getSetCookie().join(), /^__Host-staff=; Path=\/; Max-Age=0/);
  assert.equal((await who.request('GET', '/v1/staff/session')).status, 401);
});
