/**
 * The pages of badges in a real browser: no axe violation, nothing wider than a phone, no complaint in the console, in
 * both colour schemes, with and without a script; every disclosure open.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { badgeForms } from '../../api/contract/badge.ts';
import { locales, type Locale } from '../../api/contract/locales.ts';
import { myBadges } from '../../api/lang/my-badges/index.ts';
import { violations, violationsOfScheme } from '../support/axe.ts';
import { openBadgeClub, type BadgeClub } from '../support/badge-club.ts';
import { launchBrowser } from '../support/browser.ts';
import { follow, press } from '../support/hand.ts';
import { until } from '../support/until.ts';

let browser: Browser;
let club: BadgeClub;
before(async () => {
  club = await openBadgeClub();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await club?.close();
});

const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
const openAll = (page: Page) =>
  page.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });

/** Looks at a page on the smallest phone, in both colour schemes. */
async function look(page: Page, path: string, locale: Locale): Promise<void> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser itself reports that something is gone: that is what was asked for.
    if (['error', 'warn'].includes(message.type()) && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  await page.setViewport({ width: 320, height: 640 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(`${club.url}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`, { waitUntil: 'networkidle0' });
  await openAll(page);
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.$eval('html', (element) => element.lang), locale);
  assert.equal(await isTooWide(page), false, 'too wide');
  assert.deepEqual(await violationsOfScheme(page, 'dark'), [], 'dark');
  assert.deepEqual(complaints, []);
}

/** What is looked at, by whom; the address is made once there are badges. */
const pages: [name: string, who: 'nobody' | 'member' | 'staff', path: (ids: BadgeClub['ids']) => string][] = [
  ['the page of a badge', 'nobody', ({ named }) => `/b/${named}`],
  ['one that shows nothing personal', 'nobody', ({ silent }) => `/b/${silent}`],
  ['that of a business', 'nobody', ({ business }) => `/b/${business}`],
  ['one that has ended', 'nobody', ({ ended }) => `/b/${ended}`],
  ['an address without a badge', 'nobody', () => `/b/${'1'.repeat(22)}`],
  ['the sheet for the window', 'nobody', ({ business }) => `/b/${business}/print`],
  ['the larger sheet', 'nobody', ({ named }) => `/b/${named}/print?size=a4`],
  ['the form for a report', 'nobody', ({ named }) => `/b/${named}/report`],
  ['what badges mean', 'nobody', () => '/badges'],
  ['a holder’s badges', 'member', () => '/me/badges'],
  ['what was done', 'member', () => '/me/badges?done=saved'],
  ['the reports', 'staff', ({ named }) => `/console/badges?badge=${named}`],
  ['asking before a badge is ended', 'staff', ({ named }) => `/console/badges/${named}/end`],
];

describe('pages of badges', () => {
  for (const [index, [name, who, path]] of pages.entries()) {
    test(`${name} can be used by everyone`, async () => {
      const page = await club.pageOf(browser, who);
      await look(page, path(club.ids), locales[index % locales.length]!);
      await page.browserContext().close();
    });
  }

  test('without a script every value can be selected, and no button pretends to copy', async () => {
    const page = await club.pageOf(browser, 'nobody');
    await page.setJavaScriptEnabled(false);
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(`${club.url}/b/${club.ids.business}?lang=fr`);
    const buttons = await page.$$('button[data-copies]');
    assert.ok(buttons.length > 8);
    for (const button of buttons) assert.equal(await button.isVisible(), false);
    await page.browserContext().close();
  });

  test('with it, a press copies the field and says so', async () => {
    const page = await club.pageOf(browser, 'nobody');
    await page.browserContext().overridePermissions(club.url, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.goto(`${club.url}/b/${club.ids.named}?lang=en`, { waitUntil: 'networkidle0' });
    await openAll(page);
    const id = `b-${club.ids.named}-site`;
    await page.bringToFront();
    await press(page, `button[data-copies="${id}"]`);
    const said = `button[data-copies="${id}"] + [role=status]`;
    await page.waitForFunction((selector) => document.querySelector(selector)!.textContent !== '', {}, said);
    assert.equal(await page.$eval(said, (one) => one.textContent), myBadges.en.tools.copied);
    const value = await page.$eval(`#${id}`, (field) => (field as HTMLTextAreaElement).value);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), value);
    await page.browserContext().close();
  });

  test('the sheet fills one page of its size, and nothing else is printed', async () => {
    const page = await club.pageOf(browser, 'nobody');
    const sizes = { a5: [148, 210], a4: [210, 297] } as const;
    for (const [size, millimetres] of Object.entries(sizes)) {
      await page.goto(`${club.url}/b/${club.ids.business}/print?size=${size}`, { waitUntil: 'networkidle0' });
      const file = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...file.matchAll(/\/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      assert.equal(boxes.length, 1, 'more than one page');
      const points = boxes[0]!.slice(1).map((one) => Math.round((Number(one) / 72) * 25.4));
      assert.deepEqual(points, [...millimetres]);
      await page.emulateMediaType('print');
      assert.equal(await page.$eval('.no-print', (one) => getComputedStyle(one).display), 'none');
      await page.emulateMediaType();
    }
    await page.browserContext().close();
  });

  test('a look in vain leads to why, on the smallest phone', async () => {
    const page = await club.pageOf(browser, 'member');
    const { waiting } = club.ids;
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(`${club.url}/me/badges?lang=de`, { waitUntil: 'networkidle0' });
    await follow(page, `form[action*="/${waiting}/check"] button`);
    const why = (await page.$(`#b-${waiting}-finding`))!;
    assert.equal(await why.evaluate((one) => one.textContent), myBadges.de.mine.proof.findings.nothing_there);
    await until(
      () => why.isIntersectingViewport({ threshold: 1 }),
      () => 'why is out of view.',
    );
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await violationsOfScheme(page, 'dark'), []);
    await page.browserContext().close();
  });

  test('every picture that the holder is shown is there', async () => {
    const page = await club.pageOf(browser, 'member');
    await page.goto(`${club.url}/me/badges`, { waitUntil: 'networkidle0' });
    await openAll(page);
    const addresses = await page.$$eval('img', (all) => all.map((one) => one.src));
    assert.ok(addresses.length >= badgeForms.length * 2);
    for (const address of new Set(addresses)) {
      const response = await fetch(address);
      assert.equal(response.status, 200, address);
      assert.match(response.headers.get('content-type')!, /^image\//);
    }
    await page.browserContext().close();
  });
});
