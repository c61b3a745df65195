/**
 * The console as a moderator uses it: the real application on a real port, a real browser with a passkey of
 * its own, and a photo in the store that is not public yet. No part is stubbed, and the page's policy holds.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { readWidgetFiles } from '../../api/http/widget-files.ts';
import { createPasskeys } from '../../api/passkeys.ts';
import { openTestApp, testClub, type TestApp } from '../support/app.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { freePorts } from '../support/demo.ts';
import { press } from '../support/hand.ts';
import { deliver } from '../support/post.ts';
import { serveTestApp, type TestServer } from '../support/server.ts';
import { addStaff } from '../support/session.ts';
import { codeIn } from '../support/sign-in.ts';
import { newPublicId, tell } from '../support/moderated.ts';
import { appears } from '../support/until.ts';

const address = 'noemie@club.example';
let built: BuiltWidgets;
let app: TestApp;
let server: TestServer;
let browser: Browser;
let page: Page;
let origin: string;
const complaints: string[] = [];

/** The console's own clock: passkeys and cookies are the browser's, whose time is today's. */
const clock = { time: 0, now: () => Date.now() };

before(async () => {
  built = await builtWidgets();
  const port = await freePorts(1);
  origin = `http://localhost:${port}`;
  app = await openTestApp({
    clock,
    publicUrl: origin,
    mediaOrigin: origin,
    passkeys: createPasskeys(origin, testClub.name.fr),
    widgets: readWidgetFiles(built.folder),
  });
  server = await serveTestApp(app, { host: 'localhost', port });
  browser = await launchBrowser();
  page = await newPage(browser);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // That nobody is signed in yet is an answer, which browsers write down as a failed request.
    if (message.type() === 'error' && !/401/.test(message.text())) complaints.push(message.text());
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
  await app?.remove();
  built?.remove();
});

const inside = (selector: string) => `ambassador-console >>> ${selector}`;
const textOf = async (selector: string) =>
  (await appears(page, inside(selector)))!.evaluate((one) => one.textContent?.replace(/\s+/g, ' ').trim());
async function until(selector: string, words: string): Promise<void> {
  await page.waitForFunction(
    (where, what) =>
      document.querySelector('ambassador-console')?.shadowRoot?.querySelector(where)?.textContent?.includes(what),
    {},
    selector,
    words,
  );
}

/** Waits until the focus has come to a part of the console. */
async function untilFocus(id: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('ambassador-console')?.shadowRoot?.activeElement?.id === wanted,
    {},
    id,
  );
}

test('a moderator signs in by code and passkey, and decides with the keyboard alone', async () => {
  const on = { ...app, clock };
  await addStaff(on, { email: address });
  const [first, second, third] = [await tell(on), await tell(on), await tell(on)];
  await addPhoto(first);

  await page.goto(`${origin}/console?lang=fr`);
  await appears(page, inside('#email'));
  const devtools = await page.createCDPSession();
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.focus(inside('#email'));
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  await untilFocus('code');
  await page.keyboard.type(codeIn((await deliver(app)).at(-1)));
  await page.keyboard.press('Enter');
  await untilFocus('passkey');
  await page.keyboard.press('Enter');
  await untilFocus('story');

  const frame = await (await appears(page, inside('iframe')))!.contentFrame();
  assert.ok(frame);
  await appears(frame, 'img');
  // The photo is seen in its frame although it is nobody's yet but its author's.
  assert.equal(await frame.$eval('img', (image) => image.decode().then(() => image.naturalWidth)), 960);

  await page.keyboard.press('a');
  await until('.status', 'est publié');
  await page.keyboard.press('u');
  await until('.status', 'Décision annulée');
  await page.keyboard.press('a');
  await until('.story .eyebrow', '1 sur 2');
  await page.keyboard.press('r');
  await untilFocus('statement');
  await page.keyboard.press('2');
  await untilFocus('text');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await until('.status', 'est refusé');
  await page.keyboard.press('f');
  await until('#empty', 'Tout est lu');

  const states = await Promise.all(
    [first, second, third].map(async ({ publicId }) => {
      const story = await app.deps.storage.stories.byPublicId(publicId);
      return [story?.status, story?.featured];
    }),
  );
  assert.deepEqual(states, [
    ['published', false],
    ['refused', false],
    ['published', true],
  ]);
  assert.deepEqual(complaints, []);
});

test('who comes back shows the passkey, and who signs out is out', async () => {
  await page.reload();
  assert.equal(await textOf('#empty'), 'Tout est lu. Merci.');
  await press(page, inside('.who .link:last-child'));
  await appears(page, inside('#email'));
  await page.reload();
  await appears(page, inside('#email'));
  assert.deepEqual(complaints, []);
});

/** A photo that has come out of the decoder. */
async function addPhoto(story: Awaited<ReturnType<typeof tell>>): Promise<void> {
  const name = `${randomBytes(16).toString('hex')}.webp`;
  const [width, height] = [960, 640];
  const picture = sharp({ create: { width, height, channels: 3, background: '#a52' } });
  const bytes = await picture.webp().toBuffer();
  await app.deps.media.put(name, 'image/webp', { bytes });
  await app.deps.storage.write(async (tx) => {
    const { id: storyId, memberId } = story;
    const file = { publicId: newPublicId(), storyId, memberId, kind: 'photo', position: 0, fileName: null } as const;
    const id = await tx.media.insert({ ...file, bytes: bytes.length }, clock.now());
    const image = { role: 'image', type: 'image/webp', width, height, language: null, text: null } as const;
    const shape = { width, height, duration: null, placeholder: '#aa5522' };
    await tx.media.ready(id, shape, [{ ...image, name, bytes: bytes.length }]);
    await tx.stories.setKind(storyId, 'photo');
  });
}
