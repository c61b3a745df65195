/** The club is down, slow or talks nonsense: the page keeps what it has, and can tell. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { allFallbacks, all, allDrawn, counter, fallbacks, hostilePages, html, loader } from './hostile-page.ts';
import { newPage } from '../support/browser.ts';

/** Keeps the names of the elements that said that they could not be loaded, and when. */
const listening = `<script>
  window.failed = [];
  addEventListener('ambassador-load-error', (event) => failed.push(event.target.localName));
  addEventListener('error', (event) => event.target.localName === 'script' && failed.push('script'), true);
</script>`;

const short = `window.short = (time) => (window.longest = Math.max(window.longest ?? 0, time), time > 4000 ? time / 16 : time);`;
/** A page where eight seconds without a file are half a second: what counts is that the clock rings. */
const impatient = `<script>${short} {
  const { setTimeout: real } = window;
  window.setTimeout = (work, time = 0, ...rest) => real(work, window.short(time), ...rest);
}</script>`;
/** The same for eight seconds without an answer. Files may take their time. */
const impatientForAnswers = `<script>${short} {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (time) => timeout.call(AbortSignal, window.short(time));
}</script>`;

const asking = ['ambassador-counter', 'ambassador-signup', 'ambassador-testimonials'];

describe('the widgets while the club does not do its part', () => {
  const pages = hostilePages();
  const failed = (page: { page: { evaluate(code: string): Promise<unknown> } }) =>
    page.page.evaluate('[...new Set(window.failed)].sort()');

  for (const [what, answer, lines] of [
    ['hangs up', (response: ServerResponse) => response.destroy(), /gives no answer \(offline\)/],
    ['answers 500', (response: ServerResponse) => response.writeHead(500).end('{}'), /gives no answer \(server\)/],
    [
      'sends a page instead of an answer',
      (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wartung</h1>'),
      /gives no answer \(server\)/,
    ],
    [
      'sends half an answer',
      (response: ServerResponse) => response.writeHead(200).end('{"members": 2'),
      /gives no answer/,
    ],
    ['answers null', (response: ServerResponse) => response.writeHead(200).end('null'), /gives no answer/],
    [
      'sends it elsewhere',
      (response: ServerResponse) => response.writeHead(302, { location: 'https://elsewhere.invalid/' }).end(),
      /gives no answer \(offline\)/,
    ],
    [
      'wants to be asked less often',
      (response: ServerResponse) => response.writeHead(429, { 'retry-after': '60' }).end('{"code":"rate_limited"}'),
      /rate_limited/,
    ],
    ['has gone', (response: ServerResponse) => response.writeHead(410).end(), /refuses partner="ville"/],
  ] as const)
    // prettier-ignore
    test(`keep the fallback where it ${what}, say so once each, and tell the page`, async () => {
      pages.two.intercept = (url, response) => {
        if (!url.pathname.startsWith('/v1/') && !url.pathname.endsWith('/status.json')) return false;
        answer(response);
        return true;
      };
      const page = await pages.open(fallbacks, {}, listening + loader);
      for (const tag of asking) await page.untilSaid(new RegExp(`^warn: \\[${tag}\\] .*(?:${lines.source})`));
      await page.page.waitForNetworkIdle();
      await allFallbacks(page);
      assert.deepEqual(
        ((await failed(page)) as string[]).filter((tag) => tag !== 'ambassador-story-form'),
        asking,
      );
      const said = page.lines.filter((line) => line.includes('[ambassador-'));
      assert.equal(new Set(said).size, said.length, said.join(' | '));
      assert.ok(!page.lines.some((line) => line.startsWith('uncaught')), page.lines.join(' | '));
    });

  test('keep the fallback while it is silent, and give up', async () => {
    pages.two.intercept = (url) => url.pathname.startsWith('/v1/');
    const page = await pages.open(fallbacks, {}, impatientForAnswers + listening + loader);
    // The fallback is there from the start, not when it is given up.
    await allFallbacks(page);
    await page.page.waitForFunction('window.failed.length >= 3');
    await allFallbacks(page);
    assert.equal(await page.page.evaluate('window.longest'), 8000);
    await page.untilSaid(/\(timeout\)\. Check "api" and connect-src\./);
  });

  for (const [what, intercept] of [
    ['is not there', (response: ServerResponse) => void response.writeHead(404).end()],
    [
      'is a page',
      (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>404</h1>'),
    ],
    [
      'breaks off',
      (response: ServerResponse) =>
        void response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end('export const version = "1.0.0"; export function ins'),
    ],
    ['never comes', () => undefined],
  ] as const)
    // prettier-ignore
    test(`keep the fallback where a widget's file ${what}, and tell the page`, async () => {
      pages.two.intercept = (url, response) => {
        if (!/\/counter\.\w+\.js/.test(url.pathname)) return false;
        intercept(response);
        return true;
      };
      const page = await pages.open(counter, {}, impatient + listening + loader);
      await page.page.waitForFunction('window.failed.length');
      assert.deepEqual(await failed(page), ['ambassador-counter']);
      assert.equal(await page.page.evaluate('window.longest'), 8000);
      assert.ok(await page.fallbackShows('ambassador-counter'));
      await page.untilSaid(
        /^error: \[ambassador-counter\] Could not be loaded \(.+\)\. Check script-src\. The content between the tags stays\.$/,
      );
      const said = page.lines.filter((line) => line.includes('[ambassador-'));
      assert.equal(said.length, 1, said.join(' | '));
    });

  for (const [what, script, headers] of [
    ['is not there', loader.replace('loader.js', 'gone.js'), {}],
    ['is refused by the policy', loader, { 'content-security-policy': "script-src 'unsafe-inline'" }],
    ['is not the one that was pinned', loader.replace('<script', '<script crossorigin integrity="sha384-AAAA"'), {}],
    ['stands on a machine that is off', loader.replace('{{club}}', 'http://127.0.0.1:9'), {}],
  ] as const)
    test(`leave the page as it is where the script ${what}, and the page can tell`, async () => {
      const page = await pages.open(fallbacks, headers, listening + script);
      await page.page.waitForFunction('window.failed.length');
      await page.page.waitForNetworkIdle();
      await allFallbacks(page);
      assert.deepEqual(await failed(page), ['script']);
      assert.equal(await page.page.evaluate(`document.querySelectorAll(':not(:defined)').length`), 5);
    });

  test('leave the page as it is while the script does not come, and hold nothing up', async () => {
    pages.two.intercept = (url) => url.pathname.endsWith('loader.js');
    pages.two.page('/', html(fallbacks, loader));
    const context = await pages.browser.createBrowserContext();
    const page = await newPage(context);
    // A module that hangs holds the page's "load" back, but not the page.
    await page.goto(`${pages.two.host}/`, { waitUntil: [] });
    await page.waitForSelector('ambassador-story-form > a', { visible: true });
    const shown = await page.$$eval('body > * > *', (each) => each.every((one) => one.checkVisibility()));
    assert.ok(shown);
    await context.close();
  });

  test('come back when the club does, without the page being loaded again', async () => {
    let down = true;
    pages.two.intercept = (url, response) => {
      if (!down || !url.pathname.startsWith('/v1/')) return false;
      response.writeHead(503).end();
      return true;
    };
    const page = await pages.open(all, {}, listening + loader);
    await page.page.waitForFunction('new Set(window.failed).size === 3');
    down = false;
    await page.page.evaluate(`
      for (const tag of ['counter', 'signup', 'testimonials']) {
        const element = document.querySelector('ambassador-' + tag);
        element.replaceWith(element.cloneNode(true));
      }`);
    await allDrawn(page);
  });
});
