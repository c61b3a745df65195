/**
 * The embed doctor on real pages: each planted fault is named with the line that mends it, and the line, read from
 * the panel and pasted as it is, makes the finding go.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { version } from '../../api/contract/version.ts';
import { readWidgetFiles } from '../../api/http/widget-files.ts';
import type { Manifest } from '../../widgets/build.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { violations, violationsOfScheme } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { freePorts } from '../support/demo.ts';
import { serveTestApp, type TestServer } from '../support/server.ts';
import { badgeId, twoOrigins, type TwoOrigins } from './club-server.ts';
import { visit } from './visit.ts';
import { callDoctor, diagnose, type Diagnosis } from './doctor-visit.ts';

describe('the doctor', () => {
  let built: BuiltWidgets;
  let browser: Browser;
  let two: TwoOrigins;
  let seen: Diagnosis | undefined;

  before(async () => {
    built = await builtWidgets();
    two = await twoOrigins(built.folder);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await seen?.close();
    seen = undefined;
    two.rewrite = (_name, code) => code;
  });
  after(async () => {
    await browser?.close();
    await two?.close();
    built?.remove();
  });

  const loader = '<script type="module" src="{{club}}/widgets/1/loader.js"></script>';
  const alone = '<script type="module" src="{{club}}/widgets/1/doctor.js"></script>';
  const counter = '<ambassador-counter partner="ville"><a href="/">237 membres</a></ambassador-counter>';
  const page = (body: string, { html = '<html lang="fr">', head = loader } = {}) =>
    `<!doctype html>${html}<head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

  /** Serves a page on the host's origin and has it examined. */
  async function examine(html: string, policy?: string): Promise<Diagnosis> {
    await seen?.close();
    seen = undefined;
    two.page('/', html, policy ? { 'content-security-policy': policy } : {});
    seen = await diagnose(browser, `${two.host}/`);
    return seen;
  }

  test('says that all is well, and what it looked at; is accessible and closes by Escape', async () => {
    const well = await examine(page(`<h1>Ville</h1>${counter}`));
    assert.deepEqual(well.codes, []);
    assert.equal(well.status, 'Tout va bien');
    assert.equal(well.well.length, 7);
    assert.deepEqual(await violations(well.page), []);
    await well.page.keyboard.press('Escape');
    assert.equal(await well.page.$('[data-ambassador-doctor]'), null);
  });

  test('is not stopped by an address that ends in what is no escape', async () => {
    two.page('/', page(`<h1>Ville</h1>${counter}`), {});
    seen = await diagnose(browser, `${two.host}/`, async (visited) => {
      await visited.evaluateOnNewDocument(() => history.replaceState(null, '', '#story-%'));
    });
    assert.equal(seen.status, 'Tout va bien');
  });

  test('names what the policy of a page forbids, with the directives that allow it', async () => {
    const strict = (connect: string, types: string) =>
      `default-src 'none'; script-src {{club}}; style-src 'none'; ${connect} require-trusted-types-for 'script'; ${types}`;
    const ill = await examine(page(counter), strict("connect-src 'none';", "trusted-types 'none';"));
    assert.deepEqual(ill.codes, ['csp', 'trusted-types']);
    assert.equal(ill.line('csp'), `connect-src ${two.club};`);
    assert.equal(ill.line('trusted-types'), 'trusted-types lit-html;');
    // Pasted over what was there.
    const mended = await examine(page(counter), strict(ill.line('csp'), ill.line('trusted-types')));
    assert.deepEqual(mended.codes, []);
    assert.match(await mended.page.$eval('ambassador-counter', (one) => one.shadowRoot?.textContent ?? ''), /237/);
  });

  test('names what a policy keeps from between the tags: the picture of a badge, as it is copied', async () => {
    const badge = `<ambassador-badge badge="${badgeId}"><a href="{{club}}/b/${badgeId}">
      <img src="{{club}}/b/${badgeId}.svg" width="200" height="64" alt="Ambassadrice"></a></ambassador-badge>`;
    const strict = (pictures: string) => `default-src 'none'; script-src {{club}}; connect-src {{club}}; ${pictures}`;
    const ill = await examine(page(badge), strict("img-src 'self';"));
    assert.deepEqual(ill.codes, ['csp']);
    assert.equal(ill.line('csp'), `img-src 'self' ${two.club};`);
    assert.deepEqual((await examine(page(badge), strict(ill.line('csp')))).codes, []);
  });

  test('names a tag that nobody closed, which takes the rest of the page with it', async () => {
    const after = '<h2>Agenda</h2><p>Samedi</p>';
    const ill = await examine(page(`<ambassador-counter partner="ville" />${after}`));
    assert.deepEqual(ill.codes, ['unclosed']);
    assert.match(
      ill.line('unclosed'),
      /^<ambassador-counter partner="ville"><a href="[^"]+">[^<]+<\/a><\/ambassador-counter>$/,
    );
    assert.deepEqual((await examine(page(`${ill.line('unclosed')}${after}`))).codes, []);
    // Content that is meant to be there is left alone, headings too.
    const meant = `<ambassador-signup partner="ville"><h2>Rejoindre</h2><a href="/">Ici</a></ambassador-signup>
      <ambassador-testimonials partner="ville"><blockquote><p>Ici.</p><footer>Odile</footer></blockquote></ambassador-testimonials>`;
    assert.deepEqual((await examine(page(`${meant}${after}`))).codes, []);
  });

  test('names eleven faults of one page, and is content when every line has been pasted', async () => {
    const faults: Record<string, string> = {
      lang: '<html>',
      contrast: 'ambassador-counter { --ambassador-text: #bbb; }',
      hidden: '.promo { display: none; }',
      fallback: '<ambassador-testimonials partner="ville"></ambassador-testimonials>',
      attribute: '<ambassador-counter partner="ville" varaint="line">',
      flag: '<ambassador-signup partner="ville" compact="false">',
      value: '<ambassador-counter partner="ville" theme="ligth">',
      ids: '<a id="zahl">',
      tag: '<ambassador-singup partner="ville">…</ambassador-singup>',
      polluted: 'Object.prototype.evil = 1;',
      clobbered: '<img name="cookie" src="data:," alt="">',
    };
    const compose = (lines: Record<string, string>) =>
      page(
        `${lines['attribute']}<a href="/">237</a></ambassador-counter><br>
        ${lines['flag']}<a href="/">Rejoindre</a></ambassador-signup>
        ${lines['value']}<a href="/">237</a></ambassador-counter><p>
        <ambassador-counter partner="ville" id="zahl"><a href="/">237</a></ambassador-counter>${lines['ids']}Zahl</a>
        ${lines['fallback']}${lines['tag']}${lines['clobbered']}
        <div class="promo"><ambassador-counter partner="ville"><a href="/">237</a></ambassador-counter></div>`,
        {
          html: lines['lang'],
          head: `<style>ambassador-counter { --ambassador-text: #bbb; } .promo { display: none; } ${lines['contrast']} ${lines['hidden']}</style>
            <script>Object.prototype.evil = 1; ${lines['polluted']}</script>${loader}`,
        },
      );
    const ill = await examine(compose(faults));
    assert.deepEqual(ill.codes.toSorted(), Object.keys(faults).toSorted());
    const { club } = two;
    assert.equal(
      ill.line('fallback'),
      `<ambassador-testimonials partner="ville"><a href="${club}/stories">Lire les témoignages</a></ambassador-testimonials>`,
    );
    assert.equal(ill.line('attribute'), '<ambassador-counter partner="ville" variant="line">');
    assert.equal(ill.line('value'), '<ambassador-counter partner="ville" theme="light">');
    assert.equal(ill.line('flag'), '<ambassador-signup partner="ville">');
    assert.equal(ill.line('tag'), '<ambassador-signup partner="ville">…</ambassador-signup>');
    assert.equal(ill.line('ids'), '<a id="zahl-2">');
    assert.match(ill.line('lang'), /^<html lang="[a-z]{2}">$/);
    assert.match(ill.line('contrast'), /^ambassador-counter \{ --ambassador-text: #[0-9a-f]{6}; \}$/);
    assert.equal(ill.line('hidden'), '.promo { display: block !important; }'.replace('.promo', 'div.promo'));
    // One line for each heading, and the sentences are in the page's language.
    assert.match(ill.status, /^11 points à corriger$/);
    const lines = Object.fromEntries(Object.keys(faults).map((code) => [code, ill.line(code)]));
    const mended = await examine(compose(lines));
    assert.deepEqual(mended.codes, []);
  });

  test('names scripts that cannot run: no module, a wrong hash, a release that is not there', async () => {
    const file = 'ambassador-counter.fr.js';
    const wrong = `<script type="module" src="{{club}}/widgets/${version}/${file}" integrity="sha384-AAAA" crossorigin="anonymous"></script>`;
    const ill = await examine(page(counter, { head: wrong + alone }));
    assert.deepEqual(ill.codes, ['integrity']);
    assert.ok(ill.line('integrity').includes(`integrity="${built.manifest.files[file]?.integrity}"`));
    const mended = await examine(page(counter, { head: ill.line('integrity') }));
    assert.deepEqual(mended.codes, []);

    const classic = await examine(page(counter, { head: loader.replace(' type="module"', '') + alone }));
    assert.deepEqual(classic.codes, ['module']);
    assert.equal(classic.line('module'), loader.replace('{{club}}', two.club));

    const lost = wrong
      .replace(file, 'ambassador-conter.fr.js')
      .replace(/ integrity="[^"]*" crossorigin="anonymous"/, '');
    const gone = await examine(page(counter, { head: `${lost}${alone}` }));
    assert.deepEqual(gone.codes, ['gone']);
    assert.match(gone.line('gone'), /loader\.js" integrity="sha384-/);
  });

  test('names an old version and gives the new one with its hash', async () => {
    const file = 'ambassador-counter.fr.js';
    const newer: Manifest = { version: '1.1.0', files: built.manifest.files };
    two.rewrite = (name, code, url) =>
      name === 'manifest.json' && !url.pathname.includes(version) ? JSON.stringify(newer) : code;
    const old = `<script type="module" src="{{club}}/widgets/${version}/${file}"></script>`;
    const ill = await examine(page(counter, { head: old }));
    assert.deepEqual(ill.codes, ['version']);
    assert.equal(
      ill.line('version'),
      `<script type="module" src="${two.club}/widgets/1.1.0/${file}" integrity="${built.manifest.files[file]?.integrity}" crossorigin="anonymous"></script>`,
    );
    const mended = await examine(page(counter, { head: ill.line('version') }));
    assert.deepEqual(mended.codes, []);
  });

  test('names a tag that is taken, scripts that are there twice, and a question that something stops', async () => {
    const taken = `<script>customElements.define('ambassador-counter', class extends HTMLElement {})</script>`;
    const ill = await examine(page(counter, { head: taken + loader + loader.replace('.js', '.js?ver=2') }));
    assert.deepEqual(ill.codes, ['taken', 'twice']);
    assert.equal(ill.line('taken'), "customElements.define('ambassador-counter', …)");

    await seen?.close();
    seen = undefined;
    two.page('/', page(counter));
    seen = await diagnose(browser, `${two.host}/`, async (tab) => {
      await tab.setRequestInterception(true);
      // As an extension does: this address, not the site.
      tab.on('request', (request) =>
        request.url().includes('/v1/partners/') ? void request.abort('blockedbyclient') : void request.continue(),
      );
    });
    assert.deepEqual(seen.codes, ['blocked']);
    assert.ok(!seen.well.some((line) => line.includes('Le club répond')));
  });

  test('names what a page does to a frame: its policy, its sheet', async () => {
    const crushed = 'iframe { max-inline-size: 32px !important; }';
    const framed = (css: string) =>
      page('<iframe title="Rejoindre" src="{{club}}/embed/signup?partner=ville"></iframe>', {
        head: `<style>${crushed} ${css}</style>${loader}`,
      });
    const policy = (frames: string) => `script-src {{club}}; connect-src {{club}}; ${frames}`;
    const ill = await examine(framed(''), policy("frame-src 'self';"));
    assert.deepEqual(ill.codes, ['csp', 'squeezed']);
    assert.equal(ill.line('csp'), `frame-src 'self' ${two.club};`);
    const mended = await examine(framed(ill.line('squeezed')), policy(ill.line('csp')));
    assert.deepEqual(mended.codes, []);
  });

  test('answers with plain data when the kit is asked, and prints them for those who see no panel', async () => {
    const ill = await examine(page('<ambassador-counter partner="ville"></ambassador-counter>'));
    const report = await callDoctor(ill.page, `${two.club}/widgets/1/kit.fr.js`);
    assert.equal(report.version, version);
    assert.equal(report.page, `${two.host}/`);
    assert.deepEqual(
      report.findings.map(({ code, severity, place }) => [code, severity, place]),
      [['fallback', 'harmed', 'html']],
    );
    assert.equal((await ill.page.$$('[data-ambassador-doctor]')).length, 1);
    assert.ok(
      ill.console.some((line) => line.startsWith('table:')),
      ill.console.join(),
    );
    // Nothing but files of ours and what the pages and the widgets on them ask themselves, and report when they go.
    assert.ok(
      two.asked.every((line) =>
        /^GET \/(?:widgets\/|b\/|embed\/|v1\/(?:counter|partners|stories)|healthz)|^POST \/v1\/tallies$/.test(line),
      ),
      two.asked.join('\n'),
    );
  });

  describe('at a real club', () => {
    let app: TestApp;
    let server: TestServer;
    let club: string;

    before(async () => {
      const port = await freePorts(1);
      club = `http://localhost:${port}`;
      app = await openTestApp({
        publicUrl: club,
        mediaOrigin: club,
        mode: 'demo',
        widgets: readWidgetFiles(built.folder),
      });
      server = await serveTestApp(app, { port });
    });
    after(async () => {
      await server?.close();
      await app?.remove();
    });

    test('names an origin that the club does not know, until the club adds what it is sent', async () => {
      const html = page(counter.replaceAll('counter', 'signup')).replaceAll('{{club}}', club);
      const ill = await examine(html);
      assert.deepEqual(ill.codes, ['origin']);
      const [, origin = '', partner = ''] =
        /ajouter (\S+) aux adresses du partenaire «\u00a0(\S+)\u00a0»/.exec(ill.line('origin')) ?? [];
      assert.equal(partner, 'ville');
      const { id, slug: _slug, ...known } = (await app.deps.storage.partnerBySlug(partner))!;
      await app.deps.storage.write((tx) => tx.partners.change(id, { ...known, origins: [...known.origins, origin] }));
      assert.deepEqual((await examine(html)).codes, []);
    });

    test('beside it, a passport is accessible in light and dark, and keeps to its own policy', async () => {
      const seenPassport = await visit(browser, `${club}/embed/testimonials/passport?partner=ville&lang=fr`);
      assert.deepEqual(await violations(seenPassport.page), []);
      assert.deepEqual(await violationsOfScheme(seenPassport.page, 'dark'), []);
      assert.deepEqual([...(await seenPassport.violations()), ...seenPassport.lines], []);
      await seenPassport.close();
    });

    test('names a partner that is paused, with what to ask the club', async () => {
      const { id } = (await app.deps.storage.partnerBySlug('ville'))!;
      await app.deps.storage.write((tx) => tx.partners.change(id, { status: 'paused' }));
      const ill = await examine(page(counter).replaceAll('{{club}}', club));
      await app.deps.storage.write((tx) => tx.partners.change(id, { status: 'active' }));
      assert.deepEqual(ill.codes, ['partner-paused']);
      assert.ok(ill.line('partner-paused').includes(two.host));
    });

    test('names a partner that nobody knows, and one that is missing', async () => {
      const html = page(
        '<ambassador-signup partner="vile"><a href="/">Rejoindre</a></ambassador-signup><ambassador-signup><a href="/">Rejoindre</a></ambassador-signup>',
      ).replaceAll('{{club}}', club);
      const ill = await examine(html);
      assert.deepEqual(ill.codes.toSorted(), ['partner-missing', 'partner-unknown']);
      assert.equal(ill.line('partner-unknown'), '<ambassador-signup partner="…">');
    });
  });

  test('weighs little enough to be fetched on a phone, words included', () => {
    assert.ok(readFileSync(join(built.folder, 'doctor.js')).length > 0);
    for (const locale of ['fr', 'de', 'en', 'gsw'])
      assert.ok(
        built.manifest.files['doctor.js']!.brotli + built.manifest.files[`lang/doctor.${locale}.js`]!.brotli <= 12_200,
      );
  });
});
