/** What a page's own sheet does to everything it reaches: the widgets stay visible, readable, usable, and in their place. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, allDrawn, hostilePages, html, loader, signup } from './hostile-page.ts';
import type { Visit } from './visit.ts';

/** Every control of the form that a person would see on a friendly page: how large it is, and whether it can be hit. */
const controls = (page: Visit) =>
  page.page.evaluate(() => {
    const root = Document.prototype.querySelector.call(document, 'ambassador-signup')!.shadowRoot!;
    const seen = [...root.querySelectorAll<HTMLElement>('input, button, summary, label, legend')].filter(
      (each) =>
        !each.closest('.code, [hidden], details:not([open]) > :not(summary), .visually-hidden, [tabindex="-1"], .trap'),
    );
    return seen.map((each) => {
      each.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = each.getBoundingClientRect();
      const hit = root.elementFromPoint(left + width / 2, top + height / 2);
      return {
        name: each.getAttribute('name') ?? `${each.localName} ${each.textContent!.trim().slice(0, 20)}`,
        visible: each.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        size: Number.parseFloat(getComputedStyle(each).fontSize),
        small: Math.min(width, height) < (/input|button/.test(each.localName) ? 24 : 8),
        hit: !!hit && [each, ...((each as HTMLInputElement).labels ?? [])].some((one) => one.contains(hit) || hit.contains(one)),
        // Pages scroll by whole pixels, and what stands beside the form decides about the parts of one.
        outside: left <= -1 || left + width >= innerWidth + 1,
      };
    }); // prettier-ignore
  });

describe("a page's own sheet", () => {
  const pages = hostilePages();

  for (const [what, sheet] of [
    ['hides all buttons and fields', 'button, input, select, textarea, label, details { display: none !important }'],
    ['takes everything away from everybody', '* { all: unset !important }'],
    [
      'sets everything to its beginning',
      '*, *::before, *::after { all: initial !important } head, script, style { display: none !important }',
    ],
    ['reverts everything', '* { all: revert !important }'],
    ['makes a root of ten pixels', 'html { font-size: 62.5% !important } body { font-size: 1.6rem }'],
    [
      'puts everything out of its place',
      '* { float: inline-start !important; display: inline-block; vertical-align: 40px }',
    ],
    [
      'writes in capitals, apart, struck through, in another direction',
      '* { text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 2em !important; text-indent: 9em !important; line-height: .1 !important; white-space: nowrap !important; visibility: collapse; text-align: right !important; direction: ltr; user-select: none !important; pointer-events: none; -webkit-text-security: disc; -webkit-text-fill-color: transparent; -webkit-text-stroke: 3px red } ambassador-signup { pointer-events: auto; visibility: visible; -webkit-text-fill-color: currentcolor; -webkit-text-stroke: 0 }',
    ],
    [
      'makes frames and pictures small',
      'iframe, img, svg, video { max-width: 32px !important; max-height: 10px !important; filter: blur(9px) }',
    ],
    [
      'names its classes as we do',
      '.base, .button, .field, .card, .panel, .row, .hint, .error, form { display: none !important; position: absolute !important; left: -9999px !important }',
    ],
    [
      'has a grid for everything',
      '* { display: grid; place-items: end; grid-template-columns: repeat(12, 1fr); gap: 40px }',
    ],
    [
      'has columns and writes from top to bottom',
      'body { columns: 1 } * { break-inside: auto; hyphens: auto; tab-size: 40; quotes: none; counter-reset: x; zoom: 1 }',
    ],
    [
      'animates everything for ever',
      '@keyframes spin { to { opacity: 0 } } * { animation: spin 1s infinite; transition: all 9s !important; will-change: transform } ambassador-signup, html, body, main { animation: none }',
    ],
  ] as const)
    // prettier-ignore
    test(`stays usable where it ${what}`, async () => {
      const page = await pages.open(`<main>${all}</main>`, {}, `<style>${sheet}</style>${loader}`);
      await page.untilDrawn('ambassador-signup', 'form .button');
      await page.untilDrawn('ambassador-testimonials', '.track');
      const seen = await controls(page);
      assert.ok(seen.length > 8, JSON.stringify(seen));
      for (const each of seen)
        assert.deepEqual(
          { ...each, size: each.size >= 12 },
          { name: each.name, visible: true, size: true, small: false, hit: true, outside: false },
          JSON.stringify(each),
        );
      assert.deepEqual(page.lines, []);
    });

  test('is read from right to left: everything is mirrored and nothing runs out', async () => {
    pages.two.page('/', html(`<main>${all}</main>`).replace('<html lang="fr"', '<html lang="fr" dir="rtl"'));
    const page = await pages.visit();
    await allDrawn(page);
    const mirrored = await page.page.$eval('ambassador-signup', (element) => {
      const label = element.shadowRoot!.querySelector('label')!;
      const input = element.shadowRoot!.querySelector<HTMLElement>('[name=firstName]')!;
      return [getComputedStyle(label).direction, getComputedStyle(input).textAlign, document.documentElement.scrollWidth <= innerWidth];
    }); // prettier-ignore
    assert.equal(mirrored[0], 'rtl');
    assert.equal(mirrored[2], true);
  });

  test('gives any width: no bar, no jump, the height settles in one frame', async () => {
    const page = await pages.open(`<style>body { margin: 0 }</style><main>${all}${signup}</main>`);
    await allDrawn(page);
    for (const width of [280, 320, 375, 600, 768, 1024, 1440, 1920, 375, 280]) {
      await page.page.setViewport({ width, height: 800 });
      const seen = await page.page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const heights = () => [...document.querySelectorAll('main > *')].map((each) => each.getBoundingClientRect().height);
        await frame();
        const first = heights();
        await new Promise((done) => setTimeout(done, 120));
        const inner = [...document.querySelectorAll('main > *')].flatMap((each) =>
          [...each.shadowRoot!.querySelectorAll('*')].filter((one) => !one.matches('.track, textarea') && one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY)),
        );
        return { settled: String(first) === String(heights()), wide: document.documentElement.scrollWidth - innerWidth, inner: inner.length };
      }); // prettier-ignore
      assert.deepEqual(
        { ...seen, wide: Math.max(0, seen.wide) },
        { settled: true, wide: 0, inner: 0 },
        `at ${width} px`,
      );
    }
    assert.deepEqual(page.lines, []);
  });
});
