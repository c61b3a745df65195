/** The live state of a badge, for widgets and programs, and the badge in a frame. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { badgePaths, type BadgeStatus } from '../../../api/contract/badge.ts';
import { badgeLimits } from '../../../api/contract/limits.ts';
import type { Problem } from '../../../api/contract/codes.ts';
import { statusText } from '../../../api/http/badges/status-text.ts';
import { openTestApp, testClub, type TestApp } from '../../support/app.ts';
import { askForBadge, changeIssued, endIssued, issueBadge, issueBusinessBadge } from '../../support/issued-badges.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp();
});
after(() => app.remove());

const unknownId = '1'.repeat(22);
const usual = 'public, max-age=60, stale-while-revalidate=60, s-maxage=120';
const get = async (path: string) => (await (await app.request(path)).json()) as BadgeStatus;

describe('status.json', () => {
  test('says that a badge is valid, and of its holder nothing that they do not show', async () => {
    const { publicId, language } = await issueBadge(app);
    const expected = { id: publicId, state: 'valid', circle: null, name: null, domain: null };
    const dates = { since: '2026-11-23', until: '2027-12-23' };
    assert.deepEqual(await get(badgePaths.status(publicId)), { ...expected, ...dates });
    await changeIssued(app, publicId, { showsCircle: true, showsName: true, name: 'Odile' });
    app.clock.time += 2000;
    const circle = testClub.circles[0]!.name[language];
    assert.deepEqual(await get(badgePaths.status(publicId)), { ...expected, ...dates, circle, name: 'Odile' });
  });

  test('says that one has ended, and nothing of its holder any more', async () => {
    const { publicId } = await issueBusinessBadge(app, 'shop.example', { showsName: true, name: 'Bollwerk' });
    await endIssued(app, publicId);
    const ended = { state: 'ended', circle: null, name: null, until: null };
    assert.deepEqual(await get(badgePaths.status(publicId)), {
      id: publicId,
      domain: 'shop.example',
      since: new Date(app.clock.time).toISOString().slice(0, 10),
      ...ended,
    });
  });

  test('carries what lets other sites read it, and how long it is true', async () => {
    const { publicId } = await issueBadge(app);
    for (const path of [badgePaths.status(publicId), `/v1/badges/${publicId}`]) {
      const { status, headers } = await app.request(path, { headers: { origin: 'https://shop.example' } });
      assert.equal(status, 200);
      assert.equal(headers.get('content-type'), 'application/json');
      assert.equal(headers.get('cache-control'), usual);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('set-cookie'), null);
      assert.match(headers.get('etag')!, new RegExp(`^"${publicId}-valid-[\\w-]{16}"$`));
    }
  });

  test('is the same for programs under /v1', async () => {
    const { publicId } = await issueBadge(app, { showsCircle: true });
    const [here, there] = [badgePaths.status(publicId), `/v1/badges/${publicId}`];
    assert.equal(await (await app.request(there)).text(), await (await app.request(here)).text());
    assert.equal((await app.request(here, { method: 'HEAD' })).status, 200);
  });

  test('an old tag is not answered with 304 once anything has changed', async () => {
    const { publicId } = await issueBadge(app);
    const path = badgePaths.status(publicId);
    const read = (known: string) => app.request(path, { headers: { 'if-none-match': known } });
    let etag = (await read('')).headers.get('etag')!;
    assert.equal((await read(etag)).status, 304);
    const changes = [
      () => changeIssued(app, publicId, { showsCircle: true }),
      () => changeIssued(app, publicId, { showsName: true, name: 'Odile' }),
      () => changeIssued(app, publicId, { validUntil: app.clock.now() + 86_400_000 * 200 }),
      () => endIssued(app, publicId),
    ];
    for (const change of changes) {
      await change();
      app.clock.time += 2000;
      const response = await read(etag);
      assert.equal(response.status, 200);
      assert.notEqual(response.headers.get('etag'), etag);
      etag = response.headers.get('etag')!;
    }
    assert.match(etag, /-ended-/);
  });

  test('of nobody’s badge, and of one that waits for its domain: a problem that nobody keeps', async () => {
    const { publicId: waiting } = await askForBadge(app, 'waiting.example');
    for (const id of [unknownId, waiting, 'x', '%00', '0'.repeat(22), '1'.repeat(9000), '__proto__', '💥']) {
      for (const path of [`/b/${encodeURI(id)}/status.json`, `/v1/badges/${encodeURI(id)}`]) {
        const response = await app.request(path);
        assert.equal(response.status, 404, path.slice(0, 60));
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.equal(response.headers.get('access-control-allow-origin'), '*');
        assert.equal(((await response.json()) as Problem).code, 'not_found');
      }
    }
  });
});

describe('at most 300 bytes', () => {
  const longest: BadgeStatus = {
    id: 'z'.repeat(22),
    state: 'valid',
    circle: null,
    name: null,
    domain: `${'d'.repeat(badgeLimits.domain)}`,
    since: '2026-11-23',
    until: '2027-12-24',
  };
  const parsed = (status: BadgeStatus) => {
    const text = statusText(status);
    assert.ok(Buffer.byteLength(text) <= badgeLimits.statusBytes, `${Buffer.byteLength(text)} bytes: ${text}`);
    return JSON.parse(text) as BadgeStatus;
  };

  test('with the longest domain that is taken, which is never cut', () => {
    assert.deepEqual(parsed(longest), longest);
  });

  test('whatever the names: what decides is whole, and names end where a reader would end them', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        '"'.repeat(300),
        '\u0001'.repeat(100),
        '👩‍👩‍👧‍👦'.repeat(20),
        'e\u0301'.repeat(200),
        '\ud800'.repeat(99),
      ),
    );
    const domain = fc.nat(badgeLimits.domain).map((length) => (length === 0 ? null : 'd'.repeat(length)));
    fc.assert(
      fc.property(names, fc.option(names), domain, (name, circle, one) => {
        const status: BadgeStatus = { ...longest, domain: one, name, circle };
        const { name: cut, circle: cutCircle, ...rest } = parsed(status);
        const { name: _name, circle: _circle, ...expected } = status;
        assert.deepEqual(rest, expected);
        for (const [whole, shown] of [
          [name, cut],
          [circle, cutCircle],
        ] as const) {
          if (shown === null || shown === whole) continue;
          assert.ok(shown.endsWith('…'));
          const kept = shown.slice(0, -1);
          const graphemes = Array.from(new Intl.Segmenter().segment(whole!), ({ segment }) => segment);
          const starts = graphemes.map((_, count) => graphemes.slice(0, count).join('').trimEnd());
          assert.ok(starts.includes(kept), JSON.stringify([whole, shown]));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a long name is not lost for a long circle, nor the other way round', () => {
    const { name, circle } = parsed({
      ...longest,
      domain: 'shop.example',
      name: 'Nom '.repeat(60),
      circle: 'Cercle '.repeat(40),
    });
    assert.ok(name!.length > 40 && circle!.length > 20);
    const short = parsed({ ...longest, domain: null, name: 'Odile', circle: 'Cercle '.repeat(40) });
    assert.equal(short.name, 'Odile');
  });
});

describe('a badge in a frame', () => {
  const directives = (response: Response) => (response.headers.get('content-security-policy') ?? '').split('; ');

  test('of a person may be shown anywhere; one of a business on its domain alone', async () => {
    const person = await app.request(`/b/${(await issueBadge(app)).publicId}/frame`);
    assert.ok(directives(person).includes('frame-ancestors https: http:'));
    const business = await app.request(`/b/${(await issueBusinessBadge(app, 'shop.example')).publicId}/frame`);
    assert.ok(directives(business).includes('frame-ancestors https://shop.example https://*.shop.example'));
    for (const { status, headers } of [person, business]) {
      assert.equal(status, 200);
      assert.equal(headers.get('x-frame-options'), null);
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cache-control'), usual);
      assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
      assert.equal(headers.get('set-cookie'), null);
    }
  });

  test('is its picture, light and dark, as a link to where it is checked, and needs no script', async () => {
    const { publicId } = await issueBadge(app);
    const response = await app.request(`/b/${publicId}/frame`);
    const html = await response.text();
    assert.ok(html.length < 2000);
    assert.match(html, new RegExp(`<a href="/b/${publicId}" target="_blank" rel="noopener"`));
    assert.match(
      html,
      new RegExp(`<source\\s+media="\\(prefers-color-scheme: dark\\)"\\s+srcset="/b/${publicId}-dark.svg"`),
    );
    assert.match(html, new RegExp(`<img\\s+src="/b/${publicId}.svg"\\s+width="200"\\s+height="64"`));
    // The one style is the one that is allowed, to the letter.
    const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(directives(response).includes(`style-src 'sha256-${hash}'`));
    assert.doesNotMatch(html, /<script| on\w+=|http-equiv/i);
    assert.ok(directives(response).includes("default-src 'none'"));
    assert.ok(directives(response).includes("img-src 'self'"));
    assert.doesNotMatch(response.headers.get('content-security-policy')!, /unsafe/);
  });

  test('says in words what its picture says, in its own language, and in other words when it has ended', async () => {
    const { publicId } = await issueBadge(app, { language: 'de' });
    const alt = async () => /alt="([^"]+)"/.exec(await (await app.request(`/b/${publicId}/frame`)).text())?.[1];
    assert.match((await alt())!, new RegExp(`Mülhausen.*club\\.example/b/${publicId}$`));
    await endIssued(app, publicId);
    app.clock.time += 2000;
    assert.match((await alt())!, /beendet/);
    assert.equal((await app.request(`/b/${publicId}/frame`)).status, 200);
  });

  test('of nobody’s badge says so wherever it is framed, and for a minute', async () => {
    for (const id of [unknownId, (await askForBadge(app, 'waiting.example')).publicId]) {
      const response = await app.request(`/b/${id}/frame`);
      assert.equal(response.status, 404);
      assert.equal(response.headers.get('cache-control'), 'public, max-age=60');
      assert.equal(response.headers.get('x-frame-options'), null);
      assert.ok(directives(response).includes('frame-ancestors https: http:'));
      const page = await response.text();
      assert.match(page, /alt="Badge inconnu\u00a0: à vérifier sur club\.example\/verify"/);
      assert.ok(page.includes(`src="/b/${id}.svg"`) && page.includes('href="/verify"'));
    }
  });

  test('of what is no id at all is a page that nobody frames, and repeats nothing', async () => {
    for (const id of ['x', encodeURIComponent('"><script>')]) {
      const response = await app.request(`/b/${id}/frame`);
      assert.equal(response.status, 404);
      assert.ok(directives(response).includes("frame-ancestors 'none'"));
      assert.doesNotMatch(await response.text(), /"><script>/);
    }
  });
});
