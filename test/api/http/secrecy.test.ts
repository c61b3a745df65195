/** After people went through everything: what is in the database file, its log and our log lines. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import { hashToken } from '../../../api/domain/tokens.ts';
import { StorageBusyError } from '../../../api/domain/ports.ts';
import { openTestApp, testClub, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
const linkTokens: string[] = [];
const formTokens: string[] = [];
const proofs: string[] = [];
const addresses = ['ada@secrecy.example', 'grace@secrecy.example', 'katherine@secrecy.example', 'mary@secrecy.example'];
const young = { email: 'zoe@secrecy.example', firstName: 'Zoédouzeans' };

/** Joining, coming back, confirming, leaving, failing: by JSON and by form. */
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  for (const [index, email] of addresses.entries()) {
    const proof = await app.proof();
    proofs.push(proof);
    const headers = { 'x-forwarded-for': `203.0.113.${77 + index}` };
    assert.equal((await app.signUp({ email, proof, newsletter: true }, headers)).status, 202);
    await app.signUp({ email, proof }, headers);
    const [confirmation] = await deliver(app);
    linkTokens.push(tokenIn(confirmation, '/confirm'));
    await app.request(`/confirm?token=${linkTokens.at(-1)}`);
    await press('/confirm', linkTokens.at(-1)!);
    const [welcome] = await deliver(app);
    linkTokens.push(tokenIn(welcome, '/leave'), tokenIn(welcome, '/unsubscribe'));
    await press('/unsubscribe', linkTokens.at(-1)!);
  }
  app.clock.time += durations.mailDay;
  await app.signUp({ email: addresses[0]! });
  linkTokens.push(tokenIn((await deliver(app))[0], '/leave'));
  await press('/leave', linkTokens.at(-1)!);
  await joinByForm('form@secrecy.example');
  await beTooYoung();
  await breakThings();
});
after(() => app.remove());

function press(path: string, token: string): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.request(path, { method: 'POST', headers, body: `token=${token}` });
}

async function joinByForm(email: string): Promise<void> {
  const values = valuesOf(await (await app.request('/join?partner=ville')).text());
  formTokens.push(values.get('token')!);
  app.clock.time += durations.minimumFill;
  const person = { firstName: 'Odile', email, circle: 'habitants', age15: 'on', charter: testClub.charter.version };
  assert.equal((await postForm(app, [...values, ...Object.entries(person)])).status, 200);
  linkTokens.push(tokenIn((await deliver(app))[0], '/confirm'));
}

async function beTooYoung(): Promise<void> {
  assert.equal((await app.signUp({ ...young, age15: false })).status, 422);
  const values = valuesOf(await (await app.request('/join?partner=ville')).text());
  app.clock.time += durations.minimumFill;
  const person = { ...young, circle: 'habitants', charter: testClub.charter.version };
  assert.equal((await postForm(app, [...values, ...Object.entries(person)])).status, 422);
}

/** Every kind of failure that is logged, with personal data at hand. */
async function breakThings(): Promise<void> {
  const { write, memberById } = app.deps.storage;
  app.deps.storage.write = () => Promise.reject(new StorageBusyError());
  await app.signUp({ email: addresses[1]! });
  await press('/confirm', linkTokens[0]!);
  await press('/leave', linkTokens[1]!);
  app.deps.storage.write = write;
  app.deps.storage.memberById = () => Promise.reject(new Error('the disk is gone'));
  await app.request(`/confirm?token=${linkTokens[0]}`);
  await app.request(`/leave?token=${linkTokens[1]}`);
  app.deps.storage.memberById = memberById;
}

const files = () =>
  readdirSync(app.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name)).toString('latin1')]);

test('went through what it was meant to', () => {
  assert.equal(linkTokens.length, 14);
  assert.equal(new Set(linkTokens).size, 14);
  assert.ok(linkTokens.every((token) => app.tokens.includes(token)));
  assert.ok(app.log.lines.length >= 5, 'something was logged');
  assert.ok(files().some(([name]) => name === 'club.db'));
});

test('no token is in the database or its log, only its hash', () => {
  for (const [name, content] of files()) {
    for (const secret of [...linkTokens, ...formTokens, ...proofs]) assert.ok(!content!.includes(secret), name);
    // Whatever else the same source of randomness was used for, no whole token of it is there.
    for (const token of app.tokens) assert.ok(!content!.includes(token), name);
  }
  const hashes = rows(app.dir, 'token').map(({ hash }) => hash);
  assert.ok(linkTokens.every((token) => hashes.includes(hashToken(token))));
});

test('no token, no address and nothing typed is in a log line', () => {
  for (const line of app.log.lines) {
    for (const secret of [...linkTokens, ...formTokens, ...proofs, ...app.tokens])
      assert.ok(!line.includes(secret), line);
    assert.doesNotMatch(line, /@|secrecy|Odile|Zoé|203\.0\.113\./, line);
    assert.doesNotMatch(line, /[\r\n]/);
  }
});

test('the club’s secret is nowhere', () => {
  const secret = 'a secret of tests';
  for (const [name, content] of files()) assert.ok(!content!.includes(secret), name);
  assert.ok(!app.log.lines.join('\n').includes(secret));
});

test('nothing of someone too young is anywhere', () => {
  for (const [name, content] of files()) {
    for (const trace of ['zoe@', Buffer.from('Zoédouzeans').toString('latin1')])
      assert.ok(!content!.includes(trace), name);
  }
});

test('no whole network address is kept', () => {
  for (const [name, content] of files()) assert.doesNotMatch(content!, /203\.0\.113\.(?!0\/24)\d/, name);
  assert.ok(rows(app.dir, 'consent').some((row) => row['ip_prefix'] === '203.0.113.0/24'));
});

test('the outbox and the objection list know people by key, not by address', () => {
  for (const table of ['outbox', 'suppression', 'audit', 'spent', 'token', 'consent', 'attribution', 'counter']) {
    assert.doesNotMatch(JSON.stringify(rows(app.dir, table)), /secrecy|ada@|grace@/, table);
  }
});
