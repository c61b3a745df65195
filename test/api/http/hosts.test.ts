/** Host names and path spellings: links are made from the configuration, and there is one way to write an address. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { deliver } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp();
});
after(() => app.remove());

const wrongHosts = [
  'evil.example',
  'club.example.evil.example',
  'evil-club.example',
  'www.club.example',
  'club.example:8443',
  'club.example.',
  'club.example@evil.example',
  'evil.example#club.example',
  'localhost',
  '127.0.0.1',
  'club.example, evil.example',
  ' ',
  '*',
];

describe('another host', () => {
  for (const host of wrongHosts) {
    test(`"${host}" gets nothing`, async () => {
      const before = everything(app.dir);
      for (const [path, method] of [
        ['/', 'GET'],
        ['/v1/counter', 'GET'],
        ['/join', 'POST'],
        ['/v1/memberships', 'POST'],
        ['/nothing', 'GET'],
      ] as const) {
        const response = await app.request(path, { method, headers: { host } });
        assert.equal(response.status, 421, path);
        assert.equal(((await response.json()) as Problem).code, 'wrong_host');
      }
      assert.deepEqual(everything(app.dir), before);
    });
  }

  test('machines that know the server by its number may still ask how it is', async () => {
    for (const path of ['/healthz', '/readyz']) {
      assert.equal((await app.request(path, { headers: { host: '10.0.0.7:4000' } })).status, 200);
    }
  });

  test('on one machine, the demo answers under the machine’s own names, with its own port', async () => {
    const demo = await openTestApp({ mode: 'demo', publicUrl: 'http://localhost:4000' });
    try {
      const status = async (host: string) => (await demo.app.request('http://x/', { headers: { host } })).status;
      for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000'])
        assert.equal(await status(host), 200, host);
      for (const host of ['localhost', 'localhost:4001', 'evil.example:4000'])
        assert.equal(await status(host), 421, host);
    } finally {
      await demo.remove();
    }
  });
});

describe('links are the configuration’s', () => {
  const forwarding: Record<string, string>[] = [
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-host': 'club.example, evil.example' },
    { 'x-forwarded-server': 'evil.example' },
    { 'x-host': 'evil.example' },
    { 'x-original-host': 'evil.example' },
    { 'x-http-host-override': 'evil.example' },
    { forwarded: 'host=evil.example;proto=http' },
    { 'x-forwarded-proto': 'http' },
    { 'x-forwarded-port': '8080' },
    { 'x-original-url': '/evil' },
    { 'x-rewrite-url': '/evil' },
  ];
  for (const headers of forwarding) {
    test(`whatever ${JSON.stringify(headers)} says`, async () => {
      for (const path of ['/', '/join', '/v1/partners/ville', '/v1/openapi.json', '/accessibilite']) {
        const plain = await (await app.request(path)).text();
        const told = await (await app.request(path, { headers })).text();
        const withoutToken = (text: string) => text.replace(/name="token" value="[^"]+"/, '');
        assert.equal(withoutToken(told), withoutToken(plain), path);
        assert.doesNotMatch(told, /evil/);
      }
      app.clock.time += 86_400_000;
      const response = await app.signUp({ proof: await mintProof(app) }, headers);
      assert.equal(response.status, 202);
      const [mail] = await deliver(app);
      assert.doesNotMatch(`${mail!.text}${mail!.html}${JSON.stringify(mail!.headers)}${mail!.messageId}`, /evil/);
      for (const [link] of mail!.text.matchAll(/https?:\/\/\S+/g)) assert.equal(new URL(link).origin, publicUrl);
    });
  }

  test('a return address is taken from nobody', async () => {
    for (const name of ['return', 'redirect', 'next', 'url', 'callback']) {
      for (const target of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
        const query = new URLSearchParams({ partner: 'ville', [name]: target }).toString();
        const response = await app.request(`/join?${query}`);
        assert.equal(response.headers.get('location'), null);
        assert.doesNotMatch(await response.text(), /evil|javascript:/);
      }
    }
  });
});

const spellings = [
  '//v1/memberships',
  '/v1//memberships',
  '/v1/memberships/',
  '/v1/memberships;x',
  '/v1/memberships.json',
  '/v1/%2e%2e/v1/memberships',
  '/v1%2Fmemberships',
  '/V1/memberships',
  '/v1/MEMBERSHIPS',
  '/v1/memberships%00',
  '/v1/memberships%20',
  '/v1/memberships%2f',
  '/./v1/memberships',
  '/widgets/1/../../v1/memberships',
];

test('no spelling of a path writes past the checks of the right one', async () => {
  const before = everything(app.dir);
  for (const path of spellings) {
    // Without an origin: the right address refuses it, and so must whatever these reach.
    const response = await app.app.request(publicUrl + path, {
      method: 'POST',
      headers: { host: 'club.example', 'content-type': 'application/json' },
      body: JSON.stringify({ proof: await mintProof(app, { origin: publicUrl }) }),
    });
    assert.ok(response.status >= 400 && response.status < 500, `${path} → ${response.status}`);
  }
  assert.deepEqual(everything(app.dir), before);
});

test('the built files are a list of names, not a folder', async () => {
  for (const name of ['../../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/api/main.ts', '.git/config']) {
    const response = await app.app.request(`${publicUrl}/widgets/1/${name}`, { headers: { host: 'club.example' } });
    assert.equal(response.status, 404, name);
  }
  for (const version of ['2', '0', 'latest', '1.2', '__proto__']) {
    assert.equal((await app.request(`/widgets/${version}/loader.js`)).status, 404, version);
  }
});

test('files that tell of the inside are not there', async () => {
  for (const path of [
    '/.env',
    '/.git/HEAD',
    '/package.json',
    '/api/main.ts',
    '/club.json',
    '/data/club.db',
    '/server-status',
    '/metrics',
    '/dev/mailbox',
    '/demo/widgets/index.html',
    '/widgets/',
    '/widgets/1/',
    '/assets/',
    '/v1/openapi.json/..%2f..%2f.env',
  ]) {
    assert.equal((await app.request(path)).status, 404, path);
  }
});
