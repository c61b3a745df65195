/** A badge is checked in a real browser, without script: by dropping its picture, by keyboard, on a phone. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Verdict } from '../../api/contract/badge-words.ts';
import { locales } from '../../api/contract/locales.ts';
import { createCredentials } from '../../api/credentials/index.ts';
import { endBadgesOf } from '../../api/domain/badges/end.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { awardPerson, type AwardedBadge } from '../support/badges.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { freePorts } from '../support/demo.ts';
import { follow } from '../support/hand.ts';
import { serveTestApp, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let club: string;
let person: AwardedBadge;
let ended: AwardedBadge;
before(async () => {
  const port = await freePorts(1);
  club = `http://127.0.0.1:${port}`;
  app = await openTestApp({ publicUrl: club, mediaOrigin: club });
  const { storage } = app.deps;
  const keyFile = join(app.dir, 'credential-keys.json');
  app.deps.credentials = createCredentials({ publicUrl: club, keyFile, storage });
  server = await serveTestApp(app, { port });
  person = await awardPerson(app, { firstName: 'Odile', shown: { showsName: true, showsCircle: true } });
  ended = await awardPerson(app);
  await storage.write((tx) => endBadgesOf(tx, app.deps, ended.memberId, 'left', app.clock.time));
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await app?.remove();
});

/** A page of a browser that runs no script of ours: there is none. */
async function open(query = ''): Promise<Page> {
  const page = await newPage(browser);
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 320, height: 640 });
  await page.goto(`${club}/verify?lang=en${query}`);
  return page;
}

const verdictOf = (page: Page): Promise<string | null> =>
  page.$eval('.verdict', (element) => element.getAttribute('data-verdict')).catch(() => null);

async function send(page: Page): Promise<string | null> {
  await follow(page, '.check .button');
  return verdictOf(page);
}

function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(app.dir, name);
  writeFileSync(path, bytes);
  return path;
}

/** Drops a file at a point, as the system's own file manager does. */
async function drop(page: Page, file: string, x: number, y: number): Promise<void> {
  const session = await page.createCDPSession();
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

test('a downloaded picture, dropped anywhere in the box', async () => {
  const response = await app.request(`${club}/b/${person.id}/baked.png`, { headers: { host: new URL(club).host } });
  const file = fileOf('badge.png', new Uint8Array(await response.arrayBuffer()));
  const page = await open();
  await page.$eval('.drop', (element) => element.scrollIntoView({ block: 'center' }));
  const box = await page.$eval('.drop', (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  for (const [across, down] of [
    [0.08, 0.9],
    [0.95, 0.1],
  ] as const) {
    await drop(page, file, box.left + box.width * across, box.top + box.height * down);
    await until(
      () => page.$eval('#file', (input) => (input as HTMLInputElement).files?.[0]?.name === 'badge.png'),
      () => `nothing was dropped at ${across}, ${down}.`,
    );
    await page.$eval('#file', (input) => ((input as HTMLInputElement).value = ''));
  }
  await drop(page, file, box.left + box.width / 2, box.top + box.height / 2);
  await until(
    () => page.$eval('#file', (input) => (input as HTMLInputElement).files?.length === 1),
    () => 'nothing was dropped in the middle.',
  );
  assert.equal(await send(page), 'valid');
  assert.match(await page.$eval('.in-register', (element) => element.textContent), /Odile/);
  const picture = await page.$eval('.standing img', (image) => (image as HTMLImageElement).naturalWidth);
  assert.ok(picture > 0, 'the picture of the badge is not there');
  await page.close();
});

test('the keyboard alone', async () => {
  const page = await open();
  const order: string[] = [];
  await page.focus('#file');
  for (let step = 0; step < 5; step += 1) {
    order.push(await page.evaluate(() => document.activeElement!.id || document.activeElement!.localName));
    if (order.at(-1) === 'address') await page.keyboard.type(`${new URL(club).host}/b/${person.id}`);
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(order, ['file', 'address', 'text', 'site', 'button']);
  await page.focus('#address');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await verdictOf(page), 'valid');
  await page.close();
});

test('a film instead of a badge is answered with a page, not with a broken connection', async () => {
  const page = await open();
  const input = await page.$('input#file');
  await input!.uploadFile(fileOf('film.mp4', Buffer.alloc(10_000_000)));
  assert.equal(await send(page), 'too_large');
  await page.close();
});

describe('everyone can read the page', () => {
  const states: [what: string, verdict: Verdict | null, go: (page: Page, lang: string) => Promise<unknown>][] = [
    ['the form', null, (page, lang) => page.goto(`${club}/verify?lang=${lang}`)],
    ['good', 'valid', (page, lang) => page.goto(`${club}/verify?lang=${lang}&badge=${person.id}`)],
    ['over', 'ended', (page, lang) => page.goto(`${club}/verify?lang=${lang}&badge=${ended.id}`)],
    ['wrong', 'foreign_address', (page, lang) => page.goto(`${club}/verify?lang=${lang}&badge=evil.example`)],
    ['unclear', 'unreadable', (page, lang) => page.goto(`${club}/verify?lang=${lang}&badge=bonjour`)],
    [
      'nothing given',
      null,
      async (page, lang) => {
        await page.goto(`${club}/verify?lang=${lang}`);
        await follow(page, '.check .button');
      },
    ],
  ];
  for (const [index, [what, verdict, go]] of states.entries()) {
    test(what, async () => {
      const page = await newPage(browser);
      await page.setViewport({ width: 320, height: 640 });
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await go(page, locales[index % locales.length]!);
        assert.equal(await verdictOf(page), verdict);
        assert.deepEqual(await violations(page), [], scheme);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'too wide');
      }
      await page.close();
    });
  }
});
