/** One look at a page by somebody who reads it to its end, and what the browser noted meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { watchTasks, type Task } from './tasks.ts';

const phone = { width: 412, height: 823 };

/** Milliseconds until every answer is there, wherever it comes from: on this machine there is no way to it. */
const latency = 100;

/** Long enough for everything that follows an answer to have happened. */
const settled = 200;

/** A page, and how to see that what it is about is there. */
export interface Looked {
  url: string;
  /** What can be found once everything shows itself. */
  shown: readonly string[];
  /** What a visitor would press first: what that loads belongs to it. */
  touched?: string;
  /** The page is itself what is measured, its own document counted. */
  whole?: boolean;
}

/** What the browser noted. Requests and bytes are those of other origins than the page's own, frames included. */
export interface Look {
  requests: number;
  /** Bodies as they went over the wire. */
  bodies: number;
  /** The same with their heads. */
  received: number;
  /** Of the bodies, what scripts and style sheets are. */
  code: number;
  /** Sum of all layout shifts that were not the visitor's doing. */
  shift: number;
  tasks: Task[];
  /** Milliseconds in scripts, by the clock. */
  script: number;
  /** Largest contentful paint, milliseconds after the visit began. */
  painted: number;
}

interface Noted {
  shift: number;
  painted: number;
  /** The largest paint is that of a picture: on a partner's page, the one that is meant. */
  picture: boolean;
}

/** What the two kinds of entries have of their own. */
interface Entry {
  value: number;
  hadRecentInput: boolean;
  url: string;
}

function observe(): void {
  const noted: Noted = { shift: 0, painted: 0, picture: false };
  Object.assign(window, { noted });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & Entry)[]) {
      if (entry.entryType === 'largest-contentful-paint') {
        noted.painted = entry.startTime;
        noted.picture = entry.url !== '';
      } else if (!entry.hadRecentInput) noted.shift += entry.value;
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  observer.observe({ type: 'largest-contentful-paint', buffered: true });
}

/**
 * Opens a page for the first time, reads it to its end, and touches what there is to touch.
 * @param slowdown how many times slower than this machine the phone is
 */
export async function look(browser: Browser, looked: Looked, slowdown: number): Promise<Look> {
  return onPhone(browser, slowdown, async (page) => {
    const network = await watchTransfers(page, looked.whole ? undefined : new URL(looked.url).origin);
    const tasks = await watchTasks(page);
    await page.goto(looked.url, { waitUntil: 'load' });
    if (!looked.whole) await pictureOn(page);
    await sleep(settled);
    await readOn(page);
    for (const selector of looked.shown) await page.waitForSelector(selector, { timeout: 10_000 });
    if (looked.touched) await page.click(looked.touched);
    await page.waitForNetworkIdle({ idleTime: settled });
    const { shift, painted } = await notedOn(page);
    const { ScriptDuration: script = 0 } = await page.metrics();
    return { ...network(), shift, painted, script: script * 1000, tasks: await tasks() };
  });
}

/**
 * Opens a page for the first time and waits for what is largest in view.
 * @returns milliseconds
 */
export function largestPaint(browser: Browser, url: string, slowdown: number): Promise<number> {
  return onPhone(browser, slowdown, async (page) => {
    await delay(await page.createCDPSession());
    await page.goto(url, { waitUntil: 'load' });
    await pictureOn(page);
    await sleep(settled);
    return (await notedOn(page)).painted;
  });
}

/** A new browser each time, as far as pages can tell: nothing is cached. */
async function onPhone<T>(browser: Browser, slowdown: number, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(phone);
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(observe);
    return await visit(page);
  } finally {
    await context.close();
  }
}

const notedOn = (page: Page): Promise<Noted> => page.evaluate(() => (window as unknown as { noted: Noted }).noted);

/** On a busy machine the browser says late what it has painted. */
async function pictureOn(page: Page): Promise<void> {
  const isPainted = () => (window as unknown as { noted: Noted }).noted.picture;
  await page.waitForFunction(isPainted, { polling: 50, timeout: 10_000 });
}

async function delay(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  const unlimited = { downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, ...unlimited });
}

/** Scrolls to the end as a thumb does: in steps, the page drawing in between. */
async function readOn(page: Page): Promise<void> {
  await page.mouse.move(phone.width / 2, phone.height / 2);
  const left = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  for (let steps = 0; (await left()) > 1; steps++) {
    if (steps > 100) throw new Error(`The end of ${page.url()} was not reached by scrolling.`);
    await page.mouse.wheel({ deltaY: 700 });
    await sleep(40);
  }
}

/** What goes over the wire, as the browser counts it. What the page's own site sends is not counted. */
async function watchTransfers(page: Page, own: string | undefined) {
  const session = await page.createCDPSession();
  await delay(session);
  const types = new Map<string, string>();
  const heads = new Map<string, number>();
  const sum = { bodies: 0, received: 0, code: 0 };
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    const { protocol, origin } = new URL(request.url);
    if (protocol.startsWith('http') && origin !== own) types.set(requestId, type);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, headersText = '' }) => {
    heads.set(requestId, headersText.length);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type === undefined) return;
    const body = encodedDataLength - (heads.get(requestId) ?? 0);
    sum.received += encodedDataLength;
    sum.bodies += body;
    if (type === 'Script' || type === 'Stylesheet') sum.code += body;
  });
  return () => ({ requests: types.size, ...sum });
}
