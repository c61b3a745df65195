/** The worst host page we know, as a person opens it: every widget is alive on it, and the console is silent. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { visit } from '../dist/visit.ts';
import { launchBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';

let browser: Browser;
let demo: TestDemo;

before(async () => {
  demo = await openDemo();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

test('all widgets live on the worst page we know, and nothing leaves it but to the club', async () => {
  const page = await visit(browser, `${demo.club}/demo/hostile.html`);
  for (const [tag, part] of [
    ['ambassador-counter', '.base'],
    ['ambassador-signup', '.base'],
    ['ambassador-badge', '.base'],
    ['ambassador-testimonials', '.base, slot'],
    ['ambassador-story-form', '.base'],
  ] as const)
    await page.untilDrawn(tag, part);
  await until(
    async () => /\d/.test(await page.drawn('ambassador-counter')),
    () => 'the counter says no number.',
  );
  await until(
    async () => /Habitants/i.test(await page.drawn('ambassador-signup', 'form')),
    () => 'the form to join is not drawn.',
  );
  // What the page's script puts in late and moves speaks its own language.
  const late = `Document.prototype.querySelector.call(document, 'main > #late:last-child > ambassador-signup')?.shadowRoot?.querySelector('.base')?.lang`;
  await until(
    async () => (await page.page.evaluate(late)) === 'de',
    () => 'the late one never speaks German.',
  );
  const hidden = await page.page.evaluate(() => {
    const root = Document.prototype.querySelector.call(document, 'ambassador-signup')!.shadowRoot!;
    return [...root.querySelectorAll<HTMLElement>('form .button, input[name=firstName], input[name=email]')]
      .filter((each) => !each.checkVisibility() || each.getBoundingClientRect().height < 24)
      .map((each) => each.outerHTML);
  });
  assert.deepEqual(hidden, []);
  assert.ok(page.requests.every((url) => url.startsWith(demo.club)), page.requests.join(' ')); // prettier-ignore
  // On a page of the club itself the story form asks who is signed in, and browsers write down that nobody is.
  assert.deepEqual(
    page.lines.filter((line) => !line.includes('401')),
    [],
  );
  await page.close();
});
