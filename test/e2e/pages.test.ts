/**
 * Every page for people, in a real browser: no axe violation (WCAG 2.2 A and AA), nothing wider than a
 * phone, no complaint in the console, in both colour schemes and all four languages.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { locales, type Locale } from '../../api/contract/locales.ts';
import { demoBadgeId } from '../../demo/seed-badges.ts';
import { demoAuthor, storyId } from '../../demo/seed-stories.ts';
import { Author } from '../support/author.ts';
import { violations, violationsOfScheme } from '../support/axe.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { follow } from '../support/hand.ts';
import { openDemo, picturesOf, type TestDemo } from '../support/demo.ts';

let browser: Browser;
let demo: TestDemo;
/** One tab for all of them, as a visitor has. */
let tab: Page;
before(async () => {
  demo = await openDemo();
  await picturesOf(demo);
  browser = await launchBrowser();
  tab = await newPage(browser);
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
  '/stories',
  `/stories/${storyId('jardin-de-la-cite')}`,
  `/stories/${storyId('film-du-tram')}`,
  // Told in a script that runs from right to left.
  `/stories/${storyId('sabah')}`,
  // A film on another site.
  `/stories/${storyId('video-du-carnaval')}`,
  `/stories/${storyId('jardin-de-la-cite')}/report?partner=ville-de-mulhouse`,
  '/embed/testimonials?partner=ville-de-mulhouse',
  '/embed/testimonials?partner=ville-de-mulhouse&layout=wall&theme=dark',
  '/embed/counter?partner=ville-de-mulhouse&variant=figure&share=&accent=%23ffee00',
  `/embed/badge?partner=ville-de-mulhouse&badge=${demoBadgeId('author')}`,
  '/embed/story-form?partner=ville-de-mulhouse',
  '/embed/signup?partner=nobody',
  '/sign-in?next=/me/stories',
  '/console',
  '/badges',
  `/b/${demoBadgeId('author')}`,
];

/** The pages of the documentation, which are in English. */
const documentation = [
  '/demo/widgets/badge.html',
  '/demo/widgets/testimonials.html',
  '/demo/widgets/story-form.html',
  '/demo/widgets/events.html',
];

/** Pages of somebody who is signed in. */
const own = ['/me', '/me/stories', `/me/stories/${storyId('jardin-de-la-cite')}`, '/me/leave', '/me/badges'];

/** Looks at a page on the smallest phone, in both colour schemes. */
async function look(page: Page, path: string, locale: Locale, spoken: string = locale): Promise<void> {
  const complaints: string[] = [];
  const fell = (error: unknown) => void complaints.push(String(error));
  const said = (message: ConsoleMessage) => {
    // The browser itself reports that a page was not found: that is what was asked for.
    if (['error', 'warn'].includes(message.type()) && !/status of 4\d\d|nobody-knows-us/.test(message.text())) {
      complaints.push(message.text());
    }
  };
  page.on('pageerror', fell).on('console', said);
  await page.setViewport({ width: 320, height: 640 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  const address = new URL(path, demo.club);
  address.searchParams.set('lang', locale);
  await page.goto(address.href, { waitUntil: 'networkidle0' });
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.$eval('html', (element) => element.lang), spoken);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'too wide');
  assert.deepEqual(await violationsOfScheme(page, 'dark'), [], 'dark');
  assert.deepEqual(complaints, []);
  page.off('pageerror', fell).off('console', said);
}

describe('pages', () => {
  for (const [index, path] of paths.entries()) {
    test(`${path} can be used by everyone`, () => look(tab, path, locales[index % locales.length]!));
  }

  for (const path of documentation) {
    test(`${path} can be used by everyone`, () => look(tab, path, 'en'));
  }

  test('so can the page of the code, and those of who is signed in', async () => {
    const author = await Author.open(demo, browser, demoAuthor);
    const { page } = author;
    await author.askCode();
    await author.watched.page.setViewport({ width: 320, height: 640 });
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'too wide');
    await author.typeCode();
    for (const [index, path] of own.entries()) await look(page, path, locales[index % locales.length]!);
    await page.setJavaScriptEnabled(false);
    for (const path of own.slice(1, 3)) {
      await page.goto(`${demo.club}${path}?lang=de`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'too wide');
    }
    await author.watched.context.close();
  });

  test('the form without JavaScript names its errors and keeps what was typed', async () => {
    const page = await newPage(browser);
    await page.goto(`${demo.club}/join?partner=ville-de-mulhouse&lang=fr`);
    await page.type('#firstName', 'Zoé “<b>”');
    await page.type('#email', 'zoé@');
    await follow(page, 'form .button');
    assert.deepEqual(await violations(page), []);
    const links = await page.$$eval('.errors a', (all) => all.map((link) => link.getAttribute('href')));
    assert.ok(links.includes('#email') && links.includes('#age15') && links.includes('#charter'));
    for (const link of links) assert.ok(await page.$(link!), `${link} leads nowhere`);
    assert.equal(await page.$eval('#firstName', (input) => (input as HTMLInputElement).value), 'Zoé “<b>”');
    assert.equal(await page.$eval('#email', (input) => input.getAttribute('aria-invalid')), 'true');
    await page.close();
  });
});
