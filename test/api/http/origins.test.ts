/** Who may speak for a partner: pages on its list and the club's own, checked before anything is written. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Problem, ProblemCode } from '../../../api/contract/codes.ts';
import { openTestApp, partnerOrigin, publicUrl, signUpBody, type TestApp } from '../../support/app.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
let visitors = 0;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  const partner = { kind: 'business', name: 'Other', status: 'active' as const };
  const at = app.clock.now();
  await app.deps.storage.insertPartner({ ...partner, slug: 'other', origins: ['https://other.example'] }, at);
  const ports = ['https://ports.example:8443', 'http://plain.example'];
  await app.deps.storage.insertPartner({ ...partner, slug: 'ports', origins: ports }, at);
  await app.deps.storage.insertPartner(
    { ...partner, slug: 'paused', origins: ['https://paused.example'], status: 'paused' },
    at,
  );
});
after(() => app.remove());

/** Refused for the partner on `https://www.ville.example`. */
const foreign: [what: string, origin: string | undefined][] = [
  ['none', undefined],
  ['null', 'null'],
  ['empty', ''],
  ['another site', 'https://evil.example'],
  ['another partner’s', 'https://other.example'],
  ['http for https', 'http://www.ville.example'],
  ['a port', 'https://www.ville.example:8443'],
  ['the default port, written out', 'https://www.ville.example:443'],
  ['the parent domain', 'https://ville.example'],
  ['a subdomain', 'https://a.www.ville.example'],
  ['the name as a prefix', 'https://www.ville.example.evil.example'],
  ['the name as a suffix', 'https://evil-www.ville.example'],
  ['the name as a user', 'https://www.ville.example@evil.example'],
  ['a trailing dot', 'https://www.ville.example.'],
  ['a trailing slash', 'https://www.ville.example/'],
  ['a path', 'https://www.ville.example/join'],
  ['capitals', 'HTTPS://WWW.VILLE.EXAMPLE'],
  ['a space after', 'https://www.ville.example https://evil.example'],
  ['two, the right one first', 'https://www.ville.example, https://evil.example'],
  ['two, the right one last', 'https://evil.example, https://www.ville.example'],
  ['a wildcard', '*'],
  ['another scheme', 'file://www.ville.example'],
  ['an extension', 'chrome-extension://abcdefgh'],
  ['a list’s inside', '["https://www.ville.example"]'],
  ['a part of a listed one', 'https://www.ville'],
];

async function postJson(origin: string | undefined, email: string, partner = 'ville'): Promise<Response> {
  const proof = await mintProof(app, { partner, origin: origin ?? publicUrl });
  const body = JSON.stringify({ ...signUpBody(), partner, email, proof });
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  return app.request('/v1/memberships', {
    method: 'POST',
    headers: { ...headers, ...(origin !== undefined && { origin }) },
    body,
  });
}

async function postForm(path: string, origin: string | undefined, email: string, partner = 'ville'): Promise<Response> {
  const ip = `198.51.${(visitors += 1) % 250}.${visitors >> 8}`;
  const page = await app.request(`/join?partner=ville`);
  const token = /name="token" value="([^"]+)"/.exec(await page.text())![1]!;
  app.clock.time += 2000;
  const { charter, circle } = signUpBody() as Record<string, string>;
  const fields = { partner, firstName: 'Odile', email, circle: circle!, charter: charter!, age15: 'on', token };
  return app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': ip,
      ...(origin !== undefined && { origin }),
    },
    body: new URLSearchParams(fields).toString(),
  });
}

const ways: Record<string, (origin: string | undefined, email: string, partner?: string) => Promise<Response>> = {
  JSON: postJson,
  'a form to /join': (...args) => postForm('/join', ...args),
  'a form to /embed/signup': (...args) => postForm('/embed/signup', ...args),
};

async function assertRefused(response: Response, before: unknown, status: number, code: ProblemCode): Promise<void> {
  assert.equal(response.status, status);
  if (response.headers.get('content-type')?.includes('json')) {
    assert.equal(((await response.json()) as Problem).code, code);
  }
  assert.deepEqual(everything(app.dir), before, 'a refused request left something');
  assert.equal(response.headers.get('set-cookie'), null);
}

for (const [way, send] of Object.entries(ways)) {
  describe(way, () => {
    for (const [what, origin] of foreign) {
      test(`from ${what} (${origin}) stores nothing`, async () => {
        const before = everything(app.dir);
        await assertRefused(await send(origin, 'stranger@example.org'), before, 403, 'origin_not_allowed');
      });
    }

    const listed = [partnerOrigin, publicUrl];
    for (const origin of listed) {
      test(`from ${origin} is taken`, async () => {
        const email = `person-${(visitors += 1)}@example.org`;
        const response = await send(origin, email);
        assert.ok([200, 202].includes(response.status), await response.text());
        assert.ok(memberOf(app.dir, email));
      });
    }

    test('for a paused partner stores nothing', async () => {
      const before = everything(app.dir);
      for (const origin of ['https://paused.example', publicUrl]) {
        await assertRefused(await send(origin, 'x@example.org', 'paused'), before, 403, 'partner_paused');
      }
    });

    test('for no partner of ours stores nothing', async () => {
      const before = everything(app.dir);
      await assertRefused(await send(partnerOrigin, 'x@example.org', 'nobody'), before, 404, 'partner_unknown');
    });
  });
}

test('a listed port and a listed http are exact too', async () => {
  const before = everything(app.dir);
  for (const origin of ['https://ports.example', 'http://ports.example:8443', 'https://plain.example']) {
    await assertRefused(await postJson(origin, 'x@example.org', 'ports'), before, 403, 'origin_not_allowed');
  }
  assert.equal((await postJson('https://ports.example:8443', 'p1@example.org', 'ports')).status, 202);
  assert.equal((await postJson('http://plain.example', 'p2@example.org', 'ports')).status, 202);
});

test('a Referer is no Origin', async () => {
  const proof = await mintProof(app, { origin: publicUrl });
  const before = everything(app.dir);
  const response = await app.request('/v1/memberships', {
    method: 'POST',
    headers: { 'content-type': 'application/json', referer: `${partnerOrigin}/page` },
    body: JSON.stringify({ ...signUpBody(), proof }),
  });
  await assertRefused(response, before, 403, 'origin_not_allowed');
});

test('whose page it was is kept with the member, as an origin', async () => {
  const email = 'attributed@example.org';
  assert.equal((await postJson(partnerOrigin, email)).status, 202);
  const id = memberOf(app.dir, email)!['id'];
  const attribution = rows(app.dir, 'attribution').find((row) => row['member_id'] === id);
  assert.equal(attribution?.['page_origin'], partnerOrigin);
});

describe('what browsers are told', () => {
  const asked: [path: string, init: RequestInit & { headers?: Record<string, string> }][] = [
    ['/v1/partners/ville', { headers: { origin: partnerOrigin } }],
    ['/v1/partners/ville', { headers: { origin: 'https://evil.example' } }],
    ['/v1/counter', { headers: { origin: 'https://evil.example' } }],
    ['/v1/challenges?partner=ville', { headers: { origin: partnerOrigin } }],
    ['/v1/openapi.json', { headers: { origin: 'null' } }],
    ['/v1/nothing', { headers: { origin: partnerOrigin } }],
    ['/v1/memberships', { method: 'POST', headers: { origin: partnerOrigin } }],
    ['/widgets/1/loader.js', { headers: { origin: partnerOrigin } }],
  ];
  for (const [path, init] of asked) {
    test(`${init.method ?? 'GET'} ${path} from ${init.headers!['origin']} may be read, without credentials`, async () => {
      const { headers } = await app.request(path, init);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.match(headers.get('access-control-expose-headers') ?? '', /retry-after/);
    });
  }

  test('pages may not be read by other sites', async () => {
    for (const path of ['/', '/join', '/confirm', '/embed/signup?partner=ville', '/legal/mentions']) {
      const { headers } = await app.request(path, { headers: { origin: partnerOrigin } });
      assert.equal(headers.get('access-control-allow-origin'), null, path);
      assert.equal(headers.get('access-control-allow-credentials'), null, path);
    }
  });

  test('a preflight allows JSON posts for ten minutes at most, and nothing more', async () => {
    for (const origin of [partnerOrigin, 'https://evil.example']) {
      const response = await app.request('/v1/memberships', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization',
        },
      });
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('access-control-allow-methods'), 'GET, POST, PUT, DELETE');
      assert.equal(response.headers.get('access-control-allow-headers'), 'authorization, content-type');
      assert.ok(Number(response.headers.get('access-control-max-age')) <= 600);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
    }
  });

  test('what depends on the origin says so to caches', async () => {
    const { headers } = await app.request('/v1/partners/ville', { headers: { origin: partnerOrigin } });
    assert.match(headers.get('vary') ?? '', /\borigin\b/);
  });
});
