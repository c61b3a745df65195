/**
 * The product as people use it: three sites on three origins, a real browser, a real mail server. Every
 * page is watched: no error, no forbidden style or script, no cookie, no storage, no third party.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, Frame, Page } from 'puppeteer-core';
import { durations } from '../../api/contract/limits.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';
import { follow, press } from '../support/hand.ts';
import { mailTo } from '../support/letters.ts';
import { everything, rows } from '../support/tables.ts';
import { focused, joinByKeyboard, tabTo, widgetText, type Focused } from '../support/person.ts';
import { appears, until } from '../support/until.ts';

let browser: Browser;
let demo: TestDemo;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let strangers: string[];

before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
});
after(async () => {
  await context?.close();
  await browser?.close();
  await demo?.close();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.createBrowserContext();
  page = await open();
});

/** A page whose complaints are kept. */
async function open(): Promise<Page> {
  const opened = await newPage(context);
  complaints = [];
  strangers = [];
  const home = [demo.club, ...Object.values(demo.origins)];
  opened.on('pageerror', (error) => complaints.push(String(error)));
  opened.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  opened.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && !home.includes(url.origin)) strangers.push(request.url());
  });
  await opened.setViewport({ width: 1280, height: 900 });
  return opened;
}

async function membersNow(): Promise<number> {
  const response = await fetch(`${demo.club}/v1/counter`);
  return ((await response.json()) as { members: number }).members;
}

const confirmationLink = /https?:\/\/\S+\/confirm\?\S+/;

/** The mail with a confirmation link that the mail server has for an address. */
const confirmationFor = (email: string) => mailTo(demo.smtp, email, confirmationLink);
const linkFor = async (email: string): Promise<string> =>
  confirmationLink.exec((await confirmationFor(email)).text!)![0];

/** Opens the link as a person does: looks, tabs to the button, presses it. */
async function confirmByKeyboard(email: string): Promise<void> {
  const confirmation = await newPage(context);
  await confirmation.goto(await linkFor(email));
  await tabTo(confirmation, ({ tag }) => tag === 'button', 'the confirmation button');
  await Promise.all([confirmation.waitForNavigation(), confirmation.keyboard.press('Enter')]);
  await confirmation.close();
}

/** Until the widget has what it shows, a press on the page's link is just that: it leads to the club's own form. */
async function answered(): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/v1/partners/')),
  );
  // What has been answered is taken in by the next picture.
  await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}

/** Waits for the form, and for the focus in its first field when a press has asked for it. */
async function unfolded(asked: boolean): Promise<void> {
  const field = await appears(page, 'ambassador-signup >>> input[name=firstName]');
  await until(
    async () => (await field.isVisible()) && (!asked || (await focused(page)).name === 'firstName'),
    () => 'the form never takes the focus.',
  );
}

/** To the first field, by the keyboard: over the link that unfolds the form, unless it has unfolded by itself. */
async function comeIn(): Promise<void> {
  await answered();
  const entry = await tabTo(page, isOpener, 'the way in');
  const isClosed = entry.name !== 'firstName';
  if (isClosed) await page.keyboard.press('Enter');
  await unfolded(isClosed);
}

/** From the fallback link to the thank-you, without a mouse, without leaving the page. */
async function join(email: string, firstName = 'Odile'): Promise<void> {
  const address = page.url();
  await comeIn();
  await joinByKeyboard(page, { firstName, email });
  await page.waitForFunction(
    (typed) => document.querySelector('ambassador-signup')?.shadowRoot?.textContent?.includes(typed),
    {},
    email,
  );
  assert.equal(page.url(), address, 'the visitor left the page');
}

/** The club's link between our tags, or the form when it has unfolded by itself. */
const isOpener = ({ widget }: Focused): boolean => widget === 'ambassador-signup';

async function assertClean(): Promise<void> {
  assert.deepEqual(complaints, []);
  assert.deepEqual(strangers, []);
  assert.deepEqual(await context.cookies(), []);
  const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
  assert.equal(stored, 0);
}

describe('joining', () => {
  test('from an address full of what is nobody’s business: nothing of it leaves the page, and nothing is kept', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(demo.club)) return;
      sent.push([request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n'));
    });
    const query =
      'token=geheim-1&email=geheim%40example.org&utm_source=lettre&utm_term=geheim@example.org&gclid=geheim-2';
    const address = `${demo.origins['ville-de-mulhouse']!}/?${query}#reset=geheim-3`;
    await page.goto(address, { waitUntil: 'networkidle2' });
    await join('kasimir@example.org', 'Kasimir');
    const request = sent.find((one) => one.includes('kasimir@example.org'))!;
    assert.match(request, /"utm":\{"source":"lettre"\}/);
    await page.goto('about:blank');
    assert.ok(sent.length > 5);
    assert.deepEqual(
      sent.filter((one) => /geheim|gclid/.test(one)),
      [],
    );
    const kept = JSON.stringify(everything(demo.config.dataDir));
    assert.match(kept, /kasimir@example\.org/);
    assert.doesNotMatch(kept, /geheim|gclid/);
  });

  test('from the city’s page, in French, by keyboard: form, mail, button, counter', async () => {
    const before = await membersNow();
    await page.goto(demo.origins['ville-de-mulhouse']!, { waitUntil: 'networkidle2' });
    await join('odile@example.org');
    assert.equal((await focused(page)).tag, 'h2', 'the thank-you takes the focus');
    assert.equal(await membersNow(), before, 'nobody counts before they confirm');
    await confirmByKeyboard('odile@example.org');
    assert.equal(await membersNow(), before + 1);
    await page.reload({ waitUntil: 'networkidle2' });
    await until(
      async () => (await widgetText(page, 'ambassador-counter')).includes(String(before + 1)),
      () => widgetText(page, 'ambassador-counter'),
    );
    await assertClean();
  });

  test('from the chamber’s application, in German, on a phone, where the widget comes late', async () => {
    const before = await membersNow();
    await page.setViewport({ width: 320, height: 640, hasTouch: true, isMobile: true });
    await page.goto(`${demo.origins['chambre-des-entrepreneurs']}/de.html#join`, { waitUntil: 'networkidle2' });
    await join('juergen@example.org', 'Jürgen');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, 'nothing is wider than the phone');
    const mail = await confirmationFor('juergen@example.org');
    assert.equal(mail.headers.get('content-language'), 'de');
    await confirmByKeyboard('juergen@example.org');
    assert.equal(await membersNow(), before + 1);
    await assertClean();
  });

  test('from the bakery’s page, which has no JavaScript at all', async () => {
    const before = await membersNow();
    await page.setJavaScriptEnabled(false);
    await page.goto(demo.origins['boulangerie-du-klapperstein']!, { waitUntil: 'networkidle2' });
    const frame = await frameOf('/embed/signup');
    await frame.type('#firstName', 'Marguerite');
    await frame.type('#email', 'marguerite@example.org');
    for (const box of ['input[name=circle]', '#age15', '#charter']) await press(frame, box);
    // A person is not quicker than this either.
    await new Promise((resolve) => setTimeout(resolve, durations.minimumFill + 100));
    await follow(frame, 'form button');
    const text = await (await frameOf('/embed/signup')).$eval('main', (main) => main.textContent);
    assert.match(text!, /marguerite@example\.org/);
    await confirmByKeyboard('marguerite@example.org');
    assert.equal(await membersNow(), before + 1);
    await page.reload({ waitUntil: 'networkidle2' });
    const count = await (await frameOf('/embed/counter')).$eval('main', (main) => main.textContent);
    assert.match(count!, new RegExp(String(before + 1)));
    assert.deepEqual(strangers, []);
  });

  test('with the club’s server stopped half-way: nothing is lost, and trying again works', async () => {
    await page.goto(demo.origins['ville-de-mulhouse']!, { waitUntil: 'networkidle2' });
    await comeIn();
    await demo.stopClub();
    try {
      await joinByKeyboard(page, { firstName: 'Théo', email: 'theo@example.org', sentence: 'Le marché du samedi' });
      await appears(page, 'ambassador-signup >>> .box');
    } finally {
      await demo.startClub();
    }
    const kept = await page.evaluate(() => {
      const form = document.querySelector('ambassador-signup')!.shadowRoot!.querySelector('form')!;
      return Array.from(['firstName', 'email', 'sentence'], (name) => new FormData(form).get(name));
    });
    assert.deepEqual(kept, ['Théo', 'theo@example.org', 'Le marché du samedi']);
    await tabTo(page, ({ tag }) => tag === 'button', 'another try');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('ambassador-signup')?.shadowRoot?.textContent?.includes('theo@example.org'),
    );
    await confirmByKeyboard('theo@example.org');
    assert.deepEqual(strangers, []);
  });

  test('a second time at once: the same answer on the page, no further mail, still one member', async () => {
    await page.goto(demo.origins['ville-de-mulhouse']!, { waitUntil: 'networkidle2' });
    await join('lucie@example.org', 'Lucie');
    await confirmByKeyboard('lucie@example.org');
    const members = await membersNow();
    await page.reload({ waitUntil: 'networkidle2' });
    await join('lucie@example.org', 'Lucie');
    assert.equal(await membersNow(), members);
    const received = () => demo.smtp.arrivals.filter(({ recipients }) => recipients.includes('lucie@example.org'));
    await until(
      () => received().length >= 2,
      () => 'confirmation and welcome never arrived.',
    );
    await until(
      () => rows(demo.config.dataDir, 'outbox').every(({ status }) => status !== 'queued'),
      () => 'a mail still waits.',
    );
    assert.equal(received().length, 2, 'confirmation and welcome');
    await assertClean();
  });

  test('pressing the confirmation twice is fine', async () => {
    await page.goto(`${demo.club}/?lang=en`, { waitUntil: 'networkidle2' });
    await join('emma@example.org', 'Emma');
    await confirmByKeyboard('emma@example.org');
    const members = await membersNow();
    const again = await newPage(context);
    const response = await again.goto(await linkFor('emma@example.org'));
    assert.equal(response?.status(), 200);
    assert.equal(await again.$('form'), null, 'there is nothing left to press');
    assert.equal(await membersNow(), members);
    await assertClean();
  });
});

describe('pages behind a token', () => {
  test('ask nobody else for anything and leave no trace of the token', async () => {
    await page.goto(demo.origins['ville-de-mulhouse']!, { waitUntil: 'networkidle2' });
    await join('nora@example.org', 'Nora');
    const link = await linkFor('nora@example.org');
    const referrers: string[] = [];
    const asked: string[] = [];
    const confirmation = await newPage(context);
    confirmation.on('request', (request) => {
      asked.push(new URL(request.url()).origin);
      referrers.push(request.headers()['referer'] ?? '');
    });
    await confirmation.goto(link, { waitUntil: 'networkidle0' });
    assert.deepEqual([...new Set(asked)], [demo.club]);
    assert.deepEqual([...new Set(referrers)], ['']);
  });
});

/** A frame of the page, once what is in it is there. */
async function frameOf(path: string): Promise<Frame> {
  const frame = await until(
    () => page.frames().find((one) => one.url().includes(path)),
    () => `the frame ${path} is not there.`,
  );
  await appears(frame, 'main');
  return frame;
}
