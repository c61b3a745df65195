/** The kit lets the page that it stands in come first. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { all, allDrawn, hostilePages, html } from './hostile-page.ts';

const kit = '<script type="module" src="{{club}}/widgets/1/kit.fr.js"></script>';
const picture = '<img src="{{club}}/slow.webp" width="380" height="380" alt="">';
/** What is defined when the page has loaded: heard before the kit hears of it. */
const note = `<script>addEventListener('load', () => { document.documentElement.dataset.then = String(!!customElements.get('ambassador-counter')) })</script>`;

/** On a slow machine its patience would end before the test has looked. */
const patient =
  '<script>{ const soon = setTimeout; window.setTimeout = (run, ms, ...rest) => (ms > 1000 ? 0 : soon(run, ms, ...rest)) }</script>';
const ran = '<script type="module">document.documentElement.dataset.ran = "yes"</script>';

describe('the kit', () => {
  const pages = hostilePages();

  /** Holds the page's picture back until what is returned is called. */
  function holdPicture(): () => void {
    const held: ServerResponse[] = [];
    let isFree = false;
    const answer = (response: ServerResponse) => void response.writeHead(204).end();
    pages.two.intercept = (url, response) => {
      if (url.pathname !== '/slow.webp') return false;
      if (isFree) answer(response);
      else held.push(response);
      return true;
    };
    return () => {
      // On a slow network the picture may be asked for after all that was looked at.
      isFree = true;
      held.forEach(answer);
    };
  }

  async function open() {
    const { page } = await pages.visit('/empty');
    await page.goto(`${pages.two.host}/`, { waitUntil: 'domcontentloaded' });
    return page;
  }

  test('draws nothing before the page’s own pictures are there', async () => {
    const release = holdPicture();
    pages.two.page('/', html(picture + all, patient + note + kit + ran));
    pages.two.page('/empty', html('', ''));
    const page = await open();
    // Modules run in their order: the kit has run. Each of its widgets would be drawn in one of these moments.
    await page.waitForFunction(`document.documentElement.dataset.ran`);
    for (let moments = 0; moments < 5; moments += 1)
      await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
    release();
    await page.waitForFunction(`customElements.get('ambassador-testimonials')`);
    assert.equal(await page.evaluate(() => document.documentElement.dataset['then']), 'false');
  });

  test('does not wait for ever for a page that goes on loading', async () => {
    const release = holdPicture();
    pages.two.page('/', html(picture + all, kit));
    pages.two.page('/empty', html('', ''));
    const page = await open();
    await page.waitForFunction(`customElements.get('ambassador-testimonials')`);
    assert.equal(await page.evaluate(() => document.readyState), 'interactive');
    release();
  });

  test('works where the browser cannot say when it has nothing to do', async () => {
    const none = '<script>delete window.requestIdleCallback</script>';
    const page = await pages.open(all, {}, none + kit);
    await allDrawn(page);
    assert.deepEqual(page.lines, []);
  });
});
