/** The built badge in a page of another origin: what it asks for, what it moves, paper, forced colours, the way back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { until } from '../support/until.ts';
import { badgeId, twoOrigins, type TwoOrigins } from './club-server.ts';
import { visit, type Visit } from './visit.ts';

let built: BuiltWidgets;
let browser: Browser;
let two: TwoOrigins;

before(async () => {
  built = await builtWidgets();
  two = await twoOrigins(built.folder);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await two?.close();
  built?.remove();
});

const status = `/b/${badgeId}/status.json`;
const image = `<a href="{{club}}/b/${badgeId}" rel="noopener"><img src="{{club}}/b/${badgeId}.svg" width="200" height="64" alt="Ambassadrice" loading="lazy"></a>`;
const badge = `<ambassador-badge badge="${badgeId}">${image}</ambassador-badge>`;
const policy =
  "default-src 'none'; script-src {{club}}; connect-src {{club}}; img-src {{club}}; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

function show(body: string, headers: Record<string, string> = {}, head = ''): Promise<Visit> {
  two.asked.length = 0;
  two.page(
    '/',
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${head}<script type="module" src="{{club}}/widgets/1/loader.js"></script></head><body>${body}</body></html>`,
    headers,
  );
  return visit(browser, `${two.host}/`);
}

const asked = () => two.asked.filter((line) => line.endsWith(status)).length;

test('asks for the loader, its file, the picture and the status, each once, under a strict policy', async () => {
  const page = await show(badge, { 'content-security-policy': policy });
  await page.untilDrawn('ambassador-badge', '.chip');
  await page.untilAsked(/\.svg$/);
  await page.page.waitForNetworkIdle();
  assert.deepEqual(
    page.requests.map((url) => new URL(url).pathname).toSorted(),
    ['/widgets/1/loader.js', '/widgets/1/badge.fr.js', `/b/${badgeId}.svg`, status].toSorted(),
  );
  await page.page.mouse.click(5, 5);
  await page.page.keyboard.press('Tab');
  await page.page.keyboard.press('Tab');
  await page.page.keyboard.press('Enter');
  const details = () => page.drawn('ambassador-badge', '[popover]');
  await until(async () => /Odile[^]*23 novembre 2026[^]*Signaler/.test(await details()), details);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.lines, []);
  await page.close();
});

test('draws the picture of a page that has none', async () => {
  const page = await show(`<ambassador-badge badge="${badgeId}" variant="seal"></ambassador-badge>`, {
    'content-security-policy': policy,
  });
  await page.untilDrawn('ambassador-badge', '.chip');
  assert.equal(await page.untilAsked(/\.svg$/), `${two.club}/b/${badgeId}-seal-auto.svg`);
  assert.deepEqual(await page.violations(), []);
  await page.close();
});

test('moves nothing, in view, below it, and while its details open', async () => {
  const shifts = `<script>window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value }).observe({ type: 'layout-shift', buffered: true })</script>`;
  const text = '<p>Un paragraphe de la page, qui ne doit pas bouger.</p>';
  const inline = `<p>Avant ${badge} après.</p>`;
  const page = await show(
    `${text}${badge}${text}${inline}${text}<div style="height: 3000px"></div>${badge}${text}${inline}${text}`,
    {},
    shifts,
  );
  await page.untilDrawn('ambassador-badge');
  await page.page.waitForNetworkIdle();
  await page.page.$eval('ambassador-badge', (element) => element.shadowRoot!.querySelector('button')!.click());
  for (const top of [200, 900, 3200, 4000, 3000, 0]) {
    await page.page.evaluate(`scrollTo(0, ${top})`);
    await new Promise((seen) => setTimeout(seen, 150));
  }
  await page.untilDrawn('ambassador-badge', '.chip');
  assert.equal(await page.page.evaluate('window.shifts'), 0);
  await page.close();
});

test('asks when it comes into view, and not before', async () => {
  const page = await show(`<div style="height: 3000px"></div>${badge}`);
  await page.untilDrawn('ambassador-badge');
  await page.page.waitForNetworkIdle();
  assert.equal(asked(), 0);
  await page.page.evaluate('scrollTo(0, 3000)');
  await page.untilDrawn('ambassador-badge', '.chip');
  assert.equal(asked(), 1);
  await page.close();
});

test('keeps words, border and sign where colours are forced, and its ground on paper', async () => {
  const page = await show(badge);
  await page.untilDrawn('ambassador-badge', '.chip');
  const looks = () =>
    page.page.$eval('ambassador-badge', (element) => {
      const root = element.shadowRoot!;
      const [chip, sign] = [root.querySelector('.chip')!, root.querySelector('path')!].map((one) =>
        getComputedStyle(one),
      );
      return {
        ground: chip!.backgroundColor,
        words: chip!.color,
        border: chip!.borderTopStyle,
        sign: sign!.stroke,
        exact: chip!.printColorAdjust,
        shown: root.querySelector('.chip')!.checkVisibility(),
      };
    });
  for (const scheme of ['light', 'dark']) {
    await page.page.emulateMediaFeatures([
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: scheme },
    ]);
    const { ground, words, border, sign } = await looks();
    assert.notEqual(words, ground);
    assert.notEqual(sign, ground);
    assert.equal(border, 'solid');
  }
  await page.page.emulateMediaFeatures([]);
  await page.page.emulateMediaType('print');
  const { exact, shown } = await looks();
  assert.deepEqual([exact, shown], ['exact', true]);
  await page.close();
});
