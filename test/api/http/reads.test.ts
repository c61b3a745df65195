/** Hot reads: right, small, cheap, and never older than they may be. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { CounterView } from '../../../api/contract/counter.ts';
import { PartnerView } from '../../../api/contract/partner.ts';
import { version } from '../../../api/contract/version.ts';
import { ReadCache } from '../../../api/http/read-cache.ts';
import { staticFile } from '../../../api/http/widget-files.ts';
import { openSqlite } from '../../../api/storage/sqlite.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';

let app: TestApp;
const script = Buffer.from(`export const flame = '${'🔥'.repeat(400)}';`);
beforeEach(async () => {
  app = await openTestApp({ widgets: new Map([['loader.js', staticFile('loader.js', script)]]) });
});
afterEach(() => app.remove());

async function press(path: string, token: string): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await app.request(path, { method: 'POST', headers, body: `token=${token}` });
}

/** Makes a member; answers the token of the link to leave. */
async function becomeMember(email: string, changes: Record<string, unknown> = {}): Promise<string> {
  const page = { partner: (changes['partner'] as string | undefined) ?? 'ville', origin: changes['origin'] as string };
  const { origin = partnerOrigin, ...fields } = changes;
  const proof = await mintProof(app, { partner: page.partner, origin: String(origin) });
  const response = await app.signUp({ email, proof, ...fields }, { origin: String(origin) });
  assert.equal(response.status, 202, await response.text());
  await press('/confirm', tokenIn((await deliver(app))[0], '/confirm'));
  return tokenIn((await deliver(app))[0], '/leave');
}

const counter = async (query = '') => CounterView.parse(await (await app.request(`/v1/counter${query}`)).json());

describe('the counter', () => {
  test('counts members, the goal and what a partner brought', async () => {
    const { members, date } = testClub.goal;
    assert.deepEqual(await counter(), { members: 0, goal: { members, date } });
    await becomeMember('ada@example.org');
    await becomeMember('grace@example.org', { partner: 'club', origin: publicUrl });
    assert.deepEqual(await counter(), { members: 2, goal: { members, date } });
    assert.deepEqual(await counter('?partner=ville'), {
      members: 2,
      goal: { members, date },
      partner: { slug: 'ville', name: 'Ville de Mulhouse (démo)', members: 1 },
    });
  });

  test('moves at once when someone confirms and when someone leaves', async () => {
    for (const query of ['', '?partner=ville', '?partner=club']) await counter(query);
    const leaveToken = await becomeMember('ada@example.org');
    assert.deepEqual([(await counter()).members, (await counter('?partner=ville')).partner?.members], [1, 1]);
    assert.equal((await counter('?partner=club')).partner?.members, 0);
    await press('/leave', leaveToken);
    assert.deepEqual([(await counter()).members, (await counter('?partner=ville')).partner?.members], [0, 0]);
  });

  test('does not move for someone who only signed up', async () => {
    await app.signUp({ proof: await mintProof(app) });
    assert.equal((await counter()).members, 0);
  });

  test('shows what another process did after a second, and no sooner asks the database again', async () => {
    const storage = openSqlite({ file: join(app.dir, 'club.db') });
    try {
      assert.equal((await counter('?partner=ville')).members, 0);
      const ville = (await storage.partnerBySlug('ville'))!;
      await storage.write((tx) => tx.count(ville.id, 5));
      app.clock.time += 999;
      assert.equal((await counter('?partner=ville')).members, 0);
      app.clock.time += 1;
      assert.equal((await counter('?partner=ville')).members, 5);
    } finally {
      await storage.close();
    }
  });

  test('asks the database once for a thousand readers', async () => {
    let reads = 0;
    const { counts } = app.deps.storage;
    app.deps.storage.counts = (id) => {
      reads += 1;
      return counts.call(app.deps.storage, id);
    };
    await Promise.all(Array.from({ length: 1000 }, () => app.request('/v1/counter')));
    await Promise.all(Array.from({ length: 1000 }, () => app.request('/v1/counter?partner=ville')));
    assert.equal(reads, 2);
  });

  test('an unknown partner is told so, and takes no room in memory', async () => {
    const before = everySlug(await app.deps.storage.partners());
    for (const slug of [
      'nobody',
      'Ville',
      'ville ',
      '__proto__',
      'constructor',
      'ville\u0000',
      '💥',
      'x'.repeat(5000),
    ]) {
      const response = await app.request(`/v1/counter?partner=${encodeURIComponent(slug)}`);
      assert.equal(response.status, 404, slug);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    }
    // One that appears later is there: nobody remembered that it was not.
    await app.deps.storage.insertPartner(
      { slug: 'nobody', kind: 'x', name: 'Nobody', origins: ['https://n.example'], status: 'active' },
      app.clock.now(),
    );
    assert.equal((await counter('?partner=nobody')).partner?.name, 'Nobody');
    assert.deepEqual(before, ['club', 'ville']);
  });
});

const everySlug = (partners: { slug: string }[]) => partners.map(({ slug }) => slug).sort();

describe('a partner, as widgets see it', () => {
  const languages = ['fr', 'de', 'en', 'gsw'] as const;

  test('in four languages, as the contract says', async () => {
    const seen = new Set<string>();
    for (const lang of languages) {
      const response = await app.request(`/v1/partners/ville?lang=${lang}`, { headers: { origin: partnerOrigin } });
      const view = PartnerView.parse(await response.json());
      assert.equal(view.language, lang);
      assert.equal(view.partner.slug, 'ville');
      assert.equal(view.charter.version, testClub.charter.version);
      assert.equal(view.circles.length, testClub.circles.length);
      // The partner shares the responsibility, so the notice names it.
      assert.ok(view.notice.sections.some(({ text }) => text.includes(view.partner.name)));
      for (const link of [view.charter.url, view.notice.url, view.club.home]) {
        assert.equal(new URL(link).origin, publicUrl);
        assert.equal((await app.request(new URL(link).pathname + new URL(link).search)).status, 200, link);
      }
      seen.add(JSON.stringify(view.consents));
    }
    assert.equal(seen.size, 4);
  });

  const tags: [tag: string, language: string][] = [
    ['de-CH', 'de'],
    ['DE', 'de'],
    ['gsw-FR', 'gsw'],
    ['als', 'gsw'],
    ['fr_FR', 'fr'],
    ['it', 'fr'],
    ['', 'fr'],
    ['constructor', 'fr'],
    ['x'.repeat(1000), 'fr'],
  ];
  for (const [tag, language] of tags) {
    test(`lang=${tag.slice(0, 20)} → ${language}`, async () => {
      const response = await app.request(`/v1/partners/ville?lang=${encodeURIComponent(tag)}`);
      assert.equal(PartnerView.parse(await response.json()).language, language);
    });
  }

  test('says nothing of what is the club’s own business', async () => {
    const text = await (await app.request('/v1/partners/ville')).text();
    assert.doesNotMatch(text, /"(?:id|origins|kind|status)":(?!"(?:habitants|entrepreneurs|vip)")/);
  });

  test('paused by another process is paused now', async () => {
    const running = await app.request('/v1/partners/ville');
    // A browser that showed the form a minute ago asks again before it shows another.
    assert.equal(running.headers.get('cache-control'), 'public, max-age=0');
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    const known = { 'if-none-match': running.headers.get('etag')! };
    assert.equal((await app.request('/v1/partners/ville', { headers: known })).status, 403);
    await app.deps.storage.setPartnerStatus('ville', 'active');
    assert.equal((await app.request('/v1/partners/ville')).status, 200);
  });

  test('the list of origins is not for sale to an origin that is not on it', async () => {
    const allowed = await app.request('/v1/partners/ville', { headers: { origin: partnerOrigin } });
    assert.equal(allowed.status, 200);
    const refused = await app.request('/v1/partners/ville', { headers: { origin: 'https://evil.example' } });
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('cache-control'), 'no-store');
  });
});

describe('on the wire', () => {
  const ready = ['/v1/counter', '/v1/partners/ville', '/v1/openapi.json', '/widgets/1/loader.js', '/assets/pages.css'];
  for (const path of ready) {
    test(`${path}: what a browser has is not sent again`, async () => {
      const first = await app.request(path);
      const etag = first.headers.get('etag')!;
      assert.match(etag, /^"[\w-]{16}"$/);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `${etag}, W/"x"`, '*']) {
        const again = await app.request(path, { headers: { 'if-none-match': known } });
        assert.equal(again.status, 304, known);
        assert.equal(await again.text(), '');
        assert.equal(again.headers.get('etag'), etag);
        assert.equal(again.headers.get('cache-control'), first.headers.get('cache-control'));
      }
      for (const known of ['"other"', etag.slice(1, -1), '', 'W/"x"']) {
        assert.equal((await app.request(path, { headers: { 'if-none-match': known } })).status, 200, known);
      }
    });
  }

  for (const path of ['/v1/partners/ville', '/v1/openapi.json', '/widgets/1/loader.js', '/assets/pages.css']) {
    test(`${path}: compressed for who can read it, the same inside`, async () => {
      const first = await app.request(path);
      const [plain, uncoded] = [await first.text(), first.headers.get('etag')];
      const get = (accepted: string) => app.request(path, { headers: { 'accept-encoding': accepted } });
      for (const accepted of ['br', 'gzip, deflate, br, zstd', 'br;q=1.0, gzip;q=0.5']) {
        const response = await get(accepted);
        assert.equal(response.headers.get('content-encoding'), 'br', accepted);
        assert.match(response.headers.get('vary') ?? '', /accept-encoding/);
        assert.equal(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString(), plain);
        // A strong tag is of the bytes: what is compressed has its own, and is known by that alone.
        const etag = response.headers.get('etag')!;
        assert.notEqual(etag, uncoded);
        const again = await app.request(path, { headers: { 'accept-encoding': accepted, 'if-none-match': etag } });
        assert.equal(again.status, 304, accepted);
        assert.deepEqual([again.headers.get('etag'), again.headers.get('content-encoding')], [etag, null]);
        assert.equal((await app.request(path, { headers: { 'if-none-match': etag } })).status, 200, 'uncoded');
      }
      for (const accepted of ['', 'identity', 'deflate', 'brotli-ish', 'br;q=0', 'gzip;q=0, br; q=0.0']) {
        const response = await get(accepted);
        assert.equal(response.headers.get('content-encoding'), null, accepted);
        assert.equal(await response.text(), plain);
      }
    });
  }

  test('files are there in gzip for those who read no brotli', async () => {
    const response = await app.request('/widgets/1/loader.js', { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.deepEqual(gunzipSync(Buffer.from(await response.arrayBuffer())), script);
  });

  test('the moving address is kept for minutes, the pinned one for ever', async () => {
    const cache = async (path: string) => (await app.request(path)).headers.get('cache-control');
    assert.equal(await cache('/widgets/1/loader.js'), 'public, max-age=300');
    assert.equal(await cache(`/widgets/${version}/loader.js`), 'public, max-age=31536000, immutable');
  });
});

describe('the cache', () => {
  const clock = { time: 0, now: () => clock.time };
  const deferred = <T>() => Promise.withResolvers<T>();

  test('does not keep what was read before a write that came meanwhile', async () => {
    const cache = new ReadCache<number>(clock, 1000);
    const slow = deferred<number>();
    const reading = cache.load('a', () => slow.promise);
    cache.clear();
    slow.resolve(1);
    assert.equal(await reading, 1);
    assert.equal(cache.get('a'), undefined);
    assert.equal(await cache.load('a', async () => 2), 2);
    assert.equal(cache.get('a'), 2);
  });

  test('a read that was overtaken does not end the one that overtook it', async () => {
    const cache = new ReadCache<number>(clock, 1000);
    const [old, fresh] = [deferred<number>(), deferred<number>()];
    const first = cache.load('a', () => old.promise);
    cache.clear();
    const second = cache.load('a', () => fresh.promise);
    old.resolve(1);
    await first;
    const third = cache.load('a', () => assert.fail('it is being read already'));
    fresh.resolve(2);
    assert.deepEqual(await Promise.all([second, third]), [2, 2]);
  });

  test('a clock that is set back keeps nothing alive for ever', async () => {
    const cache = new ReadCache<number>(clock, 1000);
    clock.time = 10_000;
    await cache.load('a', async () => 1);
    clock.time = 0;
    assert.equal(cache.get('a'), undefined);
  });
});
