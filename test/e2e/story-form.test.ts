/** A member tells a story on the real club: a code by a real mail, a real photo with GPS, a real browser. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { founders } from '../../demo/founders.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';
import { press, write } from '../support/hand.ts';
import { mailedCode } from '../support/letters.ts';
import { tempDir } from '../support/temp.ts';
import { appears } from '../support/until.ts';

let browser: Browser;
let demo: TestDemo;
const temp = tempDir();
const member = founders().find((one) => one.member.language === 'fr' && !one.member.public)!.member.email;
const text = 'Le marché du canal couvert, un samedi matin, et l’odeur du pain.';
/** The first form of the page: others beside it show themes. */
const tag = 'ambassador-story-form:not([theme])';
const inside = (selector: string) => `${tag} >>> ${selector}`;

before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
  temp.remove();
});

/** A phone-sized page whose complaints are kept. */
async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await newPage(await browser.createBrowserContext());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal is an answer; the browser logs it all the same.
    if (['error', 'warn'].includes(message.type()) && !/status of 4/.test(message.text()))
      complaints.push(message.text());
  });
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(demo.club + path);
  return { page, complaints };
}

/** A photo as a phone writes it: on its side, with its place. */
async function phonePhoto(): Promise<string> {
  const path = join(temp.path, 'IMG_1.jpg');
  mkdirSync(temp.path, { recursive: true });
  const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#c96' } }).jpeg();
  const exif = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 44/1 0/1' } };
  writeFileSync(path, await picture.withMetadata({ orientation: 6, exif }).toBuffer());
  return path;
}

test('a photo and its words, from signing in to the queue', async () => {
  const { page, complaints } = await open('/demo/widgets/story-form.html?lang=fr');
  const form = await appears(page, tag);
  await form.evaluate((element) => element.setAttribute('open', ''));
  const send = () => page.$eval(inside('form'), (one) => (one as HTMLFormElement).requestSubmit());
  await appears(page, inside('#email'));
  await write(page, inside('#email'), member);
  await send();
  await appears(page, inside('#code'));
  await write(page, inside('#code'), await mailedCode(demo.smtp, member));
  await send();
  await appears(page, inside('h3'));
  if (!(await page.$(inside('#text')))) await press(page, inside('.actions .button[part=button]'));
  await write(page, inside('#text'), text);
  await press(page, inside('#kind-photo'));
  await press(page, inside('#adult-on'));
  const chooser = (await appears(page, inside('#file'))) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(await phonePhoto());
  await write(page, inside('.media textarea'), 'La façade d’une maison, en ocre');
  for (const box of ['people-nobody', 'permissions-club_site', 'permissions-partner_sites'])
    await press(page, inside(`#${box}`));
  // The club prepares the photo; only then it can be handed in.
  await page.waitForFunction(
    (first) => {
      const root = document.querySelector(first)!.shadowRoot!;
      return (
        !/Envoi|prépare|Préparation/.test(root.querySelector('.media')!.textContent!) &&
        /enregistré/.test(root.querySelector('.save')!.textContent!)
      );
    },
    {},
    tag,
  );
  await send();
  await appears(page, inside('.done'));
  assert.deepEqual(complaints, []);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  assert.equal(kept, '{}');
});
