/** The pages that everybody may see of a badge: what is true at the moment of asking, and nothing more. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { serialize } from 'parse5';
import { badgePaths } from '../../../api/contract/badge.ts';
import { endOfLife } from '../../../api/domain/badges/badge-life.ts';
import { locales } from '../../../api/contract/locales.ts';
import { badgePages } from '../../../api/lang/badge-pages/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { all, assertHarmless, attribute, elementsOf, meta, textOf } from '../../support/html.ts';
import { askForBadge, changeIssued, endIssued, issueBadge, issueBusinessBadge } from '../../support/issued-badges.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const terms = badgePages.en.page;
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return { response, html: await response.text() };
};
const show = (id: string, lang = 'en') => read(`/b/${id}?lang=${lang}`);
const heading = (html: string) => textOf(all(html, 'h1')[0]!).trim();
const words = (html: string) => textOf(all(html, 'main')[0]!).replace(/\s+/g, ' ');

describe('a badge that is valid', () => {
  test('is said to be, at the moment of asking, in every language', async () => {
    const { publicId } = await issueBadge(app);
    for (const locale of locales) {
      const { response, html } = await show(publicId, locale);
      assert.equal(response.status, 200);
      assert.equal(heading(html), badgePages[locale].page.valid);
      assert.ok(words(html).includes(badgePages[locale].page.checked('2026-11-23', '09:00')), locale);
      assert.equal(attribute(all(html, 'time')[0]!, 'datetime'), '2026-11-23T08:00:00.000Z');
    }
    app.clock.time += 26 * 3_600_000;
    assert.ok(words((await show(publicId)).html).includes('24 November 2026, 11:00'));
  });

  test('shows nobody’s name or circle until they want it, and then the circle in the reader’s language', async () => {
    const { publicId } = await issueBadge(app, {}, { firstName: 'Odile', lastName: 'Zürcher' });
    const silent = (await show(publicId)).html;
    assert.doesNotMatch(silent, /Odile|Zürcher|Dornach|Locals and hearts|Habitants et/);
    assert.ok(words(silent).includes(terms.nameless));
    await changeIssued(app, publicId, { showsName: true, name: 'Odile Zürcher', showsCircle: true });
    const shown = words((await show(publicId)).html);
    assert.match(shown, /Held by Odile Zürcher/);
    assert.match(shown, /Circle Locals and hearts from here/);
    assert.match(shown, /Member since 23 November 2026 Valid until 23 December 2027/);
    assert.ok(!shown.includes(terms.nameless));
  });

  test('names the club from our own register', async () => {
    const { publicId } = await issueBadge(app);
    const { html } = await show(publicId);
    const club = app.deps.club.name.en;
    assert.ok(words(html).includes(`It belongs to a member of the ${club}.`));
    assert.ok(all(html, 'dd').some((one) => textOf(one).trim() === club));
  });

  test('of a business says where alone it is valid', async () => {
    const { publicId } = await issueBusinessBadge(app, 'xn--bcher-kva.example');
    const { html } = await show(publicId);
    assert.ok(words(html).includes(terms.onlyOn('bücher.example')));
  });

  test('is never kept by a cache, never framed, and runs no script but the one that copies', async () => {
    const { publicId } = await issueBadge(app);
    const { response, html } = await show(publicId);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('vary'), 'accept, accept-language');
    const csp = response.headers.get('content-security-policy')!;
    assert.match(csp, /default-src 'none'/);
    assert.match(csp, /frame-ancestors 'none'/);
    assert.match(csp, /script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'/);
    assertHarmless(html);
    assert.equal(meta(html, 'robots'), 'noindex');
  });

  test('tells social networks where to look, not that it is valid, and wallets where the signed badge is', async () => {
    const { publicId } = await issueBadge(app, { showsName: true, name: 'Odile' });
    const { html } = await show(publicId);
    const page = `${publicUrl}/b/${publicId}`;
    assert.equal(meta(html, 'og:url'), page);
    assert.equal(meta(html, 'og:image'), `${page}/og.png`);
    assert.equal(meta(html, 'twitter:image'), `${page}/og.png`);
    assert.deepEqual([meta(html, 'og:image:width'), meta(html, 'og:image:height')], ['1200', '627']);
    assert.equal(meta(html, 'twitter:card'), 'summary_large_image');
    for (const name of ['og:title', 'og:description'])
      assert.doesNotMatch(meta(html, name)!, /is valid\b(?! at)|Odile/);
    const alternate = all(html, 'link').find((one) => attribute(one, 'type') === 'application/vc+ld+json');
    assert.equal(attribute(alternate!, 'rel'), 'alternate');
    assert.equal(attribute(alternate!, 'href'), `${page}/credential.json`);
  });

  test('can be checked elsewhere, by links that are plain', async () => {
    const { publicId } = await issueBadge(app);
    const { html } = await show(publicId);
    const file = `${publicUrl}/b/${publicId}/credential.json`;
    const links = all(html, 'a').map((one) => attribute(one, 'href'));
    assert.ok(links.includes(`https://verifierplus.org/#verify?vc=${encodeURIComponent(file)}`));
    assert.ok(links.includes('https://vc.1ed.tech/'));
    assert.ok(links.includes(file));
    assert.ok(words(html).includes(`begin with ${publicUrl}/b/`));
    assert.ok(words(html).includes(app.deps.credentials.did));
  });

  test('answers a program that asks for it with the signed badge, and a browser never', async () => {
    const { publicId } = await issueBadge(app);
    const asked = await read(`/b/${publicId}`, { accept: 'application/vc+ld+json' });
    assert.match(asked.response.headers.get('content-type')!, /^application\/vc\+ld\+json/);
    const browser = await read(`/b/${publicId}`, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    assert.match(browser.response.headers.get('content-type')!, /^text\/html/);
  });
});

describe('a badge that has ended', () => {
  const endings: Record<string, (id: string) => Promise<unknown>> = {
    'by its holder’s leaving': (id) => endIssued(app, id, 'left'),
    'by the staff': (id) => endIssued(app, id, 'suspended'),
    'by the calendar, before any job has seen it': async () => {
      app.clock.time = endOfLife(app.clock.time);
    },
  };
  for (const [how, end] of Object.entries(endings)) {
    test(`${how} is gone, and nothing of its holder is left`, async () => {
      const { publicId } = await issueBadge(app, { showsName: true, name: 'Odile Zürcher', showsCircle: true });
      await end(publicId);
      const { response, html } = await show(publicId);
      assert.equal(response.status, 410);
      assert.equal(heading(html), terms.ended);
      assert.match(words(html), /It ended on \d+ (?:November 2026|December 2027)\./);
      assert.doesNotMatch(
        html,
        /Odile|Zürcher|Locals|Habitants|is valid(?! at)|credential\.json|linkedin|github\.svg/i,
      );
      assert.equal(response.headers.get('cache-control'), 'no-store');
      // What the browser still has of the valid one is not shown.
      const [picture] = all(html, 'img');
      assert.match(attribute(picture!, 'src')!, /-seal\.svg\?ended$/);
    });
  }

  test('of a business does not name its domain any more', async () => {
    const { publicId } = await issueBusinessBadge(app, 'boulangerie.example');
    await endIssued(app, publicId, 'domain_lost');
    assert.doesNotMatch((await show(publicId)).html, /boulangerie/);
  });
});

test('what is no badge, or waits for its domain, is not there, and the page helps on', async () => {
  const waiting = await askForBadge(app, 'boulangerie.example');
  const ids = ['1'.repeat(22), 'x', '%3Cscript%3E', '0OIl'.repeat(6), waiting.publicId, 'constructor'];
  for (const id of ids) {
    for (const path of [`/b/${id}`, `/b/${id}/print`, `/b/${id}/report`]) {
      const { response, html } = await read(`${path}?lang=en`);
      assert.equal(response.status, 404, path);
      assert.equal(heading(html), terms.missing.title, path);
      for (const point of terms.missing.points) assert.ok(words(html).includes(point));
      assert.doesNotMatch(html, /boulangerie|<script>/);
    }
  }
});

test('whatever a name is made of, it is text', async () => {
  const names = ['"><script>alert(1)</script>', '</title><img src=x onerror=alert(1)>', '‮txt.exe', '& ]]> ’ ® 😀'];
  for (const name of names) {
    const { publicId } = await issueBadge(app, { showsName: true, name });
    for (const path of ['', '/print', '/report']) {
      const { response, html } = await read(`/b/${publicId}${path}?lang=fr`);
      assert.equal(response.status, 200);
      assertHarmless(html);
      if (path === '') assert.ok(all(html, 'bdi').some((one) => textOf(one) === name));
    }
  }
});

test('the sheet for the window is there while the badge is valid', async () => {
  const { publicId } = await issueBusinessBadge(app, 'boulangerie.example', { showsName: true, name: 'Chez Odile' });
  const { response, html } = await read(`/b/${publicId}/print?lang=de&size=a4`);
  assert.equal(response.status, 200);
  const [sheet] = all(html, 'section', 'sheet');
  // What is printed speaks the badge's language, what stands around it the reader's.
  assert.equal(attribute(sheet!, 'lang'), 'fr');
  assert.equal(attribute(sheet!, 'class'), 'sheet a4');
  const printed = textOf(sheet!).replace(/\s+/g, ' ');
  assert.match(printed, /Chez Odile ?boulangerie\.example/);
  assert.match(printed, new RegExp(`Scannez pour vérifier club\\.example/b/${publicId}`));
  assert.ok(html.includes(badgePages.de.print.hint));
  assert.match((await read(`/b/${publicId}/print?size="><b>`)).html, /class="sheet a5"/);
  await endIssued(app, publicId);
  const ended = await read(`/b/${publicId}/print?lang=en`);
  assert.equal(ended.response.status, 410);
  assert.equal(all(ended.html, 'section', 'sheet').length, 0);
});

test('what the badge means has a place for everything that a signed badge may point to', async () => {
  for (const locale of locales) {
    const { response, html } = await read(`/badges?lang=${locale}`);
    assert.equal(response.status, 200);
    const ids = new Set(['section', 'li'].flatMap((tag) => all(html, tag).map((one) => attribute(one, 'id'))));
    for (const { id, name } of app.deps.club.circles) {
      assert.ok(ids.has(id), id);
      assert.ok(html.includes(name[locale]));
    }
    assert.ok(ids.has('member'));
    assert.ok(words(html).includes(app.deps.texts.badge(locale).criteria));
  }
});

test('every page leads to one’s own badge, to what badges mean and to checking one', async () => {
  for (const locale of locales) {
    for (const path of ['/', '/charte', '/verify']) {
      const { html } = await read(`${path}?lang=${locale}`);
      const leadsTo = (within: string) =>
        elementsOf(serialize(all(html, within)[0]!)).flatMap((one) => attribute(one, 'href') ?? []);
      assert.ok(leadsTo('header').includes(`/me/badges?lang=${locale}`), path);
      for (const to of ['/badges', '/verify']) assert.ok(leadsTo('footer').includes(`${to}?lang=${locale}`), path);
    }
    const home = (await read(`/?lang=${locale}`)).html;
    assert.ok(words(home).includes(badgePages[locale].home.text));
  }
});

test('looking at a badge writes nothing', async () => {
  const valid = await issueBadge(app);
  const ended = await issueBadge(app);
  await endIssued(app, ended.publicId);
  const before = everything(app.dir);
  for (const { publicId } of [valid, ended])
    for (const path of [badgePaths.page(publicId), badgePaths.report(publicId), `${badgePaths.page(publicId)}/print`])
      for (const method of ['GET', 'HEAD']) await (await app.request(path, { method })).arrayBuffer();
  assert.deepEqual(everything(app.dir), before);
});
