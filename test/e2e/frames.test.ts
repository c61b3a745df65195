/**
 * Frames on pages of others, in a real browser: they have the height of what is in them at every width, they sit on
 * any ground, and whatever else a page or a frame says changes nothing.
 */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Browser, Frame, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { embeddable, type Embeddable } from '../../api/contract/embed.ts';
import { readWidgetFiles } from '../../api/http/widget-files.ts';
import { buildIfStale } from '../../demo/build.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { awardBadge } from '../support/awarded-badge.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { freePorts } from '../support/demo.ts';
import { press } from '../support/hand.ts';
import { serveTestApp, type TestServer } from '../support/server.ts';
import { tell } from '../support/told.ts';
import { until } from '../support/until.ts';

let browser: Browser;
let app: TestApp;
let server: TestServer;
let hosts: Server;
let club: string;
/** The partner's site, and one that is not on its list. */
let site: string;
let stranger: string;
let badge: string;
/** Pages of both sites, by path. */
const pages = new Map<string, string>();

before(async () => {
  await buildIfStale();
  const port = await freePorts(1);
  club = `http://localhost:${port}`;
  app = await openTestApp({
    publicUrl: club,
    mediaOrigin: club,
    widgets: readWidgetFiles(new URL('../../dist/widgets', import.meta.url).pathname),
  });
  app.clock.now = () => Date.now();
  server = await serveTestApp(app, { port });
  hosts = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages.get(request.url ?? '') ?? '<!doctype html><title>x</title>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => hosts.once('listening', resolve));
  const { port: hostPort } = hosts.address() as AddressInfo;
  site = `http://localhost:${hostPort}`;
  stranger = `http://127.0.0.1:${hostPort}`;
  await app.deps.storage.insertPartner(
    { slug: 'baker', kind: 'business', name: 'Bäckerei', origins: [site], status: 'active' },
    app.clock.now(),
  );
  badge = (await awardBadge(app.deps, 40)).publicId;
  for (const text of ['Une histoire courte, du marché.', 'Une autre, bien plus longue. '.repeat(30)]) {
    await tell(app, { text });
  }
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  hosts?.close();
  await app?.remove();
});

const address = (widget: Embeddable, more = '') =>
  `${club}/embed/${widget}?partner=baker&lang=fr${widget === 'badge' ? `&badge=${badge}` : ''}${more}`;
const iframe = (src: string) => `<iframe title="Club" src="${src.replaceAll('&', '&amp;')}"></iframe>`;

interface Opening {
  head: string;
  script: boolean;
  from: string;
  until: 'load' | 'networkidle0';
  /** Takes what the browser says in its console. */
  said: string[];
}

/** A page of the partner's, as webmasters write them. */
async function open(body: string, options: Partial<Opening> = {}): Promise<Page> {
  const { head = '', script = true, from = site, until: event = 'networkidle0', said } = options;
  const path = `/page-${pages.size}`;
  const loader = script ? `<script type="module" src="${club}/widgets/1/frame.js"></script>` : '';
  const rules = 'body{margin:0}iframe{display:block;width:100%;border:0}';
  pages.set(
    path,
    `<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><title>x</title><style>${rules}</style>${head}<body>${body}${loader}`,
  );
  const page = await newPage(browser);
  if (said) page.on('console', (line) => said.push(`${line.text()} (${line.location().url})`));
  await page.setViewport({ width: 800, height: 900 });
  await page.goto(from + path, { waitUntil: event });
  const count = from === site ? body.split(`${club}/embed/`).length - 1 : 0;
  await until(
    async () => (await Promise.all(framesOf(page).map(hasSpoken))).filter(Boolean).length === count,
    () => `${framesOf(page).length} of ${count} frames are there.`,
  );
  return page;
}

/** Whether what is in a frame has come, and has been measured: its height has been told by then. */
const hasSpoken = (frame: Frame): Promise<boolean> =>
  frame
    .evaluate(async () => {
      if (document.readyState !== 'complete') return false;
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return true;
    })
    .catch(() => false);

/** Writes down what the page is told. */
const listener = `<script>window.said = []; addEventListener('message', ({ data }) => said.push(data));</script>`;

const framesOf = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().startsWith(`${club}/embed/`));

/** How tall the frame is, and what is in it. */
async function sizes(page: Page, frame: Frame) {
  const given = await page.$eval('iframe', (element) => element.clientHeight);
  const { needed, wide } = await frame.evaluate(() => ({
    needed: Math.ceil(document.body.getBoundingClientRect().height),
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  return { given, needed, wide };
}

/** Whether the widgets in a frame have drawn themselves, which they do some time after the frame is there. */
const isDrawn = (frame: Frame): Promise<boolean> =>
  frame
    .evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('ambassador-'))
        .every((one) => one.shadowRoot?.querySelector(one.matches('ambassador-story-form') ? '.panel' : '.base')),
    )
    .catch(() => false);

/** Waits until what is in the frames is drawn, and nothing has changed for some pictures. */
async function settled(page: Page): Promise<void> {
  await until(
    async () => (await Promise.all(framesOf(page).map(isDrawn))).every(Boolean),
    () => 'a widget in a frame draws nothing.',
  );
  await page.evaluate(async () => {
    const frame = document.querySelector('iframe')!;
    let last = -1;
    for (let same = 0; same < 8;) {
      await new Promise(requestAnimationFrame);
      same = frame.clientHeight === last ? same + 1 : 0;
      last = frame.clientHeight;
    }
  });
}

/** Waits until the frame has the height of what is in it. */
async function fitted(page: Page, frame: Frame): Promise<{ given: number; wide: boolean }> {
  await settled(page);
  let seen = await sizes(page, frame);
  await until(
    async () => {
      seen = await sizes(page, frame);
      return seen.given === seen.needed;
    },
    () => `the frame has ${seen.given} of ${seen.needed} pixels.`,
  );
  return { given: seen.given, wide: seen.wide };
}

describe('a frame has the height of what is in it', () => {
  for (const widget of embeddable) {
    test(`${widget}, at every width, in one step each, and a quiet console`, async () => {
      const said: string[] = [];
      const page = await open(
        `<script>window.heights = [];
        addEventListener('message', ({ data }) => data?.type === 'ambassador-frame' && heights.push(data.height));</script>
        ${iframe(address(widget))}`,
        { said },
      );
      await settled(page);
      const [frame] = framesOf(page);
      for (let width = 280; width <= 1920; width += 117) {
        await page.setViewport({ width, height: 700 });
        const { wide } = await fitted(page, frame!);
        assert.equal(wide, false, `${widget} at ${width} is too wide`);
      }
      const heights = await page.evaluate(() => (window as unknown as { heights: number[] }).heights);
      // One message for each real change, never back and forth. Asked by the page, the frame says it once more.
      const repeated = heights.filter((height, index) => height === heights[index - 1]);
      assert.ok(repeated.length <= 1, `said again: ${repeated}`);
      assert.ok(heights.length <= 2 * 15 + 4, `${heights.length} messages`);
      assert.deepEqual(said, []);
      await page.close();
    });
  }

  test('when something in it is opened, and closed again', async () => {
    const page = await open(iframe(address('badge')));
    const [frame] = framesOf(page);
    const before = await fitted(page, frame!);
    await press(frame!, 'summary');
    const opened = await fitted(page, frame!);
    assert.ok(opened.given > before.given + 40);
    assert.equal(await frame!.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'hidden');
    await press(frame!, 'summary');
    assert.deepEqual(await fitted(page, frame!), before);
    await page.close();
  });

  test('when it comes later than the script, or earlier, or the script comes twice', async () => {
    const late = await open(`<script type="module" src="${club}/widgets/1/frame.js?again"></script>`);
    await late.evaluate(
      (src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.title = 'Club';
        document.body.append(frame);
      },
      address('counter', '&variant=figure'),
    );
    await late.waitForFunction(() => document.querySelector('iframe')!.clientHeight > 170);
    await late.close();

    const early = await open(iframe(address('counter', '&variant=figure')), { script: false });
    assert.equal(await early.$eval('iframe', (one) => one.clientHeight), 150);
    await early.evaluate((src) => void import(src), `${club}/widgets/1/frame.js`);
    await early.waitForFunction(() => document.querySelector('iframe')!.clientHeight > 170);
    await early.close();
  });

  test('inside the borders of a page that counts them, whatever the page says of frames', async () => {
    const head = `<style>* { box-sizing: border-box } iframe { border: 7px solid; height: 40px !important }</style>`;
    const page = await open(iframe(address('signup')), { head });
    await fitted(page, framesOf(page)[0]!);
    await page.close();
  });

  test('or scrolls, on a page without our script', async () => {
    const page = await open(iframe(address('signup')), { script: false });
    const [frame] = framesOf(page);
    assert.equal(await page.$eval('iframe', (one) => one.clientHeight), 150);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const overflow = await frame!.evaluate(() => getComputedStyle(document.documentElement).overflowY);
    assert.equal(overflow, 'visible');
    await frame!.evaluate(() => scrollTo(0, 300));
    assert.equal(await frame!.evaluate(() => scrollY), 300);
    await page.close();
  });
});

describe('what a page is told', () => {
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: unknown[] }).said);

  test('is its frame’s height, and nothing else', async () => {
    const page = await open(`${listener}${iframe(address('counter'))}`, { script: false });
    const [message] = (await until(
      async () => (await said(page)).length > 0 && said(page),
      () => 'the page is told nothing.',
    )) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(message!), ['type', 'version', 'height']);
    await page.close();
  });

  test('is nothing on the page of a stranger, whose browser does not show the frame', async () => {
    const page = await open(`${listener}${iframe(address('counter'))}`, { from: stranger });
    assert.deepEqual(framesOf(page), []);
    assert.deepEqual(await said(page), []);
    await page.close();
  });

  test('is said again to a script that comes late and asks, also on a page that sends no referrer', async () => {
    const head = `<meta name="referrer" content="no-referrer">`;
    const page = await open(iframe(address('counter', '&variant=figure')), { head, script: false });
    const [frame] = framesOf(page);
    assert.equal(await frame!.evaluate(() => document.referrer), '');
    await page.evaluate((src) => void import(src), `${club}/widgets/1/frame.js`);
    await page.waitForFunction(() => document.querySelector('iframe')!.clientHeight > 170);
    await page.close();
  });
});

describe('nothing else changes a page', () => {
  test('a thousand messages of any shape, of the page itself and of a frame that is not ours', async () => {
    const page = await open(`${iframe(address('counter'))}<iframe id="other" title="x" src="/other"></iframe>`);
    await settled(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const message = fc.oneof(
      fc.constantFrom(null, undefined, 0, '', [], 'ambassador-frame'),
      fc.record({
        type: fc.constantFrom('ambassador-frame', 'ambassador-frame-question', '__proto__'),
        version: fc.constantFrom(1, 2, '1', null),
        height: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant([500])),
      }),
      fc.jsonValue(),
    );
    const messages = fc.sample(message, 1000).map((one) => (one === undefined ? null : one));
    const height = await page.$eval('iframe', (one) => one.getAttribute('style'));
    const other = page.frames().find((frame) => frame.url().endsWith('/other'))!;
    const send = (all: unknown[]) => {
      for (const one of all) parent.postMessage(one, '*');
    };
    await page.evaluate(send, messages);
    await other.evaluate(send, messages);
    await settled(page);
    assert.equal(await page.$eval('iframe', (one) => one.getAttribute('style')), height);
    assert.equal(await page.$eval('#other', (one) => one.getAttribute('style')), null);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test('heights out of range from our own frame, and a flood of them sizes it once per picture', async () => {
    const page = await open(iframe(address('counter')));
    await settled(page);
    const [frame] = framesOf(page);
    const height = await page.$eval('iframe', (one) => one.clientHeight);
    await frame!.evaluate((target) => {
      for (const wrong of [0, -5, 1.5, 20_001, 1e9, Number.NaN, Infinity, '500', null, [500]]) {
        parent.postMessage({ type: 'ambassador-frame', version: 1, height: wrong }, target);
      }
      parent.postMessage({ type: 'ambassador-frame', version: 2, height: 500 }, target);
    }, site);
    await settled(page);
    assert.equal(await page.$eval('iframe', (one) => one.clientHeight), height);
    await page.evaluate(() => {
      const counts = { writes: 0, pictures: 0, done: false };
      Object.assign(window, { counts });
      const set = CSSStyleDeclaration.prototype.setProperty;
      CSSStyleDeclaration.prototype.setProperty = function count(...given) {
        counts.writes += 1;
        set.apply(this, given as never);
      };
      const count = () => {
        counts.pictures += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    });
    await frame!.evaluate((target) => {
      for (let index = 0; index < 5000; index += 1) {
        parent.postMessage({ type: 'ambassador-frame', version: 1, height: 100 + (index % 300) }, target);
      }
      parent.postMessage({ type: 'ambassador-frame', version: 1, height: 432 }, target);
    }, site);
    await page.waitForFunction(() => document.querySelector('iframe')!.clientHeight === 432);
    const { writes, pictures } = await page.evaluate(
      () => (window as unknown as { counts: { writes: number; pictures: number } }).counts,
    );
    assert.ok(writes <= 2 * (pictures + 2), `${writes} writes in ${pictures} pictures`);
    await page.close();
  });

  test('nor does a frame obey somebody who is not around it', async () => {
    const page = await open(`${listener}${iframe(address('badge'))}<iframe title="x" src="/other"></iframe>`, {
      script: false,
    });
    const [frame] = framesOf(page);
    const told = () => page.evaluate(() => (window as unknown as { said: unknown[] }).said.length);
    const before = await until(told, () => 'the frame never said how tall it is.');
    const other = page.frames().find((one) => one.url().endsWith('/other'))!;
    const ask = () => {
      for (const question of [{ type: 'ambassador-frame-question', version: 1 }, null, 'x']) {
        (parent.frames[0] as Window).postMessage(question, '*');
      }
    };
    await other.evaluate(ask);
    await frame!.evaluate(ask);
    await settled(page);
    assert.equal(await told(), before);
    // The page around it is answered.
    await page.evaluate(ask);
    await page.waitForFunction(
      (count) => (window as unknown as { said: unknown[] }).said.length === count,
      {},
      before + 1,
    );
    await page.close();
  });
});

describe('any ground', () => {
  /** The colour beside what is in the frame: the page's own, when nothing lies between. */
  async function beside(page: Page): Promise<number[]> {
    const { width, height } = (await (await page.$('iframe'))!.boundingBox())!;
    const picture = await page.screenshot({ clip: { x: width - 1, y: height - 1, width: 1, height: 1 } });
    const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return [...data];
  }

  test('shows through, light or dark, whatever the reader prefers', async () => {
    for (const preferred of [0, 1]) {
      const reader = await launchBrowser({ args: [`--blink-settings=preferredColorScheme=${preferred}`] });
      const usual = browser;
      browser = reader;
      try {
        for (const [scheme, theme, isLight] of [
          ['', '', false],
          ['', '&theme=dark', true],
          ['dark', '', true],
          ['dark', '&theme=dark', true],
          ['light dark', '', preferred === 0],
        ] as const) {
          const head = `<style>html { background: rgb(0, 200, 0); ${scheme && `color-scheme: ${scheme}`} }</style>`;
          const page = await open(iframe(address('badge', theme)), { head, until: 'load' });
          await settled(page);
          const where = `prefers ${preferred ? 'light' : 'dark'}, page ${scheme || 'names none'}, ${theme}`;
          assert.deepEqual(await beside(page), [0, 200, 0], where);
          const ink = await framesOf(page)[0]!.evaluate(() => getComputedStyle(document.body).color);
          const isLightInk = Number(/\d+/.exec(ink)![0]) > 128;
          assert.equal(isLightInk, isLight, where);
          await page.close();
        }
      } finally {
        browser = usual;
        await reader.close();
      }
    }
  });
});

test('every frame can be read, and used, without JavaScript', async () => {
  for (const widget of embeddable) {
    const page = await newPage(browser);
    await page.setJavaScriptEnabled(false);
    pages.set('/plain', `<!doctype html><html lang="fr"><title>x</title>${iframe(address(widget))}`);
    await page.goto(`${site}/plain`, { waitUntil: 'networkidle0' });
    const text = await until(
      () =>
        framesOf(page)[0]
          ?.$eval('main', (main) => main.textContent.trim())
          .catch(() => undefined),
      () => `${widget} is not in its frame.`,
    );
    assert.ok(text.length > 20, widget);
    const ways = await framesOf(page)[0]!.$$eval('a, button, details', (all) => all.length);
    assert.ok(ways > 0 || widget === 'counter', widget);
    await page.close();
  }
});
