/**
 * Every page for people, in a real browser: no axe violation (WCAG 2.2 A and AA), nothing wider than a
 * phone, no complaint in the console, in both colour schemes and all four languages.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { locales } from '../../api/contract/locales.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';

let browser: Browser;
let demo: TestDemo;
before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Addresses on the club's own origin, each in one of the languages. */
const paths = [
  '/',
  '/join?partner=ville-de-mulhouse',
  '/embed/signup?partner=ville-de-mulhouse',
  '/embed/counter?partner=ville-de-mulhouse',
  '/confirm?token=none',
  '/leave?token=none',
  '/unsubscribe?token=none',
  '/charte',
  '/legal/confidentialite',
  '/legal/mentions',
  '/accessibilite',
  '/nowhere',
];

describe('pages', { timeout: 180_000 }, () => {
  for (const [index, path] of paths.entries()) {
    test(`${path} can be used by everyone`, async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // The browser itself reports that a page was not found: that is what was asked for.
        if (['error', 'warn'].includes(message.type()) && !/status of 4\d\d/.test(message.text())) {
          complaints.push(message.text());
        }
      });
      await page.setViewport({ width: 320, height: 640 });
      const locale = locales[index % locales.length]!;
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const address = new URL(path, demo.club);
        address.searchParams.set('lang', locale);
        await page.goto(address.href, { waitUntil: 'load' });
        assert.deepEqual(await violations(page), [], scheme);
        assert.equal(await page.$eval('html', (element) => element.lang), locale);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'too wide');
      }
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  test('the form without JavaScript names its errors and keeps what was typed', async () => {
    const page = await browser.newPage();
    await page.goto(`${demo.club}/join?partner=ville-de-mulhouse&lang=fr`);
    await page.type('#firstName', 'Zoé “<b>”');
    await page.type('#email', 'zoé@');
    await Promise.all([page.waitForNavigation(), page.click('form .button')]);
    assert.deepEqual(await violations(page), []);
    const links = await page.$$eval('.errors a', (all) => all.map((link) => link.getAttribute('href')));
    assert.ok(links.includes('#email') && links.includes('#age15') && links.includes('#charter'));
    for (const link of links) assert.ok(await page.$(link!), `${link} leads nowhere`);
    assert.equal(await page.$eval('#firstName', (input) => (input as HTMLInputElement).value), 'Zoé “<b>”');
    assert.equal(await page.$eval('#email', (input) => input.getAttribute('aria-invalid')), 'true');
    await page.close();
  });
});
