/** Refusals and failures: one shape, stable codes, and nothing of the inside. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fieldCodes, problemCodes, type Problem, type ProblemCode } from '../../../api/contract/codes.ts';
import { StorageBusyError } from '../../../api/domain/ports.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import { statusOf, toDomainError } from '../../../api/http/problem.ts';
import { termsFor } from '../../../api/lang/index.ts';
import { openTestApp, testClub, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { mintProof } from '../../support/proof.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
afterEach(() => app.remove());

/** Part of the public contract: a number that changes here breaks somebody's program. */
const statuses: Record<ProblemCode, number> = {
  invalid_request: 422,
  invalid_json: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  not_found: 404,
  method_not_allowed: 405,
  wrong_host: 421,
  partner_unknown: 404,
  partner_paused: 403,
  origin_not_allowed: 403,
  proof_invalid: 403,
  proof_expired: 403,
  proof_spent: 409,
  too_fast: 429,
  rate_limited: 429,
  busy: 503,
  internal: 500,
  unauthenticated: 401,
  forbidden: 403,
  code_invalid: 403,
  code_expired: 403,
  passkey_invalid: 403,
  story_changed: 409,
  wrong_state: 409,
  same_person: 403,
  captions_missing: 409,
  media_not_ready: 409,
  drafts_full: 409,
  minor_media: 403,
  quota_reached: 429,
  storage_full: 507,
  upload_gone: 410,
  upload_locked: 423,
  upload_mismatch: 460,
  media_type: 415,
  media_empty: 422,
  media_too_large: 413,
  media_damaged: 422,
  media_dimensions: 422,
  media_animated: 422,
  media_too_long: 422,
  media_codec: 415,
  media_failed: 422,
  badge_ended: 410,
  badges_full: 409,
  domain_unproven: 409,
  suspended: 403,
  partner_taken: 409,
  webhooks_full: 409,
};

test('every code has its status, and words in every language', () => {
  assert.deepEqual(Object.keys(statuses).sort(), [...problemCodes].sort());
  for (const code of problemCodes) {
    assert.equal(statusOf(code), statuses[code], code);
    for (const locale of ['fr', 'de', 'en', 'gsw'] as const) {
      const { title, text } = termsFor(locale).problems[code];
      assert.ok(title.length > 0 && text.length > 0, `${code} in ${locale}`);
    }
  }
  for (const code of fieldCodes) {
    for (const locale of ['fr', 'de', 'en', 'gsw'] as const) {
      for (const field of ['firstName', 'email', 'page.utm.source', 'constructor', '']) {
        assert.ok(termsFor(locale).fieldError(field, code, 80).length > 0, `${field} ${code} in ${locale}`);
      }
    }
  }
});

async function asProblem(response: Response): Promise<Problem> {
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem = (await response.json()) as Problem;
  assert.equal(problem.status, response.status);
  assert.equal(problem.status, statuses[problem.code]);
  assert.equal(problem.type, `urn:ambassador-widgets:problem:${problem.code}`);
  assert.match(problem.requestId, /^[\w-]{12}$/);
  assert.equal(response.headers.get('x-request-id'), problem.requestId);
  const allowed = ['type', 'title', 'status', 'code', 'requestId', 'errors'];
  assert.deepEqual(
    Object.keys(problem).filter((key) => !allowed.includes(key)),
    [],
  );
  return problem;
}

/** How each refusal is met from outside. */
const refusals: Partial<Record<ProblemCode, () => Promise<Response>>> = {
  invalid_request: async () => app.signUp({ firstName: '' }),
  invalid_json: async () => post('{', { 'content-type': 'application/json' }),
  unsupported_media_type: async () => post('{}', { 'content-type': 'text/plain' }),
  body_too_large: async () => post(' '.repeat(20_000), { 'content-type': 'application/json' }),
  not_found: async () => app.request('/v1/nothing'),
  method_not_allowed: async () => app.request('/v1/counter', { method: 'POST' }),
  wrong_host: async () => app.request('/v1/counter', { headers: { host: 'evil.example' } }),
  partner_unknown: async () => app.request('/v1/partners/nobody'),
  partner_paused: async () => {
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    return app.request('/v1/partners/ville');
  },
  origin_not_allowed: async () => app.request('/v1/partners/ville', { headers: { origin: 'https://evil.example' } }),
  proof_invalid: async () => app.signUp({ proof: 'x' }),
  proof_expired: async () => {
    const proof = await mintProof(app);
    app.clock.time += 3_600_000;
    return app.signUp({ proof });
  },
  proof_spent: async () => {
    const proof = await mintProof(app);
    await app.signUp({ proof });
    return app.signUp({ proof });
  },
  too_fast: async () => {
    const proof = await mintProof(app);
    app.clock.time -= 1;
    return app.signUp({ proof });
  },
};

function post(body: string, headers: Record<string, string>): Promise<Response> {
  return app.request('/v1/memberships', { method: 'POST', headers, body });
}

describe('a refusal', () => {
  for (const [code, meet] of Object.entries(refusals)) {
    test(code, async () => {
      const problem = await asProblem(await meet());
      assert.equal(problem.code, code);
      assert.equal(problem.errors !== undefined, code === 'invalid_request');
      assert.deepEqual(app.log.lines, [], 'a refusal is no event');
    });
  }

  test('the rest is met elsewhere', () => {
    // Signing in, stories and their media have files of tests of their own.
    const ofStories = problemCodes.slice(problemCodes.indexOf('unauthenticated'));
    const elsewhere = ['rate_limited', 'busy', 'internal', ...ofStories];
    assert.deepEqual(problemCodes.filter((code) => !(code in refusals)).sort(), elsewhere.sort());
  });

  test('two of a kind differ only in the id', async () => {
    const [one, other] = [await asProblem(await app.request('/v1/x')), await asProblem(await app.request('/v1/y'))];
    assert.notEqual(one.requestId, other.requestId);
    assert.deepEqual({ ...one, requestId: '' }, { ...other, requestId: '' });
  });
});

/** What a storage may throw, with something in it that must not come out. */
const secret = 'odile@example.org /var/lib/club.db SELECT';
const failures: Record<string, [error: unknown, code: ProblemCode]> = {
  'a busy database': [new StorageBusyError({ cause: new Error(secret) }), 'busy'],
  'an error of its own': [Object.assign(new Error(secret), { code: 'SQLITE_FULL', detail: secret }), 'internal'],
  'a broken promise': [new TypeError(secret), 'internal'],
};

describe('a failure', () => {
  for (const [what, [error, code]] of Object.entries(failures)) {
    test(`${what} is ${code}, says nothing of the inside, and is found again by its id`, async () => {
      const { storage } = app.deps;
      const proof = await mintProof(app);
      storage.write = () => Promise.reject(error);
      const problem = await asProblem(await app.signUp({ proof, email: 'odile@example.org', firstName: 'Odile' }));
      assert.equal(problem.code, code);
      assert.doesNotMatch(JSON.stringify(problem), /odile|SELECT|SQLITE|club\.db|Error|at /i);
      assert.equal(app.log.lines.length, 1);
      const line = app.log.lines[0]!;
      assert.ok(line.includes(problem.requestId));
      assert.match(line, /"method":"POST","path":"\/v1\/memberships"/);
      // What the visitor typed is not what went wrong.
      assert.doesNotMatch(line.replace(secret, ''), /Odile|odile@/);
    });
  }

  test('a busy database says when to come back', async () => {
    app.deps.storage.write = () => Promise.reject(new StorageBusyError());
    const response = await app.signUp({ proof: await mintProof(app) });
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get('retry-after')) >= 1);
  });

  test('a page says the same in words, with the id for whoever helps', async () => {
    app.deps.storage.partnerBySlug = () => Promise.reject(new Error(secret));
    const response = await app.request('/join?partner=ville', { headers: { 'accept-language': 'en' } });
    assert.equal(response.status, 500);
    const html = await response.text();
    assert.doesNotMatch(html, /odile|SELECT|club\.db/);
    const id = /class="request-id">([\w-]{12})</.exec(html)?.[1];
    assert.ok(id && app.log.lines[0]?.includes(id));
    assert.match(html, new RegExp(termsFor('en').problems.internal.title));
  });

  test('a form that could not be stored is told so, and what was sent is not in the log', async () => {
    const html = await (await app.request('/join?partner=ville')).text();
    app.clock.time += 2000;
    app.deps.storage.write = () => Promise.reject(new StorageBusyError());
    const person = { firstName: 'Odilette', email: 'odile@example.org', circle: 'habitants', age15: 'on' };
    const response = await postForm(app, [
      ...valuesOf(html),
      ...Object.entries({ ...person, charter: testClub.charter.version }),
    ]);
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get('retry-after')) >= 1);
    assert.doesNotMatch(app.log.lines.join('\n'), /Odilette|odile@|token/);
  });

  test('a failing read is answered too, and heals by itself', async () => {
    const { storage } = app.deps;
    const { counts } = storage;
    storage.counts = () => Promise.reject(new Error(secret));
    await asProblem(await app.request('/v1/counter'));
    storage.counts = counts;
    assert.equal((await app.request('/v1/counter')).status, 200, 'a failure is not kept in the cache');
  });

  test('an unready database shows in /readyz and not in /healthz', async () => {
    app.deps.storage.ping = () => Promise.reject(new Error(secret));
    const ready = await app.request('/readyz');
    assert.equal(ready.status, 503);
    assert.doesNotMatch(await ready.text(), /odile|SELECT/);
    assert.equal((await app.request('/healthz')).status, 200);
  });
});

test('whatever is thrown becomes one of our codes', () => {
  for (const thrown of [undefined, null, 'x', 7, {}, new Error('x'), new RangeError('x')]) {
    assert.equal(toDomainError(thrown).code, 'internal');
  }
  const own = new DomainError('proof_spent');
  assert.equal(toDomainError(own), own);
});

test('a failed write leaves nothing half done', async () => {
  const { storage } = app.deps;
  const write = storage.write.bind(storage);
  const proof = await mintProof(app);
  storage.write = (work) =>
    write(async (tx) => {
      const enqueueMail = tx.enqueueMail.bind(tx);
      tx.enqueueMail = async (order) => {
        await enqueueMail(order);
        throw new Error('the last step failed');
      };
      return work(tx);
    });
  assert.equal((await app.signUp({ proof })).status, 500);
  for (const table of ['member', 'consent', 'attribution', 'outbox', 'spent']) {
    assert.equal(rows(app.dir, table).length, 0, table);
  }
  storage.write = write;
  assert.equal((await app.signUp({ proof })).status, 202, 'and the proof is not lost');
});
