/** The recipes for webmasters, on the page that shows them: what is told, with which details, and what can be chosen. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';
import { openWatched, type Watched } from '../support/watched.ts';
import { press, write } from '../support/hand.ts';
import { appears, until } from '../support/until.ts';

let demo: TestDemo;
let browser: Browser;
let webmaster: Watched;
before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
  webmaster = await openWatched(browser, demo);
  await webmaster.page.goto(
    `${demo.club}/demo/widgets/events.html?circle=habitants&firstName=Eve&email=eve@exemple.fr`,
  );
  await appears(webmaster.page, inside('form'));
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

const inside = (selector: string) => `#stand ambassador-signup >>> ${selector}`;
const valueOf = (selector: string) =>
  webmaster.page.$eval(inside(selector), (field) => (field as HTMLInputElement).value);
const linesOf = (selector: string) =>
  webmaster.page.$$eval(`${selector} li`, (lines) => lines.map((line) => line.textContent ?? ''));

/** Presses a button of the page's own, and waits for so many lines of what the page is told. */
async function pressed(button: string, lines: number): Promise<string[]> {
  await press(webmaster.page, button);
  await webmaster.page.waitForFunction(
    (count) => document.querySelectorAll('[data-events] li').length >= count,
    {},
    lines,
  );
  return linesOf('[data-events]');
}

test('what is shown to be copied is what runs', async () => {
  const runs = readFileSync(new URL('../../demo/widgets/recipes.js', import.meta.url), 'utf8');
  const shown = await webmaster.page.$$eval('[data-recipe]', (blocks) => blocks.map((one) => one.textContent ?? ''));
  assert.equal(shown.length, 3);
  for (const recipe of shown) assert.ok(runs.includes(recipe), recipe);
});

test('attributes choose beforehand, the address of the page never does', async () => {
  assert.equal(await valueOf('[name=circle]:checked'), 'entrepreneurs');
  assert.deepEqual([await valueOf('#firstName'), await valueOf('#email')], ['', '']);
});

test('buttons of the page send and empty the form; each event has its details, and Matomo is told no name', async () => {
  const { page } = webmaster;
  const [stopped] = await pressed('#send', 1);
  assert.equal(
    stopped,
    'ambassador-signup-error {"code":"invalid_request","fields":["firstName","email","age15","charter"]}',
  );
  const fill = async () => {
    await write(page, inside('#firstName'), 'Odile');
    await write(page, inside('#email'), 'odile@exemple.fr');
    for (const box of ['age15', 'charter']) await press(page, inside(`[name=${box}]`));
  };
  await fill();

  // A rehearsal: the page hears what would be sent, and nothing is.
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
  });
  await press(page, '#rehearsal');
  const rehearsed = (await pressed('#send', 2)).at(-1) ?? '';
  const { firstName, circle, language } = JSON.parse(rehearsed.replace(/^\S+ /, '')) as Record<string, string>;
  assert.match(rehearsed, /^ambassador-signup-request /);
  assert.deepEqual([firstName, circle, language], ['Odile', 'entrepreneurs', 'en']);
  assert.doesNotMatch(rehearsed, /"proof"|"website"/);
  await press(page, '#rehearsal');
  await pressed('#send', 4);
  assert.deepEqual(posts, ['/v1/memberships'], 'a rehearsal was sent');
  assert.equal(
    (await linesOf('[data-events]')).at(-1),
    'ambassador-signup-success {"partner":"club","circle":"entrepreneurs","language":"en"}',
  );
  assert.deepEqual(await linesOf('#told'), [
    '["trackEvent","Club","Sign-up stopped","invalid_request"]',
    '["trackEvent","Club","Sign-up","entrepreneurs"]',
  ]);

  // The next visitor finds an empty form, with the page's choice.
  await appears(page, inside('.done'));
  await press(page, '#next');
  await until(
    async () => !(await page.$(inside('.done'))),
    () => 'the thank-you stays.',
  );
  assert.deepEqual([await valueOf('#firstName'), await valueOf('#email')], ['', '']);
  assert.equal(await valueOf('[name=circle]:checked'), 'entrepreneurs');
  await webmaster.assertQuiet();
});
