/** One visit to a page on a phone, and what the browser noted meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { joinByKeyboard } from '../support/person.ts';
import type { HostPage, Place } from './host-page.ts';
import { watchTasks, type Task } from './tasks.ts';

const phone = { width: 412, height: 823 };

/** Long enough for everything that follows a change to have happened. */
const settled = 400;

/** What the browser noted of a visit. */
export interface Visit {
  /** Requests until the widget showed itself, without the page's own. */
  requests: number;
  /** Bytes of their answers, heads and bodies as they went over the wire. */
  received: number;
  /** Sum of all layout shifts that were not the visitor's doing. */
  shift: number;
  tasks: Task[];
}

interface Noted {
  shift: number;
}

/** Keeps the browser's own record of what jumped, from the first moment of the page. */
function observe(): void {
  const noted: Noted = { shift: 0 };
  Object.assign(window, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) noted.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Visits a page with a widget, looks at it, and does with it what it is for.
 * @param slowdown how many times slower than this machine the phone is
 */
export async function visit(
  browser: Browser,
  host: HostPage,
  widget: string,
  place: Place,
  slowdown: number,
): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(phone);
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(observe);
    const network = await watchNetwork(page);
    const tasks = await watchTasks(page);
    await page.goto(host.url(widget, place), { waitUntil: 'load' });
    const shown = widget === 'signup' && place === 'in view' ? '/v1/partners/' : undefined;
    // In view, the form waits for a press on the page's own link: until then there is nothing to see.
    if (shown) await network.until(shown);
    else await page.waitForSelector(`ambassador-${widget} >>> .${widget === 'signup' ? 'panel' : 'base'}`);
    await sleep(settled);
    const { requests, received } = network.soFar();
    if (place === 'below the view') await scrollTo(page, `ambassador-${widget}`);
    if (widget === 'signup') await joinIn(page, place);
    await sleep(settled);
    const { shift } = await page.evaluate(() => (window as unknown as { noted: Noted }).noted);
    return { requests, received, shift, tasks: await tasks() };
  } finally {
    await context.close();
  }
}

async function watchNetwork(page: Page) {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  const done: string[] = [];
  let received = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (type !== 'Document' && !request.url.startsWith('data:')) urls.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url === undefined) return;
    done.push(url);
    received += encodedDataLength;
  });
  return {
    soFar: () => ({ requests: urls.size, received }),
    async until(part: string) {
      for (let waited = 0; !done.some((url) => url.includes(part)); waited += 20) {
        if (waited > 10_000) throw new Error(`The page never asked for ${part}. It asked for: ${done.join(', ')}`);
        await sleep(20);
      }
    },
  };
}

/** Scrolls as a thumb does: in steps, the page drawing in between. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.mouse.move(phone.width / 2, phone.height / 2);
  const top = () => page.$eval(selector, (element) => element.getBoundingClientRect().top);
  for (let steps = 0; (await top()) > phone.height / 4; steps++) {
    if (steps > 100) throw new Error(`${selector} was not reached by scrolling.`);
    await page.mouse.wheel({ deltaY: 300 });
    await sleep(50);
  }
}

async function joinIn(page: Page, place: Place): Promise<void> {
  if (place === 'in view') await page.click('ambassador-signup a');
  await page.waitForSelector('ambassador-signup >>> #firstName');
  await page.focus('ambassador-signup >>> #firstName');
  await joinByKeyboard(page, { firstName: 'Odile', email: `odile.${Date.now()}@example.org` });
  await page.waitForSelector('ambassador-signup >>> .done');
}
