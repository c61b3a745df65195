/** What only a real connection shows: lengths that lie, slow clients, broken requests, compression on the wire. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { limits } from '../../../api/contract/limits.ts';
import { patience } from '../../../api/http/patience.ts';
import { openTestApp, partnerOrigin, signUpBody, type TestApp } from '../../support/app.ts';
import { mintProof } from '../../support/proof.ts';
import { requestBytes, serveTestApp, type TestServer } from '../../support/server.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
let server: TestServer;
before(async () => {
  app = await openTestApp();
  server = await serveTestApp(app);
});
after(async () => {
  await server.close();
  await app.remove();
});

const json = { 'content-type': 'application/json', origin: partnerOrigin };
const signUp = (headers: Record<string, string | undefined>, body = '') =>
  requestBytes('POST', '/v1/memberships', { ...json, ...headers }, body);
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const end = '0\r\n\r\n';
const chunked = { 'transfer-encoding': 'chunked' };

async function fresh(email: string): Promise<string> {
  return JSON.stringify({ ...signUpBody(), email, proof: await mintProof(app) });
}

test('a sign-up in one piece and one in chunks are taken alike', async () => {
  const whole = await fresh('whole@example.org');
  assert.equal((await server.raw(signUp({}, whole))).status, 202);
  const pieces = await fresh('pieces@example.org');
  const bytes = signUp(chunked) + chunk(pieces.slice(0, 10)) + chunk(pieces.slice(10)) + end;
  assert.equal((await server.raw(bytes)).status, 202);
  assert.ok(memberOf(app.dir, 'whole@example.org') && memberOf(app.dir, 'pieces@example.org'));
});

const filler = 'x'.repeat(limits.bodyBytes);
const body = '{"firstName":"Odile"}';

const lies: Record<string, [bytes: string, status: number, code?: string]> = {
  'too many chunks': [signUp(chunked) + chunk(filler) + chunk(filler) + end, 413, 'body_too_large'],
  'chunks that never end': [signUp(chunked) + chunk(filler).repeat(40), 413, 'body_too_large'],
  'one chunk of a gigabyte': [`${signUp(chunked)}40000000\r\n${filler}x`, 413, 'body_too_large'],
  'a length that is too large': [signUp({ 'content-length': '1000000' }), 413, 'body_too_large'],
  'a length with more digits than numbers have': [signUp({ 'content-length': '9'.repeat(30) }), 400],
  'a negative length': [signUp({ 'content-length': '-1' }) + body, 400],
  'a length that is no number': [signUp({ 'content-length': '1e3' }) + body, 400],
  'two lengths': [signUp({ 'content-length': '5', 'Content-Length': '21' }) + body, 400],
  'a length and chunks': [signUp({ ...chunked, 'content-length': '5' }) + end, 400],
  'a chunk that is no number': [`${signUp(chunked)}zz\r\nhello\r\n${end}`, 400],
  'another coding before the chunks': [signUp({ 'transfer-encoding': 'gzip, chunked' }) + chunk(body) + end, 422],
};

describe('lengths that lie', () => {
  for (const [what, [bytes, status, code]] of Object.entries(lies)) {
    test(what, async () => {
      const before = everything(app.dir);
      const answer = await server.raw(bytes);
      assert.equal(answer.status, status, answer.text.slice(0, 300));
      if (code) assert.equal((JSON.parse(answer.body) as { code: string }).code, code);
      assert.deepEqual(everything(app.dir), before);
    });
  }

  test('a client that announces more than it sends and goes', async () => {
    const before = everything(app.dir);
    const text = await fresh('gone@example.org');
    const answer = await server.raw(signUp({ 'content-length': String(text.length + 100) }, text), { end: true });
    assert.ok(answer.status === 400 || answer.status === 0, answer.text);
    assert.deepEqual(everything(app.dir), before);
  });

  test('a shorter length than what comes: the rest is no second request', async () => {
    const before = everything(app.dir);
    const smuggled = signUp({}, await fresh('smuggled@example.org'));
    const answer = await server.raw(signUp({ 'content-length': '2' }) + '{}' + smuggled);
    assert.ok([400, 422].includes(answer.status), answer.text);
    assert.deepEqual(everything(app.dir), before);
  });

  test('compressed bodies are not unpacked', async () => {
    const packed = gzipSync(await fresh('packed@example.org'));
    const head = signUp({ 'content-encoding': 'gzip', 'content-length': String(packed.length) });
    assert.equal((await server.raw(Buffer.concat([Buffer.from(head), packed]))).status, 415);
  });
});

const broken: Record<string, [bytes: string, status: number]> = {
  'no request': ['hello\r\n\r\n', 400],
  'an unknown method': [requestBytes('FOO', '/join'), 400],
  TRACE: [requestBytes('TRACE', '/join'), 405],
  CONNECT: [requestBytes('CONNECT', 'evil.example:443'), 0],
  'no host': [requestBytes('GET', '/', { host: undefined }), 400],
  'HTTP/1.0 without a host': ['GET / HTTP/1.0\r\n\r\n', 421],
  'a host with a path': [requestBytes('GET', '/', { host: 'club.example/evil' }), 400],
  'a host with a name in front': [requestBytes('GET', '/', { host: 'club.example@evil.example' }), 400],
  'a backslash in the path': [requestBytes('GET', '/a\\b'), 400],
  'half an escape': [requestBytes('GET', '/%E0%A4%A'), 404],
  'headers of 20 kB': [requestBytes('GET', '/', { 'x-filler': 'a'.repeat(20_000) }), 431],
  'an address of 20 kB': [requestBytes('GET', `/${'a'.repeat(20_000)}`), 431],
  'ten thousand headers': [
    requestBytes('GET', '/', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`h${index}`, '']))),
    431,
  ],
  'an expectation we do not know': [signUp({ expect: 'miracles' }, body), 417],
};

describe('broken requests', () => {
  for (const [what, [bytes, status]] of Object.entries(broken)) {
    test(what, async () => {
      const before = everything(app.dir);
      const answer = await server.raw(bytes);
      assert.equal(answer.status, status, answer.text.slice(0, 300));
      assert.deepEqual(everything(app.dir), before);
    });
  }
});

test('none of this was worth an error in the log', () => assert.deepEqual(app.log.lines, []));

test('the server is as quick to give up as it says', async () => {
  assert.ok(patience.headersTimeout <= 10_000 && patience.requestTimeout <= 15_000);
  // The same settings in small: what they are called is what they do.
  const quick = await serveTestApp(app, {
    limits: { ...patience, headersTimeout: 1_000, requestTimeout: 1_000, connectionsCheckingInterval: 50 },
  });
  try {
    const before = everything(app.dir);
    const [head, slowBody, other] = await Promise.all([
      quick.raw('GET / HTTP/1.1\r\nHost: club.example\r\nX-Slow: '),
      quick.raw(signUp({ 'content-length': '100' }, '{')),
      quick.raw(requestBytes('GET', '/healthz')),
    ]);
    assert.deepEqual([head.status, slowBody.status, other.status], [408, 408, 200]);
    assert.deepEqual(everything(app.dir), before);
    assert.deepEqual(app.log.lines, [], 'a slow client is not our failure');
  } finally {
    await quick.close();
  }
});

test('clients are known by their socket: IPv4 in IPv6 clothing is one visitor, and is kept shortened', async () => {
  const dual = await serveTestApp(app, { host: '::' });
  try {
    for (const [from, email, prefix] of [
      ['127.0.0.1', 'four@example.org', '127.0.0.0/24'],
      ['::1', 'six@example.org', '0:0:0::/48'],
    ] as const) {
      assert.equal((await dual.raw(signUp({}, await fresh(email)), { from })).status, 202);
      const id = memberOf(app.dir, email)!['id'];
      assert.equal(rows(app.dir, 'consent').find((row) => row['member_id'] === id)?.['ip_prefix'], prefix);
    }
  } finally {
    await dual.close();
  }
});

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/v1/counter', '/', '/healthz', '/widgets/1/loader.js']) {
    const get = await server.raw(requestBytes('GET', path));
    const head = await server.raw(requestBytes('HEAD', path));
    assert.equal(head.status, get.status, path);
    assert.equal(head.body, '', path);
    assert.equal(head.headers.get('content-type'), get.headers.get('content-type'), path);
    assert.equal(head.headers.get('content-security-policy'), get.headers.get('content-security-policy'), path);
  }
});
