/**
 * `npm run screenshots [folder]`: every screen that people see, at 320 and 1280 px, light and dark, to be
 * looked at. Without a folder it renews the pictures of the README.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Cookie, ElementHandle, Page } from 'puppeteer-core';
import { demoBadgeId } from '../demo/seed-badges.ts';
import { demoPartnerPeople } from '../demo/seed-partners.ts';
import { demoAuthor, demoStaff, storyId } from '../demo/seed-stories.ts';
import { Author } from './support/author.ts';
import { badgeSheet } from './support/badge-sheet.ts';
import { launchBrowser } from './support/browser.ts';
import { openDemo, picturesOf, type TestDemo } from './support/demo.ts';
import { Moderator } from './support/moderator.ts';
import { arriveAtPartner } from './support/partner-browser.ts';
import { readmeBadges } from './support/readme-badges.ts';
import type { Watched } from './support/watched.ts';

const widths = [320, 1280];
const schemes = ['light', 'dark'];

type Step = (page: Page, demo: TestDemo) => Promise<void>;

interface Screen {
  name: string;
  address: (demo: TestDemo) => string;
  /** The address of who is signed in. */
  as?: string;
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

const openAll: Step = async (page) => {
  await page.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });
};

const admin = demoStaff.find(({ role }) => role === 'admin')!.email;
const lucie = demoPartnerPeople[0]!.email;

const screens: Screen[] = [
  { name: 'home', address: (demo) => `${demo.club}/?lang=fr` },
  { name: 'join', address: (demo) => `${demo.club}/join?partner=ville-de-mulhouse&lang=fr` },
  { name: 'configurator', address: (demo) => `${demo.club}/embed?lang=fr` },
  {
    name: 'configurator-signup',
    address: (demo) => `${demo.club}/embed?lang=de&partner=ville-de-mulhouse&accent=%23ffd400`,
  },
  {
    name: 'configurator-refused',
    address: (demo) => `${demo.club}/embed?lang=en&partner=nobody&widget=counter&accent=url(x)&variant=odd&colour=red`,
  },
  { name: 'charter', address: (demo) => `${demo.club}/charte?lang=de` },
  { name: 'console', address: (demo) => `${demo.club}/console?lang=fr` },
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
  { name: 'stories', address: (demo) => `${demo.club}/stories?lang=fr` },
  { name: 'story-photo', address: (demo) => `${demo.club}/stories/${storyId('jardin-de-la-cite')}?lang=fr` },
  { name: 'story-film', address: (demo) => `${demo.club}/stories/${storyId('film-du-tram')}?lang=de` },
  { name: 'story-rtl', address: (demo) => `${demo.club}/stories/${storyId('sabah')}?lang=en` },
  { name: 'story-link', address: (demo) => `${demo.club}/stories/${storyId('video-du-carnaval')}?lang=gsw` },
  {
    name: 'story-report',
    address: (demo) => `${demo.club}/stories/${storyId('jardin-de-la-cite')}/report?lang=fr`,
  },
  { name: 'frame', address: (demo) => `${demo.club}/embed/testimonials?partner=ville-de-mulhouse&lang=fr` },
  { name: 'widget-stories', address: (demo) => `${demo.club}/demo/widgets/testimonials.html`, prepare: scrollThrough },
  { name: 'widget-badge', address: (demo) => `${demo.club}/demo/widgets/badge.html`, prepare: scrollThrough },
  {
    name: 'widget-badge-details',
    address: (demo) => `${demo.club}/demo/widgets/badge.html`,
    async prepare(page) {
      const button = await page.waitForSelector('ambassador-badge >>> button');
      await button!.click();
    },
  },
  { name: 'widget-story-form', address: (demo) => `${demo.club}/demo/widgets/story-form.html` },
  {
    name: 'badge-pictures',
    address: () => 'about:blank',
    async prepare(page) {
      await page.setContent(await badgeSheet());
    },
  },
  { name: 'sign-in', address: (demo) => `${demo.club}/sign-in?next=/me/stories&lang=fr` },
  { name: 'console', address: (demo) => `${demo.club}/console?lang=fr` },
  { name: 'me', address: (demo) => `${demo.club}/me?lang=fr`, as: demoAuthor },
  { name: 'badge', address: (demo) => `${demo.club}/b/${demoBadgeId('author')}?lang=en`, prepare: openAll },
  { name: 'badge-business', address: (demo) => `${demo.club}/b/${demoBadgeId('elsewhere')}?lang=de` },
  { name: 'badge-ended', address: (demo) => `${demo.club}/b/${demoBadgeId('ended')}?lang=fr` },
  { name: 'badge-sheet', address: (demo) => `${demo.club}/b/${demoBadgeId('elsewhere')}/print?lang=fr` },
  { name: 'badge-report', address: (demo) => `${demo.club}/b/${demoBadgeId('author')}/report?lang=gsw` },
  { name: 'badges', address: (demo) => `${demo.club}/badges?lang=fr` },
  { name: 'my-badges', address: (demo) => `${demo.club}/me/badges?lang=fr`, as: demoAuthor, prepare: openAll },
  { name: 'partner-desk', address: (demo) => `${demo.club}/console/partners?lang=fr`, as: admin },
  { name: 'partner-edit', address: (demo) => `${demo.club}/console/partners/ville-de-mulhouse?lang=fr`, as: admin },
  {
    name: 'partner-pause',
    address: (demo) => `${demo.club}/console/partners/ville-de-mulhouse/pause?lang=de`,
    as: admin,
  },
  {
    name: 'partner-errors',
    address: (demo) => `${demo.club}/console/partners/new?lang=fr`,
    as: admin,
    async prepare(page) {
      await page.type('#slug', 'Musée du papier');
      await page.type('#origins', 'https://*.fr\nwww.musee.example');
      await page.type('#accent', 'rouge');
      await Promise.all([page.waitForNavigation(), page.click('form.card .button')]);
    },
  },
  { name: 'partner-sign-in', address: (demo) => `${demo.club}/partner/sign-in?lang=de` },
  { name: 'partner-space', address: (demo) => `${demo.club}/partner?lang=fr`, as: lucie },
  { name: 'my-stories', address: (demo) => `${demo.club}/me/stories?lang=fr`, as: demoAuthor },
  {
    name: 'my-stories-photos',
    address: (demo) => `${demo.club}/me/stories?lang=fr`,
    as: demoAuthor,
    async prepare(page) {
      await press(page, 'Nouveau récit');
      await page.waitForSelector('ambassador-story-form >>> #text');
      await page.$eval('ambassador-story-form >>> #kind-photo', (element) => (element as HTMLElement).click());
      await page.$eval('ambassador-story-form >>> #adult-on', (element) => (element as HTMLElement).click());
      await press(page, 'Confier au club');
      await page.waitForSelector('ambassador-story-form >>> .summary .box');
    },
  },
];

/** Pictures come when they are in view: whoever looks at a whole page has been through it. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    await page.waitForNetworkIdle({ idleTime: 100 });
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Presses a button of the story form by its words. */
async function press(page: Page, words: string): Promise<void> {
  const button = await page.waitForFunction(
    (what) =>
      [...(document.querySelector('ambassador-story-form')?.shadowRoot?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent?.includes(what),
      ),
    {},
    words,
  );
  await (button.asElement() as ElementHandle<HTMLElement>).evaluate((one) => one.click());
}

/** A page as one visitor sees it. */
async function shoot(browser: Browser, demo: TestDemo, screen: Screen, width: number, scheme: string, path: string) {
  const context = await browser.createBrowserContext();
  if (screen.as !== undefined) await context.setCookie(await signedIn(browser, demo, screen.as));
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

const sessions = new Map<string, Promise<Cookie>>();

/** The cookie of a session, which one code is enough for. */
function signedIn(browser: Browser, demo: TestDemo, email: string): Promise<Cookie> {
  const known = sessions.get(email) ?? signIn(browser, demo, email);
  sessions.set(email, known);
  return known;
}

async function signIn(browser: Browser, demo: TestDemo, email: string): Promise<Cookie> {
  const watched = await staffHere(browser, demo, email);
  if (watched) return (await watched.context.cookies()).find(({ name }) => name === '__Host-staff')!;
  const author = await Author.open(demo, browser, email);
  await author.arrive();
  const cookies = await author.watched.context.cookies();
  return cookies.find(({ name }) => name === '__Host-session')!;
}

/** Somebody of the club's staff at the console, or of a partner's on its pages. */
async function staffHere(browser: Browser, demo: TestDemo, email: string): Promise<Watched | undefined> {
  if (demoStaff.some((one) => one.email === email)) return (await Moderator.arrive(demo, browser, email)).watched;
  if (!demoPartnerPeople.some((one) => one.email === email)) return undefined;
  return arriveAtPartner(demo, browser, email);
}

const folder = process.argv[2];
const only = process.argv[3];
const demo = await openDemo();
await picturesOf(demo);
const browser = await launchBrowser();
try {
  if (folder === undefined) {
    await readmePicture(browser, demo, join(import.meta.dirname, '../demo/picture.webp'));
    await readmeBadgePicture(browser, join(import.meta.dirname, '../demo/badges.webp'));
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

/** One window of the README's picture: what it shows, and where it lies. */
interface Window {
  address: string;
  scheme: string;
  width: number;
  height: number;
  left: number;
  top: number;
  /** What stands at the top of the window. */
  from: string;
  open?: boolean;
  /** How far below that, in pixels. */
  offset: number;
}

/** The three sites side by side, as windows on one table. */
async function readmePicture(browser: Browser, demo: TestDemo, path: string): Promise<void> {
  const windows: Window[] = [
    {
      address: city(demo),
      scheme: 'light',
      width: 780,
      height: 824,
      left: 60,
      top: 56,
      from: 'figure',
      offset: 400,
      open: true,
    },
    {
      address: chamber(demo),
      scheme: 'dark',
      width: 600,
      height: 674,
      left: 680,
      top: 170,
      from: 'body',
      offset: 0,
      open: true,
    },
    {
      address: bakery(demo),
      scheme: 'light',
      width: 380,
      height: 764,
      left: 1150,
      top: 84,
      from: '.counter',
      offset: 0,
    },
  ];
  const shown: string[] = [];
  for (const one of windows) {
    const page = await browser.newPage();
    await page.setViewport({ width: one.width, height: one.height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: one.scheme }]);
    await page.goto(one.address, { waitUntil: 'networkidle2' });
    if (one.open) await unfold(page, demo);
    // Seen as a person sees it: frames far below are not drawn before someone scrolls to them.
    await page.$eval(
      one.from,
      (element, offset) =>
        scrollTo({ top: element.getBoundingClientRect().top + scrollY + offset, behavior: 'instant' }),
      one.offset,
    );
    await page.waitForNetworkIdle();
    const picture = await page.screenshot({ encoding: 'base64' });
    shown.push(
      `<figure style="left:${one.left}px;top:${one.top}px;width:${one.width}px"><figcaption><i></i><i></i><i></i></figcaption><img src="data:image/png;base64,${picture}" width="${one.width}"></figure>`,
    );
    await page.close();
  }
  const table = await browser.newPage();
  await table.setViewport({ width: 1600, height: 960 });
  await table.setContent(`<style>
    body { margin: 0; height: 960px; overflow: hidden; background: linear-gradient(135deg, #fbeadd, #e9b3a3); }
    figure { position: absolute; margin: 0; border-radius: 14px; overflow: hidden; box-shadow: 0 22px 60px #5a1f1240; }
    figcaption { display: flex; gap: 8px; padding: 8px 16px; background: #2b211d; }
    i { width: 11px; height: 11px; border-radius: 50%; background: #e8d5cb; }
    i:first-child { background: #ff8f78; }
    img { display: block; }
  </style>${shown.join('')}`);
  await table.screenshot({ path, type: 'webp', quality: 82 });
  await table.close();
}

/** The three forms of a badge, on both grounds. */
async function readmeBadgePicture(browser: Browser, path: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1600, height: 560 });
  await page.setContent(readmeBadges());
  await page.screenshot({ path, type: 'webp', quality: 90 });
  await page.close();
}
