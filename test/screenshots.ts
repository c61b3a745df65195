/**
 * `npm run screenshots [folder]`: every screen that people see, at 320 and 1280 px, light and dark, to be
 * looked at. Without a folder it renews the pictures of the README in `demo/pictures`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from './support/browser.ts';
import { openDemo, type TestDemo } from './support/demo.ts';

const widths = [320, 1280];
const schemes = ['light', 'dark'];

type Step = (page: Page, demo: TestDemo) => Promise<void>;

interface Screen {
  name: string;
  address: (demo: TestDemo) => string;
  prepare?: Step;
}

const city = (demo: TestDemo) => demo.origins['ville-de-mulhouse']!;
const chamber = (demo: TestDemo) => `${demo.origins['chambre-des-entrepreneurs']}/de.html#join`;
const bakery = (demo: TestDemo) => demo.origins['boulangerie-du-klapperstein']!;
const field = (name: string) => `ambassador-signup >>> [name=${name}]`;

const unfold: Step = async (page) => {
  await page.waitForFunction(() => customElements.get('ambassador-signup'));
  await page.$eval('ambassador-signup', (element) => element.setAttribute('open', ''));
  await page.waitForSelector(field('firstName'), { visible: true });
};
const send: Step = async (page) => {
  await page.$eval('ambassador-signup', (element) => (element as HTMLElement & { submit(): void }).submit());
};
const fill: Step = async (page, demo) => {
  await unfold(page, demo);
  await page.type(field('firstName'), 'Odile');
  await page.type(field('email'), 'odile@example.org');
  for (const name of ['circle', 'age15', 'charter', 'newsletter']) {
    await page.$eval(field(name), (element) => (element as HTMLElement).click());
  }
};

const screens: Screen[] = [
  { name: 'home', address: (demo) => `${demo.club}/?lang=fr` },
  { name: 'join', address: (demo) => `${demo.club}/join?partner=ville-de-mulhouse&lang=fr` },
  { name: 'charter', address: (demo) => `${demo.club}/charte?lang=de` },
  { name: 'city', address: city },
  { name: 'city-form', address: city, prepare: unfold },
  {
    name: 'city-errors',
    address: city,
    async prepare(page, demo) {
      await unfold(page, demo);
      await page.type(field('email'), 'odile@');
      await send(page, demo);
      await page.waitForSelector('ambassador-signup >>> .box');
    },
  },
  {
    name: 'city-vip',
    address: city,
    async prepare(page, demo) {
      await fill(page, demo);
      await page.$eval(`${field('circle')}[value=vip]`, (element) => (element as HTMLElement).click());
    },
  },
  {
    name: 'city-down',
    address: city,
    async prepare(page, demo) {
      await fill(page, demo);
      await page.setOfflineMode(true);
      await send(page, demo);
      await page.waitForSelector('ambassador-signup >>> .box', { timeout: 20_000 });
    },
  },
  {
    name: 'city-sent',
    address: city,
    async prepare(page, demo) {
      await fill(page, demo);
      await send(page, demo);
      await page.waitForFunction(
        () => document.querySelector('ambassador-signup')?.shadowRoot?.textContent?.includes('odile@example.org'),
        { timeout: 20_000 },
      );
    },
  },
  { name: 'chamber', address: (demo) => demo.origins['chambre-des-entrepreneurs']! },
  { name: 'chamber-form', address: chamber, prepare: unfold },
  { name: 'bakery', address: bakery },
];

/** A page as one visitor sees it. */
async function shoot(browser: Browser, demo: TestDemo, screen: Screen, width: number, scheme: string, path: string) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(screen.address(demo), { waitUntil: 'networkidle2' });
  await screen.prepare?.(page, demo);
  await page.screenshot({ path, fullPage: true });
  await context.close();
}

const folder = process.argv[2];
const only = process.argv[3];
const demo = await openDemo();
const browser = await launchBrowser();
try {
  if (folder === undefined) {
    const pictures = join(import.meta.dirname, '../demo/pictures');
    mkdirSync(pictures, { recursive: true });
    await readmePictures(browser, demo, pictures);
  } else {
    mkdirSync(folder, { recursive: true });
    for (const screen of screens.filter(({ name }) => only === undefined || name.startsWith(only))) {
      for (const width of widths) {
        for (const scheme of schemes) {
          const path = join(folder, `${screen.name}-${width}-${scheme}.png`);
          await shoot(browser, demo, screen, width, scheme, path);
          console.log(path);
        }
      }
    }
  }
} finally {
  await browser.close();
  await demo.close();
}

/** The form where it stands on the city's page, and the thank-you on a phone in the dark. */
async function readmePictures(browser: Browser, demo: TestDemo, pictures: string): Promise<void> {
  const clip = async (page: Page, above: number, height: number, path: string) => {
    const top = await page.$eval('ambassador-signup', (element) => element.getBoundingClientRect().top + scrollY);
    const { width } = page.viewport()!;
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: Math.max(0, top - above), width, height } });
  };
  const page = await browser.newPage();
  await page.setViewport({ width: 1120, height: 900 });
  await page.goto(city(demo), { waitUntil: 'networkidle2' });
  await fill(page, demo);
  await clip(page, 220, 900, join(pictures, 'join.png'));
  await page.close();
}
