/** Browsers whose pages are watched: what they complain of, and whom they ask. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page, Viewport } from 'puppeteer-core';
import type { TestDemo } from './demo.ts';
import { newPage } from './browser.ts';

/** One person's browser: nobody else's cookies, one page at a time. */
export interface Watched {
  context: BrowserContext;
  page: Page;
  /** Errors and warnings of the pages. */
  complaints: string[];
  /** Addresses of others that were asked. */
  strangers: string[];
  /** Fails unless nothing was complained of, nobody else was asked, and nothing was stored. */
  assertQuiet(): Promise<void>;
}

/** A phone, held upright. */
export const phone: Viewport = { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
export const desktop: Viewport = { width: 1280, height: 900 };

/**
 * Opens a browser of somebody's own.
 * @param expected complaints that are answers, which browsers write down as failed requests
 */
export async function openWatched(
  browser: Browser,
  { club, origins }: Pick<TestDemo, 'club' | 'origins'>,
  { viewport = desktop, expected }: { viewport?: Viewport; expected?: RegExp | undefined } = {},
): Promise<Watched> {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  const complaints: string[] = [];
  const strangers: string[] = [];
  const home = [club, ...Object.values(origins)];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (!['error', 'warn'].includes(message.type()) || expected?.test(message.text())) return;
    complaints.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && !home.includes(url.origin)) strangers.push(request.url());
  });
  await page.setViewport(viewport);
  const stored = () => page.evaluate(() => localStorage.length + sessionStorage.length);
  return {
    context,
    page,
    complaints,
    strangers,
    async assertQuiet() {
      assert.deepEqual(complaints, []);
      assert.deepEqual(strangers, []);
      assert.equal(await stored(), 0, 'something was stored in the browser');
    },
  };
}
