import type { Browser, Page } from 'puppeteer-core';
import { newPage } from '../support/browser.ts';
import { until } from '../support/until.ts';

/** What a page said and did while it was visited. */
export interface Visit {
  page: Page;
  /** Lines of the console, and errors that nobody caught. */
  lines: string[];
  /** Violations of the page's content security policy. */
  violations(): Promise<string[]>;
  /** Addresses that the page asked for, itself left out. */
  requests: string[];
  /** The text of a part that a widget draws, the first of its tag; empty while the fallback shows. */
  drawn(tag: string, part?: string): Promise<string>;
  /** Waits until every element of a tag draws that part. */
  untilDrawn(tag: string, part?: string): Promise<void>;
  /** Waits until the console has a line like that, and answers with it. */
  untilSaid(line: RegExp): Promise<string>;
  /** Waits until an address like that has been asked for. */
  untilAsked(url: RegExp): Promise<string>;
  /** Presses what a widget draws, by key: what is still on its way to its place is pressed all the same. */
  press(tag: string, part: string): Promise<void>;
  /** Is the light DOM of every element of a tag visible? */
  fallbackShows(tag: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens a page in a browser context of its own.
 * @param prepare what is done to the empty page before
 */
export async function visit(browser: Browser, url: string, prepare?: (page: Page) => Promise<unknown>): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  await prepare?.(page);
  const lines: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().endsWith('/favicon.ico')) requests.push(request.url());
  });
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    // Kept by name of a symbol, so that what the widgets leave on the window can be told apart.
    Object.defineProperty(window, Symbol.for('violations'), { value: seen });
    window.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await page.goto(url, { waitUntil: 'load' });
  const among = (list: readonly string[], wanted: RegExp) => {
    if (page.isClosed()) throw new Error(`The page is closed, and nothing was like ${wanted}.`);
    return list.find((one) => wanted.test(one));
  };
  return {
    page,
    lines,
    requests,
    violations: () =>
      page.evaluate(() => (window as unknown as Record<symbol, string[]>)[Symbol.for('violations')] ?? []),
    drawn: (tag, part = '.base') =>
      page.evaluate(
        (name, selector) => {
          const element = Document.prototype.querySelector.call(document, name);
          return element?.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
        },
        tag,
        part,
      ),
    async untilDrawn(tag, part = '.base') {
      // By hand: puppeteer's own waiting does not survive a polluted Object.prototype.
      await until(
        () =>
          page.evaluate(
            (name, selector) => {
              const elements = [...Document.prototype.querySelectorAll.call(document, name)];
              return elements.every((element) => element.shadowRoot?.querySelector(selector));
            },
            tag,
            part,
          ),
        () => `<${tag}> draws no ${part}. The console: ${lines.join(' | ') || 'silent'}`,
        20,
      );
    },
    untilSaid: (line) =>
      until(
        () => among(lines, line),
        () => `the console says nothing like ${line}, but: ${lines.join(' | ') || 'nothing'}`,
      ),
    untilAsked: (url) =>
      until(
        () => among(requests, url),
        () => `nothing like ${url} is asked for, but: ${requests.join(' ') || 'nothing'}`,
      ),
    async press(tag, part) {
      // What is out of view may take no focus, and what has been scrolled to is in view from the next picture on.
      await until(
        () =>
          page.evaluate(
            (name, selector) => {
              const root = document.querySelector(name)?.shadowRoot;
              const one = root?.querySelector<HTMLElement>(selector);
              one?.scrollIntoView({ behavior: 'instant', block: 'center' });
              one?.focus({ preventScroll: true });
              return !!one && root?.activeElement === one;
            },
            tag,
            part,
          ),
        () => `${part} of <${tag}> takes no focus`,
      );
      await page.keyboard.press('Enter');
    },
    fallbackShows: (tag) =>
      page.evaluate(
        (name) =>
          [...Document.prototype.querySelectorAll.call(document, name)].every((element) => {
            const content = element.firstElementChild;
            return !!content?.checkVisibility() && content.getBoundingClientRect().height > 0;
          }),
        tag,
      ),
    close: () => context.close(),
  };
}
