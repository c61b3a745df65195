/** The npm package in a real browser: as plain modules, drawn by a server first, under a name of its own, in React. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { isDeepStrictEqual } from 'node:util';
import { launchBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { project, type Project } from '../support/package.ts';
import { badgeId, twoOrigins, type TwoOrigins } from './club-server.ts';
import { visit, type Visit } from './visit.ts';

const script = { 'content-type': 'text/javascript; charset=utf-8' };
const counter =
  '<ambassador-counter partner="ville"><a href="https://club.example/">200 membres</a></ambassador-counter>';
const badge = `<ambassador-badge badge="${badgeId}"><a href="https://club.example/b/${badgeId}">Ambassadrice</a></ambassador-badge>`;
const stories = '<ambassador-testimonials partner="ville"><blockquote>Une ville qui se relève.</blockquote></ambassador-testimonials>'; // prettier-ignore
const shifts = `<script>window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value }).observe({ type: 'layout-shift', buffered: true })</script>`;

/** What a page without a bundler writes: where its modules are. */
const map = (lit = '/lit.js') =>
  `<script type="importmap">{ "imports": { "lit": "${lit}", "ambassador-widgets": "/npm/index.js", "ambassador-widgets/": "/npm/" } }</script>`;
const setClub = `import { setClub } from 'ambassador-widgets'; setClub('{{club}}');`;

describe('the npm package in a browser', () => {
  let site: Project;
  let browser: Browser;
  let two: TwoOrigins;
  let visited: Visit | undefined;

  before(async () => {
    site = await project(false);
    for (const name of ['@lit-labs/ssr', '@lit-labs/ssr-client', 'react', 'react-dom']) site.link(name);
    // The pages are the host's; of the built widgets the club serves none.
    two = await twoOrigins(site.path);
    for (const name of globSync('**/*.js', { cwd: site.installed }))
      two.page(`/npm/${name}`, readFileSync(join(site.installed, name), 'utf8'), script);
    await serve('/lit.js', `export * from 'lit';`);
    await serve('/lit-hydrating.js', `import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; export * from 'lit';`); // prettier-ignore
    browser = await launchBrowser();
  });
  afterEach(async () => {
    two.asked.length = 0;
    await visited?.close();
    visited = undefined;
  });
  after(async () => {
    await browser?.close();
    await two?.close();
    site?.remove();
  });

  /** Bundles a module and puts it at a path of the host's. */
  async function serve(path: string, code: string): Promise<void> {
    site.write('entry.js', code);
    const chunks = await site.bundle('entry.js', { format: 'lib' });
    for (const [name, text] of chunks) two.page(name === 'entry.js' ? path : `/${name}`, text, script);
  }

  async function open(body: string, head = map(), lang = 'fr'): Promise<Visit> {
    two.page('/', `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`); // prettier-ignore
    visited = await visit(browser, `${two.host}/`);
    return visited;
  }

  const module = (code: string) => `<script type="module">${code}</script>`;
  const modulesAsked = (page: Visit, part: string) =>
    page.requests.map((url) => new URL(url).pathname).filter((path) => path.includes(part));

  test('works as modules without a bundler, and finds one language after the other', async () => {
    const page = await open(counter + module(`${setClub} import 'ambassador-widgets/define/counter.js';`), map(), 'de');
    await page.untilDrawn('ambassador-counter');
    assert.match(await page.drawn('ambassador-counter'), /237 Botschafterinnen/);
    assert.deepEqual(modulesAsked(page, '/lang/'), ['/npm/lang/counter.de.js']);
    await page.page.evaluate(() => document.documentElement.setAttribute('lang', 'gsw'));
    await page.page.waitForFunction(() => document.querySelector('ambassador-counter')?.shadowRoot?.textContent?.includes('Botschàfter')); // prettier-ignore
    assert.deepEqual(modulesAsked(page, '/lang/'), ['/npm/lang/counter.de.js', '/npm/lang/counter.gsw.js']);
    assert.deepEqual(page.lines, []);
  });

  test('a form loads what it needs at first touch', async () => {
    const signup = '<ambassador-signup partner="ville" open></ambassador-signup>';
    const page = await open(signup + module(`${setClub} import 'ambassador-widgets/define/signup.js';`));
    await page.untilDrawn('ambassador-signup', 'form');
    await page.page.$eval('ambassador-signup', (each) => each.shadowRoot?.querySelector('input')?.focus());
    await page.untilAsked(/\/v1\/challenges/);
    await page.page.waitForNetworkIdle();
    assert.deepEqual(
      page.lines.filter((line) => !line.includes('404')),
      [],
    );
  });

  test('says once that it knows no club, asks nobody, and leaves what the page has', async () => {
    const page = await open(counter + badge + module(`import 'ambassador-widgets/kit.js';`));
    for (const tag of ['counter', 'badge'])
      await page.untilSaid(new RegExp(`^warn: \\[ambassador-${tag}\\] No club is known\\.`));
    await page.page.waitForNetworkIdle();
    assert.ok(await page.fallbackShows('ambassador-counter'));
    assert.ok(await page.fallbackShows('ambassador-badge'));
    assert.equal(page.lines.filter((line) => line.startsWith('warn: [ambassador-counter] No club is known. Add api=')).length, 1); // prettier-ignore
    // Once for each element, whatever else it has tried.
    await page.page.evaluate(() => document.querySelector('ambassador-counter')?.setAttribute('partner', 'chamber'));
    await page.page.waitForNetworkIdle();
    assert.equal(page.lines.length, 2, page.lines.join('\n'));
    assert.deepEqual(
      page.requests.filter((url) => /\/v1\/|\/b\//.test(url)),
      [],
    );
  });

  test('works under another name where the tag is taken, and speaks under that name', async () => {
    const body = `<ambassador-counter>Theirs</ambassador-counter><club-counter partner="ville"></club-counter><club-signup><a href="#">Join</a></club-signup>`;
    const code = `${setClub}
      import { AmbassadorCounter, AmbassadorSignup } from 'ambassador-widgets';
      customElements.define('ambassador-counter', class Theirs extends HTMLElement {});
      customElements.define('club-counter', class extends AmbassadorCounter {});
      customElements.define('club-signup', class extends AmbassadorSignup {});
      await import('ambassador-widgets/define/counter.js');`;
    const page = await open(body + module(code));
    await page.untilDrawn('club-counter');
    await page.untilDrawn('club-signup', '.box');
    assert.match(await page.drawn('club-counter'), /237 ambassadrices/);
    await page.untilSaid(/^warn: \[ambassador-counter\] Another script has defined this tag/);
    await page.untilSaid(/^warn: \[club-signup\] "partner" is missing\. Add it, e\.g\. <club-signup partner=/);
    assert.equal(page.lines.length, 2, page.lines.join('\n'));
  });

  describe('drawn by a server', () => {
    let drawn: string;

    before(() => {
      site.write(
        'draw.js',
        `import { render } from '@lit-labs/ssr';
         import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
         import { html } from 'lit';
         import 'ambassador-widgets/kit.js';
         import 'ambassador-widgets/define/story-form.js';
         // Texts that are here already change nothing of what a server knows.
         import 'ambassador-widgets/lang/badge.fr.js';
         const { log } = console;
         console.log = console.warn = console.error = (text) => { throw new Error(text); };
         log(await collectResult(render(html\`<div>${counter}</div><p>A</p>${stories}<p>B</p>${badge}<p>C</p>
           <ambassador-signup partner="ville"><a href="#">Join</a></ambassador-signup>
           <ambassador-story-form partner="ville"><a href="#">Tell</a></ambassador-story-form>\`)));`,
      );
      drawn = site.run('draw.js');
    });

    test('shows what the page has between the tags before any script runs', async () => {
      assert.equal(drawn.match(/<template shadowroot="open" shadowrootmode="open"><style>/g)?.length, 5, drawn);
      const page = await open(drawn);
      for (const tag of ['counter', 'testimonials', 'badge', 'signup', 'story-form'])
        assert.ok(await page.fallbackShows(`ambassador-${tag}`), tag);
      const accent = await page.page.$eval('ambassador-counter', (each) => getComputedStyle(each).getPropertyValue('--_accent')); // prettier-ignore
      assert.equal(accent, '#d13a1e');
    });

    for (const [how, lit] of [
      ['by itself', '/lit.js'],
      ['beside a script for hydration', '/lit-hydrating.js'],
    ] as const)
      test(`is taken over ${how}, without a word and without moving anything`, async () => {
        const code = `${setClub} import 'ambassador-widgets/kit.js';`;
        const page = await open(drawn + module(code), shifts + map(lit));
        await page.untilDrawn('ambassador-counter');
        assert.match(await page.drawn('ambassador-counter'), /237 ambassadrices|237 membres/);
        await page.untilDrawn('ambassador-badge', '.chip');
        assert.match(await page.drawn('ambassador-badge'), /Badge valable/);
        // The kit defines them one after the other, when the page has nothing better to do.
        const left = () =>
          page.page.evaluate(() =>
            ['counter', 'testimonials', 'badge', 'signup'].map((name) => {
              const root = document.querySelector(`ambassador-${name}`)?.shadowRoot;
              return [root?.querySelectorAll('style').length, (root?.querySelectorAll('slot').length ?? 9) < 2, !!root?.adoptedStyleSheets.length]; // prettier-ignore
            }),
          );
        await until(async () => isDeepStrictEqual(await left(), Array(4).fill([0, true, true])), async () => JSON.stringify(await left())); // prettier-ignore
        assert.equal(await page.page.evaluate('window.shifts'), 0);
        assert.deepEqual(page.lines, []);
      });
  });

  describe('in React', () => {
    const app = `
      import { createElement as h, StrictMode } from 'react';
      import { AmbassadorBadge, AmbassadorCounter, AmbassadorSignup } from 'ambassador-widgets/react';
      export const App = ({ name, api, heard, seen, children }) => h(StrictMode, null, h('main', { id: name },
        h(AmbassadorCounter, { api, partner: 'ville', noGoal: name === 'two', share: false, className: 'figures', ref: seen, onCounterChange: heard }, h('a', { href: '#' }, '200 membres')),
        h(AmbassadorSignup, { api, partner: 'ville', open: true }, h('a', { href: '#join' }, 'Join'))));`;

    test('a server prints the tags with their attributes and what is between them', () => {
      site.write('app.js', app);
      site.write('print.js', `import { renderToString } from 'react-dom/server'; import { createElement as h } from 'react'; import { App } from './app.js';
        console.log(renderToString(h(App, { name: 'two', api: 'https://club.example', heard() {} })));`); // prettier-ignore
      assert.equal(
        site.run('print.js').trim(),
        '<main id="two"><ambassador-counter api="https://club.example" partner="ville" no-goal="" class="figures"><a href="#">200 membres</a></ambassador-counter>' +
          '<ambassador-signup api="https://club.example" partner="ville" open=""><a href="#join">Join</a></ambassador-signup></main>',
      );
    });

    test('mounts twice in strict mode, is told of each event once, follows its props, and leaves nothing', async () => {
      site.write('app.js', app);
      await serve('/react.js', `
        import { createElement as h } from 'react';
        import { createRoot, hydrateRoot } from 'react-dom/client';
        import { App } from './app.js';
        const told = (window.told = []);
        const refs = (window.refs = []);
        const seen = (element) => { refs.push(element?.localName ?? null); };
        const view = (name) => h(App, { name, api: '{{club}}', seen, heard: ({ detail }) => told.push(detail.members) });
        let root;
        window.show = (name) => { root ??= createRoot(document.querySelector('#root')); root.render(view(name)); };
        window.hide = () => { root.unmount(); root = undefined; };
        window.hydrate = () => { root = hydrateRoot(document.querySelector('#server'), view('two')); };
      `); // prettier-ignore
      site.write('print.js', `import { renderToString } from 'react-dom/server'; import { createElement as h } from 'react'; import { App } from './app.js';
        console.log(renderToString(h(App, { name: 'two', api: '${two.club}' })));`); // prettier-ignore
      const printed = site.run('print.js').trim();
      const page = await open(`<div id="root"></div><div id="server">${printed}</div><script type="module" src="/react.js"></script>`); // prettier-ignore
      const told = () => page.page.evaluate(() => (window as unknown as { told: number[] }).told);
      const call = (code: string) => page.page.evaluate(`void window.${code}`);
      const attribute = (name: string) => page.page.$eval('#root ambassador-counter', (each, key) => each.getAttribute(key), name); // prettier-ignore

      // What the server printed is taken over as it is; React would say if it were not. However late that is, nothing
      // is told before somebody listens.
      assert.ok(await page.fallbackShows('ambassador-counter'));
      await call('hydrate()');
      await page.page.waitForFunction(() => (window as unknown as { told: number[] }).told.length === 1);
      await call('hide()');
      for (const round of [2, 3]) {
        await call(`show('one')`);
        await page.page.waitForFunction((count) => (window as unknown as { told: number[] }).told.length === count, {}, round); // prettier-ignore
        await page.page.waitForFunction(() => document.querySelector('#root ambassador-signup')?.shadowRoot?.querySelector('form')); // prettier-ignore
        assert.equal(await attribute('no-goal'), null);
        await call(`show('two')`);
        await page.page.waitForFunction(() =>
          document.querySelector('#root ambassador-counter')?.hasAttribute('no-goal'),
        );
        assert.equal(await attribute('class'), 'figures');
        await call('hide()');
        assert.equal(await page.page.$eval('#root', (each) => each.childNodes.length), 0);
      }
      await page.page.waitForNetworkIdle();
      assert.deepEqual(await told(), [237, 237, 237]);
      const refs = await page.page.evaluate(() => (window as unknown as { refs: (string | null)[] }).refs);
      assert.ok(refs.includes('ambassador-counter'));
      assert.equal(refs.at(-1), null);
      assert.equal(await page.page.$$eval('ambassador-counter, ambassador-signup', (each) => each.length), 0);
      assert.deepEqual(
        page.lines.filter((line) => !line.includes('React DevTools')),
        [],
      );
    });
  });
});
