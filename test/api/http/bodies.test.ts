/** Bodies that are too large, too deep, of the wrong kind or not what they say: 4xx, a code, nothing stored. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Problem, ProblemCode } from '../../../api/contract/codes.ts';
import { limits } from '../../../api/contract/limits.ts';
import { openTestApp, partnerOrigin, signUpBody, type TestApp } from '../../support/app.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf } from '../../support/tables.ts';

let app: TestApp;
let unchanged: ReturnType<typeof everything>;
let body: Record<string, unknown>;
before(async () => {
  app = await openTestApp();
});
beforeEach(async () => {
  unchanged = everything(app.dir);
  body = { ...signUpBody(), proof: await mintProof(app) };
});
after(() => app.remove());

const json = { 'content-type': 'application/json', origin: partnerOrigin };

function post(content: BodyInit | undefined, headers: Record<string, string> = json): Promise<Response> {
  // `duplex` is asked for by streams; the types of the platform do not know it yet.
  const init = { method: 'POST', headers, duplex: 'half', ...(content !== undefined && { body: content }) };
  return app.request('/v1/memberships', init);
}

async function assertRefused(response: Response, status: number, code: ProblemCode): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  assert.deepEqual([response.status, problem.code], [status, code]);
  assert.deepEqual(everything(app.dir), unchanged, 'something was stored');
  return problem;
}

const deep = (opening: string, closing: string, depth: number) => opening.repeat(depth) + closing.repeat(depth);
/** As deep as fits into the size that is taken. */
const deepest = (opening: string, closing: string) => {
  const room = limits.bodyBytes - 100;
  return deep(opening, closing, Math.floor(room / (opening.length + closing.length)));
};

const notJson: Record<string, BodyInit> = {
  empty: '',
  'white space': '  \n ',
  'a form': 'firstName=Odile&email=odile%40example.org',
  'cut off': '{"firstName":"Odile"',
  'two values': '{}{}',
  'a comment': '{/*x*/}',
  'single quotes': "{'firstName':'Odile'}",
  NaN: '{"firstName":NaN}',
  'a raw control character': '{"firstName":"a\u0001"}',
  'unclosed and deep': '['.repeat(10_000),
  'invalid UTF-8': Buffer.from([...Buffer.from('{"firstName":"Ren'), 0xe9, ...Buffer.from('"}')]),
  'overlong UTF-8': Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
  'UTF-8 surrogates': Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
  'UTF-16': Buffer.from('\ufeff{"firstName":"Odile"}', 'utf16le'),
  gzip: gzipSync('{"firstName":"Odile"}'),
};

describe('what is not JSON', () => {
  for (const [what, content] of Object.entries(notJson)) {
    test(what, async () => void (await assertRefused(await post(content), 400, 'invalid_json')));
  }
  test('no body at all', async () => void (await assertRefused(await post(undefined), 400, 'invalid_json')));
});

describe('JSON of the wrong shape', () => {
  for (const value of [null, true, 7, 'text', [], [signUpBody()], deepest('[', ']')]) {
    const text = typeof value === 'string' && value.startsWith('[') ? value : JSON.stringify(value);
    test(`${text.slice(0, 30)} (${text.length})`, async () => {
      const problem = await assertRefused(await post(text), 422, 'invalid_request');
      assert.deepEqual(problem.errors, [{ field: 'body', code: 'wrong_type' }]);
    });
  }

  test('a deep value in a field', async () => {
    const nested = deepest('[', ']').slice(1000, -1000);
    const text = JSON.stringify({ ...body, sentence: 'here' }).replace('"here"', nested);
    const problem = await assertRefused(await post(text), 422, 'invalid_request');
    assert.deepEqual(problem.errors, [{ field: 'sentence', code: 'wrong_type' }]);
  });

  test('deep objects under an unknown key', async () => {
    const problem = await assertRefused(await post(deepest('{"a":', '}').replace('}', '1}')), 422, 'invalid_request');
    assert.ok(problem.errors!.some(({ field, code }) => field === 'a' && code === 'unknown_field'));
  });

  test('100,000 deep is too large', async () => {
    await assertRefused(await post(deep('[', ']', 100_000)), 413, 'body_too_large');
    await assertRefused(await post(deep('{"a":', '}', 100_000)), 413, 'body_too_large');
  });
});

const foreignKeys: [where: string, key: string, value: unknown][] = [
  ...['id', 'userId', 'role', 'status', 'verified', 'partnerId', 'memberId', 'confirmedAt', 'invitationId'].map(
    (key): [string, string, unknown] => ['', key, 1],
  ),
  ['', '__proto__', { role: 'admin' }],
  ['', 'constructor', { prototype: { role: 'admin' } }],
  ['', 'prototype', {}],
  ['', 'toString', 'x'],
  ['', 'firstname', 'Odile'],
  ['', 'email ', 'odile@example.org'],
  ['', '', 'x'],
  ['page.', '__proto__', { path: '/x' }],
  ['page.', 'query', 'token=1'],
  ['page.utm.', '__proto__', { source: 'x' }],
  ['page.utm.', 'id', 'x'],
];

describe('unknown keys', () => {
  for (const [where, key, value] of foreignKeys) {
    test(`${where}${key || '(empty)'}`, async () => {
      // Written as text: in a literal, __proto__ would set the prototype and not be sent.
      const entry = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
      const inside = where === '' ? entry : where === 'page.' ? `"page":{${entry}}` : `"page":{"utm":{${entry}}}`;
      const problem = await assertRefused(
        await post(JSON.stringify(body).replace(/}$/, `,${inside}}`)),
        422,
        'invalid_request',
      );
      assert.deepEqual(problem.errors, [{ field: `${where}${key}` || 'body', code: 'unknown_field' }]);
      assert.equal(({} as Record<string, unknown>)['role'], undefined);
    });
  }

  test('thousands of them make no large answer', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `"${index.toString(36)}":1`).join(',');
    const response = await post(`{${many}}`);
    const text = await response.clone().text();
    assert.ok(text.length < 8000, `${text.length} characters`);
    await assertRefused(response, 422, 'invalid_request');
  });
});

test('a key that comes twice counts as its last value, and only that is stored', async () => {
  const text = JSON.stringify(body).replace('"firstName":"Odile"', '"firstName":"Ada","firstName":"Grace"');
  assert.equal((await post(text)).status, 202);
  assert.equal(memberOf(app.dir, 'odile@example.org')?.['first_name'], 'Grace');
});

const types: [type: string, taken: boolean][] = [
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['APPLICATION/JSON;charset=UTF-8', true],
  ['application/json; charset=utf-16', false],
  ['application/json; charset=iso-8859-1', false],
  ['application/jsonp', false],
  ['application/problem+json', false],
  ['text/json', false],
  ['text/plain', false],
  ['text/plain; application/json', false],
  ['application/x-www-form-urlencoded', false],
  ['multipart/form-data; boundary=x', false],
  ['application/json, text/plain', false],
  ['application/octet-stream', false],
  ['', false],
];

describe('content types', () => {
  for (const [type, taken] of types) {
    test(`${type || '(none)'} is ${taken ? 'taken' : 'refused'}`, async () => {
      const response = await post(Buffer.from(JSON.stringify(body)), { origin: partnerOrigin, 'content-type': type });
      if (taken) assert.equal(response.status, 202, await response.text());
      else await assertRefused(response, 415, 'unsupported_media_type');
    });
  }

  for (const encoding of ['gzip', 'br', 'deflate', 'identity', 'x']) {
    test(`content-encoding: ${encoding} is refused`, async () => {
      const response = await post(gzipSync(JSON.stringify(body)), { ...json, 'content-encoding': encoding });
      await assertRefused(response, 415, 'unsupported_media_type');
    });
  }
});

describe('sizes', () => {
  const padded = (bytes: number) => {
    const text = JSON.stringify(body);
    return text + ' '.repeat(bytes - text.length);
  };

  for (const announced of [true, false]) {
    const how = announced ? 'announced' : 'streamed';
    const send = (text: string) =>
      post(announced ? text : new Blob([text]).stream(), {
        ...json,
        ...(announced && { 'content-length': String(Buffer.byteLength(text)) }),
      });

    test(`${limits.bodyBytes} bytes, ${how}, are taken`, async () => {
      const response = await send(padded(limits.bodyBytes));
      assert.equal(response.status, 202, await response.text());
    });

    test(`one more, ${how}, is refused`, async () => {
      await assertRefused(await send(padded(limits.bodyBytes + 1)), 413, 'body_too_large');
    });
  }

  test('a length that is too large is believed before a byte is read', async () => {
    await assertRefused(await post('{}', { ...json, 'content-length': '99999999999' }), 413, 'body_too_large');
  });
});
