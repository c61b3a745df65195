/** What was signed of a badge, under its public addresses: four forms, negotiation, and nothing of what has ended. */
import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { startKeys } from '../../../api/domain/badges/start-keys.ts';
import { negotiate } from '../../../api/http/negotiate-badge.ts';
import type { AppContext } from '../../../api/http/env.ts';
import { ReadCache } from '../../../api/http/read-cache.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { askForBadge, changeIssued, endIssued, issueBadge } from '../../support/issued-badges.ts';

let app: TestApp;
let id: string;
before(async () => {
  app = await openTestApp();
  await startKeys(app.deps);
  id = (await issueBadge(app)).publicId;
});
after(() => app.remove());

const unknownId = '1'.repeat(22);
const forms = {
  'credential.json': 'application/vc+ld+json',
  'credential.jwt': 'text/plain; charset=utf-8',
  'baked.png': 'image/png',
  'baked.svg': 'image/svg+xml',
};
const files = Object.keys(forms) as (keyof typeof forms)[];

interface Credential {
  id: string;
  issuer: { id: string };
  validFrom: string;
}
const credentialOf = async (response: Response) => (await response.json()) as Credential;

describe('what was signed', () => {
  test('has its own type in each form, whatever a program says that it accepts', async () => {
    for (const [file, type] of Object.entries(forms)) {
      for (const accept of [
        undefined,
        '*/*',
        'text/html',
        'application/json',
        'image/webp',
        'nonsense;;',
        'x'.repeat(9000),
      ]) {
        const response = await app.request(`/b/${id}/${file}`, { headers: accept === undefined ? {} : { accept } });
        const { headers } = response;
        assert.equal(response.status, 200, file);
        assert.equal(headers.get('content-type'), type);
        assert.equal(headers.get('cache-control'), 'public, max-age=300');
        assert.equal(headers.get('access-control-allow-origin'), '*');
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('set-cookie'), null);
        assert.equal(headers.get('cache-tag'), null);
        assert.doesNotMatch(headers.get('vary') ?? '', /accept(?!-)/);
        assert.match(headers.get('etag')!, new RegExp(`^"${id}-valid-[\\w-]{16}"$`));
      }
    }
  });

  test('is one badge in four files', async () => {
    const json = await (await app.request(`/b/${id}/credential.json`)).text();
    const credential = JSON.parse(json) as Credential;
    assert.equal(credential.id, `${publicUrl}/b/${id}/credential.json`);
    assert.equal(credential.issuer.id, 'did:web:club.example');
    for (const file of ['baked.png', 'baked.svg'] as const) {
      const bytes = new Uint8Array(await (await app.request(`/b/${id}/${file}`)).arrayBuffer());
      const found = app.deps.credentials.unbake(bytes);
      assert.equal(found.kind, 'json', file);
      const { id: baked } = JSON.parse((found as { text: string }).text) as Credential;
      assert.equal(baked, credential.id);
    }
    const jwt = await (await app.request(`/b/${id}/credential.jwt`)).text();
    const [head = '', payload = ''] = jwt.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    assert.deepEqual(Object.keys(JSON.parse(head) as object).toSorted(), ['alg', 'kid', 'typ']);
    assert.equal((JSON.parse(payload) as { jti: string }).jti, credential.id);
  });

  test('baked pictures are files to save, under a name that says whose they are', async () => {
    for (const type of ['png', 'svg']) {
      const { headers } = await app.request(`/b/${id}/baked.${type}`);
      assert.equal(headers.get('content-disposition'), `attachment; filename="badge-${id}.${type}"`);
    }
    const { headers } = await app.request(`/b/${id}/baked.svg`);
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; style-src 'unsafe-inline'");
    assert.equal((await app.request(`/b/${id}/credential.json`)).headers.get('content-disposition'), null);
  });

  test('is not sent again to who has it, and under another tag once it was signed anew', async () => {
    const badge = await issueBadge(app);
    for (const file of files) {
      const path = `/b/${badge.publicId}/${file}`;
      const etag = (await app.request(path)).headers.get('etag')!;
      const again = await app.request(path, { headers: { 'if-none-match': etag } });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.equal((await app.request(path, { method: 'HEAD' })).headers.get('etag'), etag);
      await changeIssued(app, badge.publicId, { validFrom: (app.clock.time += 2000) });
      const changed = await app.request(path, { headers: { 'if-none-match': etag } });
      assert.equal(changed.status, 200, file);
      assert.notEqual(changed.headers.get('etag'), etag, file);
    }
  });

  test('a cache that forgets on demand knows it by its tag', async () => {
    const own = await openTestApp({ cdn: { purge: () => Promise.resolve() } });
    try {
      await startKeys(own.deps);
      const { publicId } = await issueBadge(own);
      for (const file of files) {
        const { headers } = await own.request(`/b/${publicId}/${file}`);
        assert.equal(headers.get('cache-tag'), `badge-${publicId}`, file);
        assert.equal(headers.get('cache-control'), 'public, max-age=300');
        assert.equal(headers.get('cdn-cache-control'), null);
      }
    } finally {
      await own.remove();
    }
  });

  test('is gone when the badge has ended, in every form', async () => {
    const { publicId } = await issueBadge(app);
    for (const file of files) await app.request(`/b/${publicId}/${file}`);
    await endIssued(app, publicId);
    app.clock.time += 2000;
    for (const file of files) {
      const response = await app.request(`/b/${publicId}/${file}`);
      assert.equal(response.status, 410, file);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      if (file.startsWith('baked')) continue;
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.equal(((await response.json()) as Problem).code, 'badge_ended');
    }
    const expiring = await issueBadge(app, { validUntil: app.clock.now() + 60_000 });
    assert.equal((await app.request(`/b/${expiring.publicId}/credential.json`)).status, 200);
    app.clock.time += 60_000;
    for (const file of files) assert.equal((await app.request(`/b/${expiring.publicId}/${file}`)).status, 410, file);
  });

  test('a page that shows the baked picture itself shows the grey one once the badge has ended', async () => {
    const { publicId } = await issueBadge(app);
    const path = `/b/${publicId}`;
    await endIssued(app, publicId);
    app.clock.time += 2000;
    for (const [file, shown] of [
      ['baked.png', '-seal@2x.png'],
      ['baked.svg', '-seal.svg'],
    ]) {
      const gone = await app.request(`${path}/${file}`);
      const grey = await app.request(path + shown);
      assert.deepEqual([gone.status, gone.headers.get('content-disposition')], [410, null]);
      assert.equal(gone.headers.get('content-type'), grey.headers.get('content-type'));
      // The very picture: no credential is in it.
      assert.deepEqual(await gone.bytes(), await grey.bytes());
    }
  });

  test('of nobody’s badge is not there', async () => {
    const { publicId: waiting } = await askForBadge(app, 'waiting.example');
    for (const one of [unknownId, waiting, 'x', '0OIl', '%00', '1'.repeat(10_000)]) {
      for (const file of files) {
        const response = await app.request(`/b/${one}/${file}`);
        const [, picture] = /^baked\.(\w+)$/.exec(file) ?? [];
        const type = picture === 'png' ? 'image/png' : picture === 'svg' ? 'image/svg+xml' : 'application/problem+json';
        assert.equal(response.status, 404, `${one.slice(0, 30)}/${file}`);
        // The router decodes nothing out of a NUL: that is no address of ours.
        assert.equal(response.headers.get('content-type'), one === '%00' ? 'application/problem+json' : type);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        const body = await response.text();
        assert.doesNotMatch(body, /openbadgecredential|openbadges:/);
        if (picture === 'svg' && one !== '%00') assert.match(body, /Badge inconnu/);
      }
    }
  });
});

describe('the address of the page', () => {
  const ask = async (path: string, accept: string | undefined) => {
    const answered = negotiate(app.deps, new ReadCache(app.clock, 1000));
    const context = {
      req: { param: () => path, header: (name: string) => (name === 'accept' ? accept : undefined) },
      env: {},
      get: () => 'a-request-id',
      set() {},
    };
    return answered(context as unknown as AppContext);
  };

  const credential = [
    'application/vc+ld+json',
    'application/vc',
    'application/ld+json',
    'application/json',
    'APPLICATION/JSON',
    'application/json, text/plain, */*',
    'application/json;q=0.9, */*;q=0.8',
    'application/vc+ld+json, text/html;q=0.9',
    'application/ld+json;profile="x";q=1.000, text/*;q=0.5',
    'application/json ; charset=utf-8',
    'text/html;q=0, application/json;q=0.1',
  ];
  const page = [
    undefined,
    '',
    '*/*',
    'text/html',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'text/html, application/json',
    'application/json;q=0.5, text/html',
    'application/json;q=0.5, */*',
    'application/json;q=0',
    'application/json;q=x',
    'application/json;q=2',
    'application/xhtml+xml, application/json;q=0.9',
    'application/problem+json',
    'application/*',
    'json',
    'vc',
    ';;;,,,',
    `${'a/b,'.repeat(5000)}application/json`,
  ];
  for (const accept of credential) {
    test(`${accept} → the credential`, async () => {
      const response = (await ask(id, accept))!;
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/vc+ld+json');
      assert.equal(response.headers.get('vary'), 'accept');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('content-location'), `/b/${id}/credential.json`);
      assert.equal((await credentialOf(response)).id, `${publicUrl}/b/${id}/credential.json`);
    });
  }
  for (const accept of page) {
    test(`${String(accept).slice(0, 60)} → the page`, async () => assert.equal(await ask(id, accept), undefined));
  }

  test('over the wire: a file for programs, a page for people, and caches are told that there are two', async () => {
    const [file, shown] = [
      await app.request(`/b/${id}`, { headers: { accept: 'application/ld+json' } }),
      await app.request(`/b/${id}`, { headers: { accept: 'text/html,*/*;q=0.8' } }),
    ];
    assert.equal(file.headers.get('content-type'), 'application/vc+ld+json');
    assert.match(shown.headers.get('content-type')!, /^text\/html/);
    for (const response of [file, shown]) {
      assert.equal(response.status, 200);
      assert.match(response.headers.get('vary')!, /^accept(?:,|$)/);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    }
    const missing = await app.request(`/b/${unknownId}`, { headers: { accept: 'application/json' } });
    assert.equal(missing.status, 404);
    assert.equal(((await missing.json()) as Problem).code, 'not_found');
    assert.equal((await app.request(`/b/${id}`, { method: 'HEAD' })).status, 200);
    assert.equal((await app.request(`/b/${id}`, { method: 'POST' })).status, 405);
  });

  test('what was changed is signed once, for it and for the file, however many ask', async () => {
    const { publicId } = await issueBadge(app);
    const { mock: signed } = mock.method(app.deps.credentials, 'signBadge');
    try {
      const headers = { accept: 'application/vc+ld+json' };
      const first = await app.request(`/b/${publicId}`, { headers });
      const second = await app.request(`/b/${publicId}`, { headers });
      const file = await app.request(`/b/${publicId}/credential.json`);
      for (const response of [first, second]) {
        assert.equal(response.status, 200);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.equal(response.headers.get('vary'), 'accept');
        assert.equal(response.headers.get('content-location'), `/b/${publicId}/credential.json`);
        assert.equal(response.headers.get('cdn-cache-control'), null);
      }
      const text = await first.text();
      assert.equal(await second.text(), text);
      assert.equal(await file.text(), text);
      assert.equal(signed.callCount(), 1);
      await changeIssued(app, publicId, { showsCircle: true });
      app.clock.time += 2000;
      assert.notEqual(await (await app.request(`/b/${publicId}`, { headers })).text(), text);
      assert.equal(signed.callCount(), 2);
    } finally {
      signed.restore();
    }
  });

  test('says by code that there is none, or that it has ended', async () => {
    const { publicId } = await issueBadge(app);
    await endIssued(app, publicId);
    for (const [one, status, code] of [
      [publicId, 410, 'badge_ended'],
      [unknownId, 404, 'not_found'],
    ] as const) {
      const response = (await ask(one, 'application/json'))!;
      assert.equal(response.status, status);
      assert.equal(response.headers.get('vary'), 'accept');
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.equal(((await response.json()) as Problem).code, code);
    }
  });
});

describe('what verifiers need', () => {
  test('the keys: for an hour, and for a week when we are away', async () => {
    const response = await app.request('/.well-known/did.json');
    const { headers } = response;
    assert.equal(response.status, 200);
    assert.equal(headers.get('content-type'), 'application/json');
    assert.equal(headers.get('cache-control'), 'public, max-age=3600');
    assert.equal(headers.get('cdn-cache-control'), 'max-age=3600, stale-if-error=604800');
    assert.equal(headers.get('cache-tag'), null);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const document = (await response.json()) as { id: string; assertionMethod: string[] };
    assert.equal(document.id, 'did:web:club.example');
    assert.ok(document.assertionMethod.length >= 2);
    const etag = headers.get('etag')!;
    assert.equal((await app.request('/.well-known/did.json', { headers: { 'if-none-match': etag } })).status, 304);
  });

  test('a status list: as long as its own ttl; it and the keys by their tags for a cache that forgets', async () => {
    const response = await app.request('/status/1');
    const { headers } = response;
    assert.equal(response.status, 200);
    assert.equal(headers.get('content-type'), 'application/vc+ld+json');
    assert.equal(headers.get('cache-control'), 'public, max-age=300');
    assert.equal(headers.get('cdn-cache-control'), 'max-age=60');
    assert.equal(headers.get('cache-tag'), null);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    const list = (await response.json()) as { id: string; credentialSubject: { ttl: number } };
    assert.equal(list.id, `${publicUrl}/status/1`);
    assert.equal(list.credentialSubject.ttl, 300_000);
    const own = await openTestApp({ cdn: { purge: () => Promise.resolve() } });
    try {
      await startKeys(own.deps);
      await issueBadge(own);
      const { headers: tagged } = await own.request('/status/1');
      assert.equal(tagged.get('cache-tag'), 'status-1');
      assert.equal(tagged.get('cdn-cache-control'), 'max-age=60');
      assert.equal((await own.request('/.well-known/did.json')).headers.get('cache-tag'), 'keys');
    } finally {
      await own.remove();
    }
  });

  test('a list that is none is not there, however it is written', async () => {
    for (const number of [
      '2',
      '0',
      '-1',
      '01',
      '1.0',
      '1e0',
      '%31%00',
      '0x1',
      'x',
      '9'.repeat(400),
      '1%20',
      '１',
      'NaN',
    ]) {
      const response = await app.request(`/status/${number}`);
      assert.equal(response.status, 404, number.slice(0, 20));
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
    }
  });

  test('any page may ask whether it may ask', async () => {
    for (const path of [`/b/${id}/credential.json`, `/b/${id}/status.json`, '/status/1', '/.well-known/did.json']) {
      const response = await app.request(path, {
        method: 'OPTIONS',
        headers: { origin: 'https://verifier.example', 'access-control-request-method': 'GET' },
      });
      assert.equal(response.status, 204, path);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
      assert.equal((await app.request(path, { method: 'POST' })).status, 405);
    }
  });
});
