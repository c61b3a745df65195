/** The pictures of badges under their public addresses: names, headers, tags, and that they never fail. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { badgeForms, badgePicture, badgeSchemes } from '../../../api/contract/badge.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { askForBadge, changeIssued, endIssued, issueBadge, issueBusinessBadge } from '../../support/issued-badges.ts';
import { requestBytes, serveTestApp } from '../../support/server.ts';

let app: TestApp;
let id: string;
before(async () => {
  app = await openTestApp();
  id = (await issueBadge(app)).publicId;
});
after(() => app.remove());

const later = () => (app.clock.time += 2000);
const unknownId = '1'.repeat(22);
const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'";

interface Names {
  path: string;
  type: 'svg' | 'png';
}
const allNames = (one: string): Names[] =>
  (['svg', 'png'] as const).flatMap((type) =>
    badgeForms.flatMap((form) =>
      badgeSchemes.flatMap((scheme) =>
        ([1, 2] as const).map((scale) => ({ type, path: badgePicture(one, type, { form, scheme, scale }) })),
      ),
    ),
  );

/** What a picture says to programs that read it aloud. */
const labelOf = (svg: string) => /<title[^>]*>([^<]*)</.exec(svg)?.[1];

describe('every name of a picture', () => {
  test('is one, and says how long it may be kept and what it is', async () => {
    const tags = new Set<string>();
    for (const { path, type } of allNames(id)) {
      const response = await app.request(path);
      assert.equal(response.status, 200, path);
      const { headers } = response;
      assert.equal(headers.get('content-type'), type === 'svg' ? 'image/svg+xml' : 'image/png', path);
      assert.equal(headers.get('cache-control'), 'public, max-age=60, stale-while-revalidate=60, s-maxage=120');
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), null);
      assert.equal(headers.get('set-cookie'), null);
      assert.equal(headers.get('cdn-cache-control'), null);
      assert.equal(headers.get('cache-tag'), null);
      if (type === 'svg') assert.equal(headers.get('content-security-policy'), svgPolicy);
      assert.match(headers.get('etag')!, new RegExp(`^"${id}-valid-[\\w.-]+-[\\w-]{16}"$`), path);
      tags.add(headers.get('etag')!);
    }
    assert.equal(tags.size, allNames(id).length);
  });

  test('is answered to HEAD with the same headers and nothing else', async () => {
    for (const { path } of allNames(id).slice(0, 20)) {
      const [get, head] = [await app.request(path), await app.request(path, { method: 'HEAD' })];
      assert.equal(head.status, 200);
      assert.equal(await head.text(), '');
      assert.deepEqual(Object.fromEntries(head.headers), Object.fromEntries(get.headers), path);
    }
  });

  test('is a PNG of its size, twice as wide where it says so', async () => {
    const sizes = { '': [200, 64], '@2x': [400, 128], '-seal': [160, 160], '-compact-dark@2x': [288, 72] };
    for (const [name, size] of Object.entries(sizes)) {
      const bytes = Buffer.from(await (await app.request(`/b/${id}${name}.png`)).arrayBuffer());
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], size, name);
    }
  });

  test('takes GET and HEAD and no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await app.request(`/b/${id}.svg`, { method });
      assert.equal(response.status, 405, method);
      assert.equal(response.headers.get('allow'), 'GET, HEAD');
    }
    const preflight = await app.request(`/b/${id}.svg`, {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example' },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'GET, HEAD');
  });
});

const strangeNames = () => [
  ...allNames(unknownId).map(({ path }) => path),
  `/b/${id}@3x.png`,
  `/b/${id}-seal-seal.svg`,
  `/b/${id}-dark-seal.svg`,
  `/b/${id}-line.svg`,
  `/b/${id}-light.svg`,
  `/b/${id}-sepia.svg`,
  `/b/${id}@2x@2x.png`,
  `/b/${id}.svg.svg`,
  `/b/${id}%20.svg`,
  `/b/%20${id}.svg`,
  `/b/${id}%0A.svg`,
  `/b/${id.slice(1)}.svg`,
  `/b/${id}1.svg`,
  `/b/0OIl${id.slice(4)}.svg`,
  `/b/${id.toUpperCase()}l.svg`,
  `/b/${'1'.repeat(10_000)}.svg`,
  '/b/.svg',
  '/b/-seal.png',
  '/b/__proto__.svg',
  '/b/constructor.png',
  '/b/%F0%9F%92%A5.svg',
  '/b/%ff%fe.svg',
  "/b/'%20or%201=1--.svg",
  '/b/%3Cscript%3E.svg',
];

describe('a name that is nobody’s', () => {
  test('is a picture too, of nobody’s badge: not found, kept for a minute, repeating nothing', async () => {
    for (const path of strangeNames()) {
      const response = await app.request(path);
      assert.equal(response.status, 404, path);
      const { headers } = response;
      assert.match(headers.get('content-type')!, /^image\/(?:svg\+xml|png)$/, path);
      assert.equal(headers.get('cache-control'), 'public, max-age=60', path);
      assert.equal(headers.get('etag'), null, path);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      if (!headers.get('content-type')!.includes('svg')) continue;
      const text = await response.text();
      assert.equal(headers.get('content-security-policy'), svgPolicy);
      assert.doesNotMatch(text, /script|or 1=1|proto|1111/);
    }
  });

  test('has the form that was asked for, when one was', async () => {
    const bytes = Buffer.from(await (await app.request(`/b/${unknownId}-seal@2x.png`)).arrayBuffer());
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [320, 320]);
  });

  test('of a badge that waits for its domain, until it is proven', async () => {
    const waiting = await askForBadge(app, 'waiting.example');
    for (const { path } of allNames(waiting.publicId)) assert.equal((await app.request(path)).status, 404, path);
  });

  test('takes no room in memory, whatever is asked for', async () => {
    const asked: string[] = [];
    const { byPublicId } = app.deps.storage.badges;
    app.deps.storage.badges.byPublicId = (one) => {
      asked.push(one);
      return byPublicId(one);
    };
    try {
      // A name that cannot be one never reaches the database; one that can is looked up each time, and not kept.
      for (let i = 0; i < 3; i += 1) for (const path of strangeNames()) await app.request(path);
      assert.deepEqual(new Set(asked), new Set([unknownId]));
      assert.equal(asked.length, 3 * allNames(unknownId).length);
    } finally {
      app.deps.storage.badges.byPublicId = byPublicId;
    }
  });

  test('byte for byte over a socket: no way of writing it is an error of ours', async () => {
    const server = await serveTestApp(app);
    try {
      const written = [
        '/b/%00.svg',
        '/b/../b/x.svg',
        '/b/',
        '/b/..%2f.svg',
        '/b/%',
        '/b/%zz.svg',
        '/b//x.svg',
        '/b/x/.svg',
      ];
      for (const path of [...written, `/b/${'%41'.repeat(4000)}.png`, `/b/${id}.svg%00`, `/b/${id}%2Esvg%2F`]) {
        const { status } = await server.raw(requestBytes('GET', path));
        assert.ok(status >= 400 && status < 500, `${path.slice(0, 40)} → ${status}`);
      }
    } finally {
      await server.close();
    }
  });

  test('thousands of invented names', async () => {
    const part = fc.constantFrom(
      '-seal',
      '-dark',
      '-auto',
      '-compact',
      '@2x',
      '.svg',
      '.png',
      '/',
      '%2F',
      '%00',
      '..',
      'é',
      id,
    );
    const name = fc.oneof(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }).map(encodeURIComponent),
    );
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom('.svg', '.png', ''), async (start, end) => {
        const response = await app.request(`/b/${start}${end}`);
        assert.ok(response.status < 500, `/b/${start}${end} → ${response.status}`);
        await response.arrayBuffer();
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the tag', () => {
  test('a browser that has the picture is not sent it again, under any way of writing its tag', async () => {
    const first = await app.request(`/b/${id}.svg`);
    const etag = first.headers.get('etag')!;
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await app.request(`/b/${id}.svg`, { headers: { 'if-none-match': known } });
      assert.equal(again.status, 304, known);
      assert.equal(again.headers.get('etag'), etag);
      assert.equal(again.headers.get('cache-control'), first.headers.get('cache-control'));
    }
  });

  test('is another when the holder chooses otherwise, in every form, and when the badge ends', async () => {
    const badge = await issueBadge(app);
    const tagsNow = async (known: Map<string, string> = new Map()) => {
      later();
      const found = new Map<string, string>();
      for (const { path } of allNames(badge.publicId)) {
        const before = known.get(path);
        const response = await app.request(path, before === undefined ? {} : { headers: { 'if-none-match': before } });
        assert.equal(response.status, 200, `${path}: an old tag must not be answered with 304`);
        found.set(path, response.headers.get('etag')!);
      }
      return found;
    };
    const first = await tagsNow();
    await changeIssued(app, badge.publicId, { showsCircle: true });
    const second = await tagsNow(first);
    await changeIssued(app, badge.publicId, { language: 'de' });
    const third = await tagsNow(second);
    await endIssued(app, badge.publicId);
    const fourth = await tagsNow(third);
    for (const tag of fourth.values()) assert.match(tag, new RegExp(`^"${badge.publicId}-ended-`));
    assert.equal(new Set([first, second, third, fourth].flatMap((tags) => [...tags.values()])).size, 4 * first.size);
  });

  test('is the same when only the signature is new', async () => {
    const badge = await issueBadge(app);
    const before = (await app.request(`/b/${badge.publicId}.svg`)).headers.get('etag');
    await changeIssued(app, badge.publicId, {});
    later();
    assert.equal((await app.request(`/b/${badge.publicId}.svg`)).headers.get('etag'), before);
  });
});

describe('a badge that has ended', () => {
  test('is 200, of the same size, and does not look as it did', async () => {
    const badge = await issueBusinessBadge(app, 'shop.example');
    const seen = new Map<string, Buffer>();
    const read = async (path: string) => Buffer.from(await (await app.request(path)).arrayBuffer());
    for (const { path } of allNames(badge.publicId)) seen.set(path, await read(path));
    await endIssued(app, badge.publicId, 'domain_lost');
    later();
    for (const { path, type } of allNames(badge.publicId)) {
      const response = await app.request(path);
      assert.equal(response.status, 200, path);
      const now = await read(path);
      assert.notDeepEqual(now, seen.get(path), path);
      if (type === 'png') assert.deepEqual(now.subarray(16, 24), seen.get(path)!.subarray(16, 24), path);
    }
    const labels = [seen.get(`/b/${badge.publicId}.svg`)!, await read(`/b/${badge.publicId}.svg`)]
      .map(String)
      .map(labelOf);
    assert.notEqual(labels[0], labels[1]);
  });

  test('that nobody has ended yet, but whose day has come, is shown as ended', async () => {
    const badge = await issueBadge(app, { validUntil: app.clock.now() + 60_000 });
    assert.match((await app.request(`/b/${badge.publicId}.svg`)).headers.get('etag')!, /-valid-/);
    app.clock.time += 60_000;
    assert.match((await app.request(`/b/${badge.publicId}.svg`)).headers.get('etag')!, /-ended-/);
  });
});

describe('for proxies that keep everything', () => {
  test('github.svg is the same picture, kept by nobody', async () => {
    const [usual, unkept] = [await app.request(`/b/${id}.svg`), await app.request(`/b/${id}/github.svg`)];
    assert.equal(unkept.status, 200);
    assert.equal(unkept.headers.get('cache-control'), 'no-store');
    assert.equal(unkept.headers.get('content-type'), 'image/svg+xml');
    assert.equal(await unkept.text(), await usual.text());
    const unknown = await app.request(`/b/${unknownId}/github.svg`);
    assert.equal(unknown.status, 404);
    assert.equal(unknown.headers.get('cache-control'), 'no-store');
  });
});

test('og.png is wide, and shows the name of whoever shows it', async () => {
  const shy = await app.request(`/b/${id}/og.png`);
  const named = await issueBadge(app, { showsName: true, name: 'Odile' });
  const response = await app.request(`/b/${named.publicId}/og.png`);
  for (const one of [shy, response]) {
    assert.equal(one.headers.get('content-type'), 'image/png');
    const bytes = Buffer.from(await one.arrayBuffer());
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 627]);
  }
  const before = response.headers.get('etag');
  await changeIssued(app, named.publicId, { name: 'Odile Meyer' });
  later();
  assert.notEqual((await app.request(`/b/${named.publicId}/og.png`)).headers.get('etag'), before);
});

describe('with a cache in front that forgets on demand', () => {
  test('it may keep a picture for a day, not beyond the end of the badge, and knows it by its tag', async () => {
    const own = await openTestApp({ cdn: { purge: () => Promise.resolve() } });
    try {
      const { publicId } = await issueBadge(own);
      const cached = async (path: string) => {
        const { headers } = await own.request(path);
        return ['cache-control', 'cdn-cache-control', 'cache-tag'].map((name) => headers.get(name));
      };
      const usual = 'public, max-age=60, stale-while-revalidate=60';
      const day = 'max-age=86400, stale-if-error=3600';
      assert.deepEqual(await cached(`/b/${publicId}.svg`), [usual, day, `badge-${publicId}`]);
      assert.deepEqual(await cached(`/b/${publicId}.png`), [usual, day, `badge-${publicId}`]);
      assert.deepEqual(await cached(`/b/${publicId}/github.svg`), ['no-store', day, `badge-${publicId}`]);
      assert.deepEqual(await cached(`/b/${publicId}/status.json`), [usual, day, `badge-${publicId}`]);
      assert.deepEqual(await cached(`/b/${publicId}/frame`), [usual, day, `badge-${publicId}`]);
      const { publicId: ending } = await issueBadge(own, { validUntil: own.clock.now() + 90_000 });
      assert.equal((await cached(`/b/${ending}.svg`))[1], 'max-age=90, stale-if-error=3600');
      await endIssued(own, publicId);
      own.clock.time += 2000;
      assert.deepEqual(await cached(`/b/${publicId}.svg`), [usual, day, `badge-${publicId}`]);
      assert.deepEqual(await cached(`/b/${unknownId}.svg`), ['public, max-age=60', null, null]);
    } finally {
      await own.remove();
    }
  });
});

test('the club’s mark is a square picture that other sites may show', async () => {
  const response = await app.request('/badges/mark.png');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/png');
  assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
  const bytes = Buffer.from(await response.arrayBuffer());
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [512, 512]);
});
