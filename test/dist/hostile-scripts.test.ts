/** However the script gets into the page, and whatever other scripts have left there before it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { version } from '../../api/contract/version.ts';
import { all, allDrawn, allFallbacks, counter, fallbacks, hostilePages, loader, strict } from './hostile-page.ts';

const module = (path: string) => `<script type="module" src="{{club}}${path}"></script>`;
const before = (code: string) => `<script>${code}</script>${loader}`;

describe('the script', () => {
  const pages = hostilePages();

  for (const [where, head, body] of [
    ['in the head', loader, all],
    ['in the head, without waiting', loader.replace('<script', '<script async'), all],
    ['at the end of the page', '', all + loader],
    ['between the widgets', '', counter + loader + all.replace(counter, '')],
    [
      'from a tag manager',
      '',
      `${all}<script>addEventListener('load', () => { const tag = document.createElement('script'); tag.type = 'module'; tag.async = true; tag.src = '{{club}}/widgets/1/loader.js'; document.head.append(tag) })</script>`,
    ],
    [
      'from a tag manager that writes HTML',
      '',
      `${all}<script>document.body.append(document.createRange().createContextualFragment('<scr' + 'ipt type="module" src="{{club}}/widgets/1/loader.js"></scr' + 'ipt>'))</script>`,
    ],
    ['from the page itself, as an import', '<script type="module">import "{{club}}/widgets/1/loader.js"</script>', all],
    ['in a page with a base elsewhere', `<base href="https://elsewhere.example/deep/">${loader}`, all],
    ['with defer, which a module has anyway', loader.replace('<script', '<script defer'), all],
  ] as const)
    test(`works ${where}`, async () => {
      const page = await pages.open(body, {}, head);
      await allDrawn(page);
      assert.deepEqual(page.lines, []);
    });

  for (const [what, code] of [
    ['with a loader of AMD modules', 'window.define = function () { throw Error("caught by AMD") }; define.amd = {}'],
    [
      'that leaks CommonJS',
      'window.exports = {}; window.module = { exports }; window.require = () => { throw Error() }',
    ],
    ['with a System loader', 'window.System = { register() { throw Error("caught by System") } }'],
    [
      'whose currentScript lies',
      `Object.defineProperty(document, 'currentScript', { get: () => ({ src: 'https://evil.example/x.js', dataset: {} }) })`,
    ],
    [
      'with old polyfills',
      `Array.prototype.last = function () { return this.at(-1) }; String.prototype.reverse = () => '';
       Function.prototype.toJSON = Element.prototype.toJSON = () => ({})`,
    ],
    [
      'that listens to everything that is removed and added',
      `new MutationObserver((all) => all.length).observe(document, { childList: true, subtree: true, attributes: true })`,
    ],
    ['that posts messages of no form', `setInterval(() => { postMessage(null, '*'); postMessage('{', '*') }, 5)`],
  ] as const)
    test(`works in a page ${what}`, async () => {
      const page = await pages.open(all, {}, before(code));
      await allDrawn(page);
      assert.deepEqual(page.lines, []);
    });

  test('says one thing where an optimiser has made a classic script of it, and the fallback stays', async () => {
    const page = await pages.open(fallbacks, {}, '<script src="{{club}}/widgets/1/loader.js"></script>');
    await page.untilSaid(/outside a module/);
    await page.page.waitForNetworkIdle();
    await allFallbacks(page);
    assert.equal(page.lines.length, 1, page.lines.join(' | '));
    assert.equal(page.requests.length, 1);
  });

  test('shares a page with another major version: the first one stays, without a word', async () => {
    pages.two.rewrite = (_name, code, url) =>
      url.pathname.startsWith('/widgets/2/') ? code.replaceAll(version, '2.0.0') : code;
    for (const [first, second] of [
      ['/widgets/1/loader.js', '/widgets/2/loader.js'],
      ['/widgets/2/loader.js', '/widgets/1/loader.js'],
      ['/widgets/2/kit.fr.js', '/widgets/1/loader.js'],
    ] as const) {
      const page = await pages.open(all, {}, module(first) + module(second));
      await allDrawn(page);
      await page.page.waitForNetworkIdle();
      assert.deepEqual(page.lines, []);
      assert.ok(page.requests.some((url) => url.includes('/widgets/2/')));
      const drawn = await page.page.$$eval('ambassador-signup', (each) =>
        each.map((one) => one.shadowRoot?.querySelectorAll('form').length),
      );
      assert.deepEqual(drawn, [1]);
    }
  });

  test('takes over from a version whose tag is there already, for the tags that are not', async () => {
    // A page with last year's counter alone, and this year's loader.
    pages.two.rewrite = (name, code, url) =>
      url.pathname.startsWith('/widgets/0/') && name.startsWith('ambassador-counter')
        ? code.replaceAll(version, '0.9.0')
        : code;
    const page = await pages.open(all, {}, module('/widgets/0/ambassador-counter.fr.js') + loader);
    await allDrawn(page);
    const versions = await page.page.evaluate(() =>
      ['counter', 'signup'].map((name) => Reflect.get(customElements.get(`ambassador-${name}`)!, 'ambassadorVersion')),
    );
    assert.deepEqual(versions, ['0.9.0', version]);
    assert.deepEqual(page.lines, []);
  });

  test('shows partners, languages and settings side by side, each as it says', async () => {
    const page = await pages.open(
      `<ambassador-counter partner="ville" share>1</ambassador-counter>
       <ambassador-counter partner="ville" lang="de" no-goal>2</ambassador-counter>
       <div lang="en"><ambassador-signup partner="ville" open circle="habitants"></ambassador-signup></div>
       <ambassador-signup partner="bakery" open lang="gsw"></ambassador-signup>
       <ambassador-testimonials partner="ville" layout="single"></ambassador-testimonials>
       <ambassador-testimonials partner="bakery" layout="wall" limit="3" lang="de"></ambassador-testimonials>`,
    );
    await page.untilDrawn('ambassador-counter');
    await page.untilDrawn('ambassador-signup', 'form');
    await page.untilDrawn('ambassador-testimonials', '.card');
    const languages = await page.page.evaluate(() =>
      [...document.querySelectorAll('ambassador-counter, ambassador-signup, ambassador-testimonials')].map((each) =>
        each.shadowRoot?.querySelector('.base')?.getAttribute('lang'),
      ),
    );
    assert.deepEqual(languages, ['fr', 'de', 'en', 'gsw', 'fr', 'de']);
    const asked = pages.two.asked.filter((line) => line.includes('/v1/')).map((line) => line.replace('GET ', ''));
    for (const line of [
      '/v1/partners/ville?lang=en',
      '/v1/partners/bakery?lang=gsw',
      '/v1/stories?partner=ville&lang=fr&limit=1',
      '/v1/stories?partner=bakery&lang=de&limit=3',
    ])
      assert.ok(asked.includes(line), `${line} in ${asked.join(' ')}`);
    assert.match(await page.drawn('ambassador-counter'), /dont 37|37/);
    assert.deepEqual(page.lines, []);
  });

  test('reads nothing from data attributes, whatever JSON stands in them', async () => {
    const evil = `data-props='{"__proto__":{"partner":"evil","polluted":1},"constructor":{"prototype":{"polluted":1}}}' data-api="https://evil.example"`;
    const page = await pages.open(all.replaceAll(/<(ambassador-\w+)/g, `<$1 ${evil}`));
    await allDrawn(page);
    assert.equal(await page.page.evaluate(() => Reflect.get({}, 'polluted')), undefined);
    assert.ok(page.requests.every((url) => url.startsWith(pages.two.club)));
    assert.deepEqual(page.lines, []);
  });

  test('is not bent by answers that carry __proto__', async () => {
    pages.two.intercept = (url, response) => {
      if (url.pathname !== '/v1/counter') return false;
      response.setHeader('content-type', 'application/json');
      response.end(
        '{"members":237,"goal":{"members":1000,"date":"2099-12-31","__proto__":{"polluted":1}},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      );
      return true;
    };
    const page = await pages.open(counter);
    await page.untilDrawn('ambassador-counter');
    assert.match(await page.drawn('ambassador-counter'), /237/);
    assert.equal(await page.page.evaluate(() => Reflect.get({}, 'polluted')), undefined);
  });

  for (const [what, headers] of [
    [
      'that isolates itself',
      { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
    ],
    ['that isolates itself without credentials', { 'cross-origin-embedder-policy': 'credentialless' }],
    ['that tells nobody where it is', { 'referrer-policy': 'no-referrer' }],
    [
      'that may use nothing of the device',
      { 'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-write=()' },
    ],
    ['whose address does not count as a file type', { 'x-content-type-options': 'nosniff' }],
    [
      'that tries a stricter policy, and only reports',
      { 'content-security-policy-report-only': `${strict.replace('script-src {{club}}', "script-src 'none'")}` },
    ],
  ] as const)
    test(`works in a page ${what}`, async () => {
      const page = await pages.open(all, headers);
      await allDrawn(page);
      // A policy that only reports speaks in the console; everybody else is silent.
      if (!('content-security-policy-report-only' in headers)) assert.deepEqual(page.lines, []);
    });

  for (const [what, body] of [
    ['a sandboxed frame', `<iframe sandbox="allow-scripts" srcdoc="{{page}}" width="600" height="900"></iframe>`],
    ['a data: address', `<iframe src="data:text/html,{{encoded}}" width="600" height="900"></iframe>`],
  ] as const)
    test(`keeps the fallback in ${what}, which has no origin, and says so once for each widget`, async () => {
      pages.two.intercept = (url, response, request) => {
        // As the club does: who says no origin is on no partner's list.
        if (!url.pathname.startsWith('/v1/') || request.headers.origin !== 'null') return false;
        response.writeHead(403, { 'content-type': 'application/problem+json' });
        response.end('{"type":"about:blank","title":"No","status":403,"code":"origin_not_allowed","requestId":"x"}');
        return true;
      };
      const inner = `<!doctype html><meta charset="utf-8">${loader}${counter}${fallbacks}`.replaceAll('{{club}}', pages.two.club);
      const page = await pages.open(
        body.replace('{{page}}', inner.replaceAll('"', '&quot;')).replace('{{encoded}}', encodeURIComponent(inner)),
        {},
        '',
      );
      await page.untilSaid(/\[ambassador-signup\] .+ refuses partner="ville" on null \(origin_not_allowed\)\. A file or sandboxed frame has no origin: use a page of your site\. The content between the tags stays\.$/);
      await page.page.waitForNetworkIdle();
      const frame = page.page.frames()[1]!;
      const shown = await frame.evaluate(
        (names) => names.map((name) => document.querySelector(name)?.firstElementChild?.checkVisibility()),
        ['ambassador-counter', 'ambassador-signup', 'ambassador-testimonials'],
      );
      assert.deepEqual(shown, [true, true, true]);
    }); // prettier-ignore
});
