/** The built widgets on pages that make it hard for them: strict policies, other scripts, bent globals. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { version } from '../../api/contract/version.ts';
import { until } from '../support/until.ts';
import {
  all,
  allDrawn,
  allFallbacks,
  badge,
  counter,
  fallbacks,
  hostilePages,
  loader,
  quoted,
  signup,
  strict,
  testimonials,
} from './hostile-page.ts';

describe('the built widgets on a hostile page', () => {
  const pages = hostilePages();
  const { open } = pages;

  const typed = `${strict}; require-trusted-types-for 'script'; trusted-types lit-html`;

  for (const [name, policy] of [
    ['without any style of its own', strict],
    ['with trusted types', typed],
  ] as const)
    test(`shows styled widgets under a strict policy ${name}`, async () => {
      const page = await open(all, { 'content-security-policy': policy });
      await allDrawn(page);
      const numerals = await page.page.$eval(
        'ambassador-counter',
        (element) => getComputedStyle(element.shadowRoot?.querySelector('.base') as Element).fontVariantNumeric,
      );
      assert.equal(numerals, 'tabular-nums');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(page.lines, []);
    });

  test('loads through a nonce with strict-dynamic', async () => {
    const policy = `script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src {{club}}; default-src 'none'`;
    const head = loader.replace('<script', '<script nonce="abc"');
    const page = await open(all, { 'content-security-policy': policy }, head);
    await allDrawn(page);
    assert.deepEqual(await page.violations(), []);
  });

  for (const [what, policy] of [
    ['no trusted type is allowed', `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`],
    ['scripts are forbidden', "script-src 'none'"],
    ['the API may not be reached', strict.replace('connect-src {{club}}', "connect-src 'none'")],
  ] as const)
    test(`leaves the fallback where ${what}`, async () => {
      const page = await open(fallbacks, { 'content-security-policy': policy });
      await page.page.waitForNetworkIdle();
      await allFallbacks(page);
      for (const line of page.lines.filter((each) => !/Content.Security.Policy|Trusted ?Type/i.test(each)))
        assert.match(line, /^(?:warn|error): \[ambassador-[\w-]+\] .+\.$/);
    });

  test('asks for the loader, one file and one answer, whatever the address of the loader', async () => {
    for (const address of ['/widgets/1/loader.js', '/widgets/1/loader.js?ver=6.4', `/widgets/${version}/loader.js`]) {
      const page = await open(counter, {}, `<script type="module" src="{{club}}${address}"></script>`);
      await page.untilDrawn('ambassador-counter');
      await page.page.waitForNetworkIdle();
      assert.equal(page.requests.length, 3, page.requests.join(' '));
    }
  });

  test('is silent when it is loaded again: the same address, another one, another build', async () => {
    const again = [
      '/widgets/1/loader.js',
      '/widgets/1/loader.js?ver=2',
      '/widgets/1/kit.fr.js',
      '/widgets/1/ambassador-counter.de.js',
    ];
    const head = loader + again.map((path) => `<script type="module" src="{{club}}${path}"></script>`).join('');
    const page = await open(all, {}, head);
    await allDrawn(page);
    await page.page.waitForNetworkIdle();
    assert.deepEqual(page.lines, []);
  });

  test('lets a newer release take over from a loader that was cached before it', async () => {
    pages.two.rewrite = (name, code, url) =>
      name.startsWith('counter.') || url.searchParams.get('v') === '9.9.9' ? code.replaceAll(version, '9.9.9') : code;
    const page = await open(counter);
    await page.untilDrawn('ambassador-counter');
    assert.deepEqual(page.lines, []);
    assert.ok(page.requests.some((url) => url.endsWith('/loader.js?v=9.9.9')));
    const shown = await page.page.evaluate(() => customElements.get('ambassador-counter'));
    assert.ok(shown !== undefined);
  });

  test('leaves a tag that another script has taken, with one warning', async () => {
    const taken = `<script>customElements.define('ambassador-counter', class extends HTMLElement {})</script>`;
    const page = await open(all, {}, taken + loader);
    await page.untilDrawn('ambassador-signup', 'form');
    await page.untilSaid(/^warn: \[ambassador-counter\] Another script has defined this tag/);
    await page.page.waitForNetworkIdle();
    assert.equal(page.lines.length, 1, page.lines.join(' | '));
    assert.ok(await page.fallbackShows('ambassador-counter'));
  });

  test('is not bent by a polluted Object.prototype, and adds nothing to it', async () => {
    const polluted = {
      src: 'https://evil.example/',
      innerHTML: '<img src=x onerror=alert(1)>',
      headers: { 'x-evil': '1' },
      url: 'https://evil.example/',
      method: 'DELETE',
      body: 'evil',
      credentials: 'include',
      query: { evil: '1' },
      partner: { name: 'evil', members: 666 },
      code: 'evil',
      attributes: true,
      bubbles: false,
      domain: 'evil.example',
      variant: 'evil',
      mode: 'no-cors',
      integrity: 'sha384-evil',
    };
    const head = `<script>Object.assign(Object.prototype, ${JSON.stringify(polluted)})</script>${loader}`;
    const page = await open(counter.replace('partner="ville"', 'share') + signup + testimonials + badge, {}, head);
    await allDrawn(page);
    assert.doesNotMatch(await page.drawn('ambassador-counter'), /evil|666/);
    assert.deepEqual(
      // What the page before tells when it goes comes when it comes.
      pages.two.asked.toSorted().filter((line) => line.includes('/v1/') && line !== 'POST /v1/tallies'),
      ['GET /v1/counter', 'GET /v1/partners/ville?lang=fr', 'GET /v1/stories?partner=ville&lang=fr&limit=8'],
    );
    assert.ok(page.requests.every((url) => url.startsWith(pages.two.club)));
    const keys = await page.page.evaluate(() => Object.keys(Object.prototype));
    assert.deepEqual(keys.toSorted(), Object.keys(polluted).toSorted());
    assert.deepEqual(page.lines, []);
  });

  test('is not bent by elements named after what scripts ask the document for', async () => {
    const names = [
      'currentScript', 'body', 'head', 'forms', 'getElementById', 'querySelector', 'querySelectorAll', 'cookie',
      'config', 'documentElement', 'visibilityState', 'addEventListener', 'host', 'defaultView', 'baseURI', 'lang',
    ]; // prettier-ignore
    const clobbered =
      names.map((name) => `<img name="${name}" src="data:,">`).join('') +
      `<form lang="de"><input name="lang"><input name="getAttribute"><input name="closest">${counter}</form>`;
    const page = await open(clobbered + signup + testimonials + badge);
    await allDrawn(page);
    assert.match(await page.drawn('ambassador-counter'), /Mitglieder/);
    assert.ok(page.requests.filter((url) => !url.startsWith('data:')).every((url) => url.startsWith(pages.two.club)));
    assert.deepEqual(page.lines, []);
  });

  test('finds tags that are inserted late, in any language', async () => {
    const page = await open('<main></main>');
    await page.page.waitForNetworkIdle();
    assert.equal(page.requests.length, 1);
    await page.page.$eval('main', (main, markup) => (main.innerHTML = `<div lang="gsw">${markup}</div>`), counter);
    await page.untilDrawn('ambassador-counter');
    assert.match(await page.drawn('ambassador-counter'), /Botschàfter/);
    await page.page.$eval('main', (main, markup) => main.insertAdjacentHTML('beforeend', markup), counter);
    await page.page.waitForFunction(
      () => /membres|ambassadrices/.test([...document.querySelectorAll('ambassador-counter')].at(-1)?.shadowRoot?.textContent ?? ''),
    ); // prettier-ignore
    assert.deepEqual(page.lines, []);
  });

  test('asks for nothing when a foreign tag has a similar name', async () => {
    const page = await open('<ambassador-foo></ambassador-foo><ambassador-></ambassador->');
    await page.page.waitForNetworkIdle();
    assert.equal(page.requests.length, 1);
  });

  test("keeps its shape under the host's own sheet, and its fallback keeps the host's", async () => {
    const sheet = `<style>html { font-size: 62.5% } body { font: 1.6rem/2 serif; text-transform: uppercase; letter-spacing: 3px; text-indent: 40px; text-align: right; cursor: wait }
      * { color: rebeccapurple !important; margin: 9px !important; display: flex !important } button, input, svg { display: none !important }</style>`;
    const page = await open(signup + counter.replace('ville', 'unknown'), {}, sheet + loader);
    await page.untilDrawn('ambassador-signup', 'form .button');
    await page.untilDrawn('ambassador-counter', 'slot');
    const styles = await page.page.$eval('ambassador-signup', (element) => {
      const base = getComputedStyle(element.shadowRoot?.querySelector('.base') as Element);
      const button = element.shadowRoot?.querySelector('button');
      return [
        base.textTransform,
        base.letterSpacing,
        base.textIndent,
        base.cursor,
        base.fontSize,
        button?.checkVisibility(),
      ];
    });
    assert.deepEqual(styles, ['none', 'normal', '0px', 'auto', '16px', true]);
    const transform = await page.page.$eval('ambassador-counter > a', (link) => getComputedStyle(link).textTransform);
    assert.equal(transform, 'uppercase');
  });

  test('moves nothing while it takes over', async () => {
    const shifts = `<script>window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value }).observe({ type: 'layout-shift', buffered: true })</script>`;
    const text = '<p>Un paragraphe de la page, qui ne doit pas bouger.</p>';
    const closed = signup.replace(' open', '');
    const body = `<div>${counter}</div>${text}${closed}${text}${quoted}${text}<div style="height: 3000px"></div>${closed}${text}${quoted}${text}<ambassador-counter variant="figure"><a href="#">200</a></ambassador-counter>${text}`;
    const page = await open(body, {}, shifts + loader);
    await page.page.waitForFunction(() =>
      [...document.querySelectorAll('ambassador-counter')].every((each) => each.shadowRoot?.querySelector('.base')),
    );
    const stories = () =>
      page.page.$$eval('ambassador-testimonials', (each) =>
        each.map((one) => !!one.shadowRoot?.querySelector('.track')).join(),
      );
    // Those below the view come; those that somebody may be reading past do not.
    await until(async () => (await stories()).endsWith('true'), stories);
    await page.page.waitForNetworkIdle();
    assert.equal(await stories(), 'false,true');
    // And while the visitor goes through the page, past what could not be replaced before their eyes.
    for (const top of [300, 700, 1500, 3000, 5000, 700, 0]) {
      await page.page.evaluate(`scrollTo(0, ${top})`);
      await new Promise((seen) => setTimeout(seen, 150));
    }
    assert.equal(await page.page.evaluate('window.shifts'), 0);
  });

  test('leaves no global, no cookie and nothing in storage', async () => {
    const before = `<script>Object.defineProperty(window, Symbol.for('names'), { value: new Set(Reflect.ownKeys(window)) })</script>`;
    const page = await open(all, {}, before + loader);
    await allDrawn(page);
    const left = await page.page.evaluate(() => {
      const known = (window as unknown as Record<symbol, Set<string | symbol>>)[Symbol.for('names')];
      const added = Reflect.ownKeys(window).filter((key) => typeof key === 'string' && !known?.has(key));
      return [added, document.cookie, localStorage.length + sessionStorage.length];
    });
    assert.deepEqual(left, [[], '', 0]);
  });

  for (const name of ['kit.fr.js', 'ambassador-counter.fr.js'])
    test(`works from ${name} alone, pinned by its hash`, async () => {
      const { integrity } = pages.manifest.files[name] ?? {};
      const head = `<script type="module" crossorigin integrity="${integrity}" src="{{club}}/widgets/${version}/${name}"></script>`;
      const page = await open(`${counter}<div lang="en">${counter}</div>`, {}, head);
      await page.untilDrawn('ambassador-counter');
      assert.match(await page.drawn('ambassador-counter'), /ambassadrices|membres/);
      assert.deepEqual(
        page.requests.map((url) => new URL(url).pathname).toSorted(),
        [
          '/v1/counter',
          '/v1/counter',
          `/widgets/${version}/${name}`,
          `/widgets/${version}/lang/counter.en.js`,
        ].toSorted(),
      );
      assert.deepEqual(page.lines, []);
    });

  test('shows pictures and films of the club where the page allows them, and asks nobody else', async () => {
    const media = `${strict.replace("img-src 'none'", 'img-src {{club}}')}; media-src {{club}}`;
    const page = await open('<ambassador-testimonials layout="list" circle="film"></ambassador-testimonials>', {
      'content-security-policy': media,
    });
    await page.untilDrawn('ambassador-testimonials', '.film');
    // By hand: a browser loads no film that nobody pressed.
    await page.press('ambassador-testimonials', '.film');
    await page.untilDrawn('ambassador-testimonials', 'video');
    for (const kind of ['jpg', 'mp4', 'vtt'])
      await page.untilAsked(new RegExp(`^${pages.two.club}/media/.*\\.${kind}$`));
    await page.page.waitForNetworkIdle();
    const colour = await page.page.$eval(
      'ambassador-testimonials',
      (element) => getComputedStyle(element.shadowRoot?.querySelector('.frame') as Element).backgroundColor,
    );
    assert.equal(colour, 'rgb(122, 79, 58)');
    assert.deepEqual(await page.violations(), []);
    // The browser draws its own controls from addresses that ask nobody.
    assert.ok(page.requests.filter((url) => !url.startsWith('data:')).every((url) => url.startsWith(pages.two.club)));
  });

  test('the report form is loaded when it is asked for, and not before', async () => {
    const page = await open(testimonials, { 'content-security-policy': typed });
    await page.untilDrawn('ambassador-testimonials', '.track');
    assert.ok(!page.requests.some((url) => url.includes('/parts/')));
    await page.page.$eval('ambassador-testimonials', (element) =>
      element.shadowRoot?.querySelector<HTMLElement>('button[part="report"]')?.click(),
    );
    await page.untilDrawn('ambassador-testimonials', 'form');
    assert.ok(page.requests.some((url) => url.includes('/parts/testimonials-report.js?v=')));
    assert.deepEqual(await page.violations(), []);
  });

  test('the kit has in it what a form loads at first touch', async () => {
    const head = '<script type="module" src="{{club}}/widgets/1/kit.fr.js"></script>';
    const page = await open(signup, {}, head);
    await page.untilDrawn('ambassador-signup', 'form');
    await page.page.$eval('ambassador-signup', (element) => element.shadowRoot?.querySelector('input')?.focus());
    // The touch was noticed.
    await page.untilAsked(/\/v1\/challenges/);
    await page.page.waitForNetworkIdle();
    assert.deepEqual(
      pages.two.asked.filter((line) => /parts|lang\//.test(line)),
      [],
    );
  });
});
