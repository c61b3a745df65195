/** What holds for every address, found by asking the application for its routes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import type { AppDeps } from '../../../api/http/env.ts';
import { embedPaths } from '../../../api/contract/embed.ts';
import { mount, type Route } from '../../../api/http/router.ts';
import { Hono } from 'hono';
import { openTestApp, partnerOrigin, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { knownRoutes, type KnownRoute } from '../../support/routes.ts';
import { everything } from '../../support/tables.ts';

// With everything that only the demo has: what is public there must be as well made.
let app: TestApp;
let routes: KnownRoute[];
const mail = { id: 'one', to: 'odile@example.org', subject: 'S', date: 0, text: 'https://club.example/', html: '<p>x' };
const tokens: Record<string, string> = {};
let visitors = 0;

before(async () => {
  app = await openTestApp({
    mode: 'demo',
    trustedProxies: 1,
    readMailbox: async () => [mail],
    demoPages: async () => ({ body: '<!doctype html>', type: 'text/html; charset=utf-8' }),
  });
  routes = knownRoutes(app).map((route) => ({
    ...route,
    path: route.path.replace('/mailbox/unknown', '/mailbox/one'),
  }));
  await app.signUp({ newsletter: true, proof: await mintProof(app) });
  tokens['/confirm'] = tokenIn((await deliver(app))[0], '/confirm');
  await press('/confirm', tokens['/confirm']);
  const [welcome] = await deliver(app);
  tokens['/leave'] = tokenIn(welcome, '/leave');
  tokens['/unsubscribe'] = tokenIn(welcome, '/unsubscribe');
  // One more, pending: a link that would do something.
  await app.signUp({ email: 'pending@example.org', proof: await mintProof(app) });
  tokens['/confirm'] = tokenIn((await deliver(app))[0], '/confirm');
});
after(() => app.remove());

function press(path: string, token: string | undefined): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.request(path, { method: 'POST', headers, body: `token=${token}` });
}

/** Addresses of a route, with live tokens where it takes one. */
function addresses({ path }: KnownRoute): string[] {
  const token = tokens[path];
  return token ? [path, `${path}?token=${token}`, `${path}?token=${token}&lang=de`] : [path];
}

test('knows the routes it is there to judge', () => {
  const seen = routes.map(({ method, path }) => `${method} ${path}`);
  for (const known of ['POST /v1/memberships', 'GET /v1/partners/ville', 'GET /confirm', 'GET /dev/mailbox/one/html']) {
    assert.ok(seen.includes(known), known);
  }
  assert.ok(routes.length >= 25);
});

test('GET, HEAD, OPTIONS and methods nobody declared never write', async () => {
  const before = everything(app.dir);
  const paths = new Set(routes.flatMap(addresses));
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      for (const more of [{ origin: partnerOrigin }, { 'user-agent': 'scanner', purpose: 'prefetch' }]) {
        // From another network each time, so that no limit answers instead of the route.
        const headers = { ...more, 'x-forwarded-for': `198.51.${(visitors += 1) % 250}.1` };
        const response = await app.request(path, { method, headers });
        assert.ok(response.status < 500, `${method} ${path} → ${response.status}`);
        await response.arrayBuffer();
      }
    }
  }
  assert.deepEqual(everything(app.dir), before);
  assert.ok(paths.size > 25);
});

test('nothing is carried out by a method in a header or a field', async () => {
  const before = everything(app.dir);
  for (const path of ['/confirm', '/leave', '/unsubscribe']) {
    await app.request(`${path}?token=${tokens[path]}&_method=POST`, { headers: { 'x-http-method-override': 'POST' } });
  }
  assert.deepEqual(everything(app.dir), before);
});

/** The picture of a badge, which everybody may show, is drawn with styles of its own and can do nothing else. */
const isDrawn = (pattern: string) => /^\/b\/:id\/(?:github|baked)\.svg$/.test(pattern);

test('every answer carries what protects it, and says nothing of the machine', async () => {
  for (const { method, path, pattern } of routes) {
    const response = await app.request(path, { method, headers: { origin: partnerOrigin } });
    const { headers } = response;
    const where = `${method} ${path} (${response.status})`;
    const type = headers.get('content-type') ?? '';
    assert.equal(headers.get('x-content-type-options'), 'nosniff', where);
    assert.match(headers.get('referrer-policy') ?? '', /^(?:no-referrer|same-origin)$/, where);
    assert.ok(type !== '', where);
    assert.ok(headers.get('cache-control'), where);
    const csp = headers.get('content-security-policy') ?? '';
    assert.match(csp, /default-src 'none'/, where);
    if (isDrawn(pattern)) {
      assert.equal(csp, "default-src 'none'; style-src 'unsafe-inline'", where);
      continue;
    }
    assert.match(csp, /frame-ancestors /, where);
    // A mail is shown in a sandboxed frame, as mails are written: with their styles inside.
    if (!pattern.endsWith('/html')) assert.doesNotMatch(csp, /unsafe|\*|https?:(?!\/\/www\.ville\.example)/, where);
    if (type.startsWith('text/html') && !pattern.startsWith('/demo')) assert.match(csp, /base-uri 'none'/, where);
    if (type.startsWith('text/html') && headers.get('permissions-policy')) {
      // The club speaks for its own host, not for whatever else the domain serves.
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000', where);
    }
    for (const name of ['server', 'x-powered-by', 'set-cookie', 'access-control-allow-credentials', 'x-version']) {
      assert.equal(headers.get(name), null, `${where}: ${name}`);
    }
  }
});

test('only the partner’s own sites may frame, and only what is made for a frame', async () => {
  for (const { method, path, pattern } of routes) {
    if (method !== 'GET') continue;
    const { headers } = await app.request(path);
    if (isDrawn(pattern)) continue;
    const ancestors = /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1];
    let expected = "'none'";
    if (pattern.endsWith('/html') || pattern === embedPaths.preview) expected = "'self'";
    if (/^\/embed\/[^/]+$/.test(pattern)) expected = partnerOrigin;
    assert.equal(ancestors, expected, path);
  }
});

test('pages behind a token tell nobody where they are, and are not kept', async () => {
  for (const [path, token] of Object.entries(tokens)) {
    const { headers } = await app.request(`${path}?token=${token}`);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
    assert.equal(headers.get('cache-control'), 'no-store', path);
    const html = await (await app.request(`${path}?token=${token}`)).text();
    assert.match(html, /<meta name="robots" content="noindex"/);
    assert.doesNotMatch(html, /<script|autofocus|http-equiv/i, path);
    const foreign = Array.from(
      html.matchAll(/(?:src|href|action)="([^"]*)"/g),
      ([, url]) => new URL(url!, 'https://x.y'),
    );
    assert.deepEqual(
      foreign.filter(({ origin, protocol }) => origin !== 'https://x.y' || protocol !== 'https:').map(String),
      [],
    );
  }
});

describe('methods', () => {
  test('a known path with another method is 405 and says which are taken', async () => {
    const byPath = Map.groupBy(routes, ({ path }) => path);
    for (const [path, declared] of byPath) {
      const methods = declared.map(({ method }) => method);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']) {
        // What would be the page of a partner of this name leads to the door, as every page of theirs.
        if (methods.includes(method) || `${method} ${path}` === 'GET /partner/sign-out') continue;
        const response = await app.request(path, { method });
        assert.equal(response.status, 405, `${method} ${path}`);
        const taken = methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one]));
        assert.equal(response.headers.get('allow'), taken.join(', '), path);
        assert.equal(((await response.json()) as Problem).code, 'method_not_allowed');
      }
    }
  });

  test('an unknown path is 404 for every method', async () => {
    for (const path of ['/v1/nothing', '/nothing', '/widgets/1/nothing.js', '/embed/nothing', '/v1/', '/v1']) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const response = await app.request(path, { method });
        assert.ok([404, 405].includes(response.status), `${method} ${path} → ${response.status}`);
        if (method === 'GET') assert.equal(response.status, 404, path);
      }
    }
  });
});

test('a route without a role does not start', () => {
  const route = { method: 'GET', path: '/x', handler: () => new Response() };
  for (const role of [undefined, 'anybody', '']) {
    assert.throws(
      () => mount(new Hono(), {} as AppDeps, [{ ...route, role } as unknown as Route]),
      /GET \/x declares no role/,
    );
  }
});
