/**
 * A badge from the day somebody joins to the minute it ends: shown on a partner's page, checked without JavaScript,
 * refused by the browser on a foreign site. Real ports, real mails, a browser for each person.
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { runCommand } from '../../api/cli/run.ts';
import type { BadgeStatus } from '../../api/contract/badge.ts';
import { demoBadgeId } from '../../demo/seed-badges.ts';
import { Author } from '../support/author.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';
import { follow, press } from '../support/hand.ts';
import { tempDir } from '../support/temp.ts';
import { openWatched } from '../support/watched.ts';
import { appears, until } from '../support/until.ts';

let browser: Browser;
let demo: TestDemo;
let folder: ReturnType<typeof tempDir>;

before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
  folder = tempDir();
});
after(async () => {
  await browser?.close();
  await demo?.close();
  folder?.remove();
});

const main = (page: Page) => page.$eval('main', (element) => element.textContent ?? '');
const city = 'ville-de-mulhouse';
const bakery = 'boulangerie-du-klapperstein';

/** Runs a command of the club's own command line on the demo's data, as an operator does. */
async function command(...words: string[]): Promise<string> {
  const { config } = demo;
  const said: string[] = [];
  const terminal = { write: (text: string) => said.push(text) };
  const env = { MODE: config.mode, PORT: String(config.port), DATA_DIR: config.dataDir, SMTP_URL: config.smtpUrl };
  const code = await runCommand(words, env, { out: terminal, err: terminal });
  assert.equal(code, 0, said.join(''));
  return said.join('');
}

/** Asks until the answer is the wanted one, as long as the club allows itself for the end of a badge. */
async function within<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    assert(Date.now() < deadline, `a minute later it is still ${JSON.stringify(value)}`);
    await delay(500);
  }
}

describe('the badge of somebody who joins', () => {
  const email = 'ottilie@example.org';
  let holder: Author;
  let id: string;
  const status = async () => (await (await fetch(`${demo.club}/b/${id}/status.json`)).json()) as BadgeStatus;

  test('is there when the membership is confirmed, and says nothing of them', async () => {
    holder = await Author.join(demo, browser, { firstName: 'Ottilie', email });
    await holder.arrive();
    await holder.page.goto(`${demo.club}/me/badges?lang=fr`);
    const section = await appears(holder.page, 'section[id^="b-"]');
    id = (await section!.evaluate((one) => one.id)).slice(2);
    const { state, circle, name, domain } = await status();
    assert.deepEqual({ state, circle, name, domain }, { state: 'valid', circle: null, name: null, domain: null });
    const credential = await (await fetch(`${demo.club}/b/${id}/credential.json`)).text();
    assert(!credential.includes('Ottilie') && !credential.includes('ottilie'));
  });

  test('shows a name when its holder says so', async () => {
    const { page } = holder;
    await press(page, '[name=showsName]', 'tap');
    await holder.follow('form:has([name=showsName]) button');
    await within(status, ({ name }) => name === 'Ottilie');
    const credential = () => fetch(`${demo.club}/b/${id}/credential.json`).then((answer) => answer.text());
    await within(credential, (text) => text.includes('Ottilie'));
    await holder.watched.assertQuiet();
  });

  test('is checked by its downloaded picture, without JavaScript; a forged text is refused', async () => {
    const { page } = await openWatched(browser, demo);
    await page.setJavaScriptEnabled(false);
    const baked = join(folder.path, 'badge.png');
    await writeFile(baked, Buffer.from(await (await fetch(`${demo.club}/b/${id}/baked.png`)).arrayBuffer()));
    await page.goto(`${demo.club}/verify?lang=fr`);
    const input = (await page.$('#file')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(baked);
    const send = async () => {
      await follow(page, 'form.check button');
      return page.$eval('[data-verdict]', (one) => one.getAttribute('data-verdict'));
    };
    assert.equal(await send(), 'valid');
    assert.match(await main(page), /Ottilie/);
    const credential = await (await fetch(`${demo.club}/b/${id}/credential.json`)).text();
    await page.goto(`${demo.club}/verify?lang=fr`);
    await page.$eval(
      '#text',
      (field, text) => ((field as HTMLTextAreaElement).value = text),
      credential.replace('Ottilie', 'Mathilde'),
    );
    assert.equal(await send(), 'tampered');
    assert(!(await main(page)).includes('Mathilde est'), 'nothing that was pasted is told as true');
  });

  test('ends everywhere within a minute when the membership is suspended', async () => {
    const visitor = await openWatched(browser, demo, { expected: /status of 410/ });
    const { page } = visitor;
    const picture = async () => (await fetch(`${demo.club}/b/${id}.svg`)).text();
    const valid = await picture();
    await command('member', 'suspend', email);
    await within(status, ({ state, name }) => state === 'ended' && name === null);
    const grey = await within(picture, (svg) => svg !== valid);
    assert(!grey.includes('Ottilie'));
    const gone = await fetch(`${demo.club}/b/${id}/credential.json`);
    assert.equal(gone.status, 410);
    await page.goto(`${demo.club}/b/${id}?lang=fr`);
    assert(!(await main(page)).includes('Ottilie'));
    await page.goto(`${demo.club}/verify?lang=fr`);
    await ((await page.$('#file')) as ElementHandle<HTMLInputElement>).uploadFile(join(folder.path, 'badge.png'));
    await follow(page, 'form.check button');
    assert.equal(await page.$eval('[data-verdict]', (one) => one.getAttribute('data-verdict')), 'ended');
    await visitor.assertQuiet();
  });

  test('and is back, under the same address, when the suspension is', async () => {
    await command('member', 'reinstate', email);
    await within(status, ({ state }) => state === 'valid');
  });
});

describe('on partners’ pages', () => {
  test('the widget says what the club says, at the moment of looking', async () => {
    const visitor = await openWatched(browser, demo);
    const { page } = visitor;
    await page.goto(`${demo.origins[city]}/`);
    const said = () =>
      page.$eval('ambassador-badge', (badge) => badge.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');
    await page.$eval('ambassador-badge', (badge) => badge.scrollIntoView({ block: 'center' }));
    await within(said, (text) => /[Vv]alable|[Vv]alide|[Vv]érifié/.test(text));
    await page.keyboard.press('Tab');
    const button = await appears(page, 'ambassador-badge >>> button');
    await until(
      () => button.evaluate((one) => (one as HTMLElement).focus() ?? one.matches(':focus')),
      () => 'the details cannot be asked for by keyboard.',
    );
    await page.keyboard.press('Enter');
    const details = () =>
      page.$eval('ambassador-badge', (badge) => (badge.shadowRoot!.querySelector('#details') as HTMLElement).innerText);
    await within(details, (text) => text.includes('Geneviève Rebmann'));
    await page.keyboard.press('Escape');
    await visitor.assertQuiet();
  });

  test('a badge that has ended is not called valid by the widget any more', async () => {
    const id = demoBadgeId('author');
    await command('badge', 'end', id);
    const state = async () => ((await (await fetch(`${demo.club}/b/${id}/status.json`)).json()) as BadgeStatus).state;
    await within(state, (one) => one === 'ended');
    const visitor = await openWatched(browser, demo);
    const { page } = visitor;
    await page.goto(`${demo.origins[city]}/`);
    await page.$eval('ambassador-badge', (badge) => badge.scrollIntoView({ block: 'center' }));
    const said = () =>
      page.$eval('ambassador-badge', (badge) => badge.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');
    await within(said, (text) => text.includes('Adhésion terminée'));
    await command('badge', 'restore', id);
    await visitor.assertQuiet();
  });

  test('the picture and its link are all there is without JavaScript', async () => {
    const { page } = await openWatched(browser, demo);
    await page.setJavaScriptEnabled(false);
    await page.goto(`${demo.origins[city]}/`);
    const href = await page.$eval('ambassador-badge a', (link) => (link as HTMLAnchorElement).href);
    assert.equal(href, `${demo.club}/b/${demoBadgeId('author')}`);
  });

  test('a business badge in a frame shows on its own site, and the browser refuses it on any other', async () => {
    const frame = `${demo.club}/b/${demoBadgeId('bakery')}/frame`;
    const refused = /frame-ancestors/;
    const visitor = await openWatched(browser, demo, { expected: refused });
    const { page } = visitor;
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const open = async (site: string) => {
      await page.goto(site);
      const handle = (await appears(page, 'iframe.badge')) as ElementHandle<HTMLIFrameElement>;
      await handle.scrollIntoView();
      return async () => (await (await handle.contentFrame()).$$('a img').catch(() => [])).length;
    };
    await within(await open(`${demo.origins[bakery]}/`), (count) => count === 1);
    assert(!complaints.some((text) => refused.test(text)));
    const foreign = demo.origins[bakery]!.replace('localhost', '127.0.0.1');
    const shown = await open(`${foreign}/`);
    await until(
      () => complaints.some((text) => refused.test(text)),
      () => `${frame} was to be refused by policy`,
    );
    assert.equal(await shown(), 0);
  });
});

describe('a business', () => {
  test('asks for a badge by its address, and is told what to publish where', async () => {
    const owner = await Author.join(demo, browser, { firstName: 'Odon', email: 'odon@example.org' });
    await owner.arrive();
    const { page } = owner;
    await page.goto(`${demo.club}/me/badges?lang=fr`);
    await page.type('#domain', 'https://Boulangerie-Odon.example/pains');
    await owner.follow('form:has(#domain) button');
    const text = (await page.$$eval('.proof input', (fields) => fields.map(({ value }) => value))).join(' ');
    assert.match(text, /_ambassador\.boulangerie-odon\.example/);
    assert.match(text, /ambassador-badge\.txt/);
    await owner.watched.assertQuiet();
  });
});
