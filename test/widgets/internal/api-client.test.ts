import { expect } from '@open-wc/testing';
import { ApiFailure, fetchJson } from '../../../widgets/internal/api-client.ts';
import { fakeApi, json, never, offline, problem } from '../shared/fake-api.ts';

const base = 'https://club.example';

async function failureOf(promise: Promise<unknown>): Promise<ApiFailure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ApiFailure) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

describe('fetchJson', () => {
  it('reads by GET, without credentials, telling the origin alone', async () => {
    const seen = fakeApi(() => json({ a: 1 }));
    expect({
      ...(await fetchJson<object>(base, '/v1/x', { query: { p: 'a&b', q: undefined, r: null } })),
    }).to.deep.equal({
      a: 1,
    });
    const { method, path, query, init } = seen[0]!;
    expect({ method, path, query }).to.deep.equal({ method: 'GET', path: '/v1/x', query: { p: 'a&b' } });
    expect(init.credentials).to.equal('omit');
    expect(init.referrerPolicy).to.equal('strict-origin');
    expect(init.headers).to.equal(undefined);
  });

  it('sends JSON by POST', async () => {
    const seen = fakeApi(() => json({}, 202));
    await fetchJson(base, '/v1/x', { body: { text: 'é<&"' } });
    expect(seen[0]?.method).to.equal('POST');
    expect(seen[0]?.body).to.deep.equal({ text: 'é<&"' });
    expect({ ...(seen[0]?.init.headers as object) }).to.deep.equal({ 'content-type': 'application/json' });
  });

  it('answers with objects that inherit nothing, at every depth', async () => {
    fakeApi(() => json({ a: [{ b: 1 }], ['__proto__']: { c: 1 } }));
    const answer = await fetchJson<{ a: object[]; c?: unknown }>(base, '/');
    expect(Object.getPrototypeOf(answer)).to.equal(null);
    expect(Object.getPrototypeOf(answer.a[0])).to.equal(null);
    expect(answer.c).to.equal(undefined);
  });

  it('is not told what to do by a polluted Object.prototype', async () => {
    const seen = fakeApi(() => json({}));
    const pollution = { method: 'DELETE', body: 'evil', headers: { evil: '1' }, timeout: 0, query: { evil: '1' } };
    Object.assign(Object.prototype, pollution);
    try {
      await fetchJson(base, '/v1/x');
    } finally {
      for (const key of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, key);
    }
    const { method, query, init } = seen[0]!;
    expect({ method, query }).to.deep.equal({ method: 'GET', query: {} });
    expect(Object.keys(init)).not.to.include('body');
  });

  it('passes on what the API says about a refusal', async () => {
    const errors = [{ field: 'email', code: 'email_invalid' as const }];
    fakeApi(() => problem('invalid_request', 400, { errors }));
    const failure = await failureOf(fetchJson(base, '/'));
    expect(failure.kind).to.equal('refused');
    expect(failure.code).to.equal('invalid_request');
    expect(failure.errors.map((each) => ({ ...each }))).to.deep.equal(errors);
  });

  it('says when to come back', async () => {
    fakeApi(() => problem('rate_limited', 429, {}, { 'retry-after': '30' }));
    expect((await failureOf(fetchJson(base, '/'))).retryAfter).to.equal(30);
    fakeApi(() => problem('rate_limited', 429, {}, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }));
    expect((await failureOf(fetchJson(base, '/'))).retryAfter).to.equal(undefined);
  });

  for (const [what, body, status, kind] of [
    ['an error of the server', '{"code":"internal"}', 500, 'server'],
    ["a proxy's error page", '<html>502', 502, 'server'],
    ['a page instead of an answer', '<html>hello', 200, 'server'],
    ['an empty answer', '', 200, 'server'],
    ['an answer that is no object', 'null', 200, 'server'],
    ["a proxy's refusal", '<html>403', 403, 'refused'],
  ] as const)
    it(`takes ${what} as "${kind}"`, async () => {
      fakeApi(() => new Response(body, { status }));
      const failure = await failureOf(fetchJson(base, '/'));
      expect(failure.kind).to.equal(kind);
      expect(failure.errors).to.deep.equal([]);
    });

  it('tells no network from no answer in time', async () => {
    fakeApi(offline);
    expect((await failureOf(fetchJson(base, '/'))).kind).to.equal('offline');
    fakeApi(never);
    expect((await failureOf(fetchJson(base, '/', { timeout: 1 }))).kind).to.equal('timeout');
  });

  it('counts a body that never ends as no answer in time', async () => {
    fakeApi(({ init }) => {
      const body = new ReadableStream({
        start: (stream) => init.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
      });
      return new Response(body);
    });
    expect((await failureOf(fetchJson(base, '/', { timeout: 1 }))).kind).to.equal('timeout');
  });

  it("throws the caller's own reason when the caller aborts", async () => {
    fakeApi(never);
    const control = new AbortController();
    const reason = new Error('enough');
    const answer = fetchJson(base, '/', { signal: control.signal }).catch((error: unknown) => error);
    control.abort(reason);
    expect(await answer).to.equal(reason);
  });
});
