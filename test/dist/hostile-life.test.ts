/** What happens to a widget on its host's page: it is moved, removed, put back, frozen, printed, recoloured. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { patience, until } from '../support/until.ts';
import { all, allDrawn, counter, hostilePages, html, loader, quoted, signup, storyForm } from './hostile-page.ts';

/** Types into a field of the first form of a tag. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await page.$eval(
    'ambassador-signup',
    (element, field) => element.shadowRoot?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus(),
    name,
  );
  await page.keyboard.type(text);
}

const typed = (page: Page) =>
  page.$eval('ambassador-signup', (element) =>
    [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=firstName], [name=email]')].map(
      (each) => each.value,
    ),
  );

describe('a widget on a page that does not stand still', () => {
  const pages = hostilePages();

  for (const [how, move] of [
    ['to another place', `document.querySelector('section').append(element)`],
    [
      'out and, much later, back',
      `element.remove(); await new Promise((done) => setTimeout(done, 300)); document.querySelector('section').append(element)`,
    ],
    ['into another shadow root', `document.querySelector('section').attachShadow({ mode: 'open' }).append(element)`],
    [
      'with the whole page, as Turbo does',
      `const next = document.createElement('body'); next.append(...document.body.childNodes); document.documentElement.replaceChild(next, document.body)`,
    ],
    [
      'with the whole page, as Astro does',
      `const next = document.createElement('body'); next.append(element); document.body.replaceWith(next)`,
    ],
    [
      'into a frame of a page builder and back',
      `const other = document.createElement('iframe'); document.body.append(other); other.contentDocument.body.append(element); await new Promise((done) => setTimeout(done, 50)); document.body.append(element)`,
    ],
  ] as const)
    // prettier-ignore
    test(`keeps what is typed when it is moved ${how}`, async () => {
      const page = await pages.open(`<main>${signup}</main><section></section>`);
      await page.untilDrawn('ambassador-signup', 'form');
      await type(page.page, 'firstName', 'Odile');
      await type(page.page, 'email', 'odile@example.org');
      await page.page.evaluate(`(async () => { const element = document.querySelector('ambassador-signup'); window.kept = element; ${move} })()`); // prettier-ignore
      const values = await page.page.evaluate(async () => {
        const element = (window as unknown as { kept: HTMLElement }).kept;
        await new Promise((done) => setTimeout(done, 50));
        return ['firstName', 'email'].map(
          (name) => element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value,
        );
      });
      assert.deepEqual(values, ['Odile', 'odile@example.org']);
      assert.deepEqual(page.lines, []);
    });

  test('leaves no node, no listener and no element behind after fifty mounts and unmounts', async () => {
    const page = await pages.open(`<main>${all}${storyForm}</main>`);
    await allDrawn(page);
    await page.page.waitForNetworkIdle();
    const client = await page.page.createCDPSession();
    await client.send('Performance.enable');
    const cycles = (count: number) =>
      page.page.evaluate(
        async (times, markup, longest) => {
          const main = document.querySelector('main')!;
          const drawn = () => [...main.children].filter((each) => each.shadowRoot?.querySelector('.base')).length;
          for (let cycle = 0; cycle < times; cycle++) {
            main.innerHTML = markup;
            for (const end = Date.now() + longest; drawn() < 4; await new Promise((done) => setTimeout(done, 10)))
              if (Date.now() > end) throw new Error(`Only ${drawn()} are drawn in cycle ${cycle}.`);
            main.replaceChildren();
          }
        },
        count,
        all + storyForm,
        patience,
      );
    const measure = async () => {
      await page.page.waitForNetworkIdle();
      await client.send('HeapProfiler.collectGarbage');
      const { metrics } = await client.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
      return { nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: of('Documents') };
    };
    // The first few fill what a page fills once: templates, style sheets, the engine's own caches.
    await cycles(5);
    const before = await measure();
    await cycles(50);
    let after = before;
    // What an answer or a clock still holds goes with it; what is kept stays, however long one waits.
    await until(
      async () => {
        after = await measure();
        return (['nodes', 'listeners', 'documents'] as const).every((name) => after[name] <= before[name]);
      },
      () => `${JSON.stringify(before)} before, ${JSON.stringify(after)} after`,
    );
    assert.deepEqual(page.lines, []);
  });

  test('comes back alive out of the cache of whole pages', async () => {
    pages.two.page('/elsewhere', html('<p>Ailleurs</p>', ''));
    pages.two.page('/', html(all, `<script>addEventListener('pageshow', (event) => (window.back = event.persisted))</script>${loader}`)); // prettier-ignore
    const page = await pages.visit();
    await allDrawn(page);
    await type(page.page, 'firstName', 'Odile');
    await page.page.goto(`${pages.two.host}/elsewhere`);
    const asked = pages.two.asked.length;
    await page.page.goBack();
    assert.equal(await page.page.evaluate('window.back'), true);
    assert.deepEqual(await typed(page.page), ['Odile', '']);
    await type(page.page, 'email', 'o@example.org');
    assert.deepEqual(await typed(page.page), ['Odile', 'o@example.org']);
    await allDrawn(page);
    // Nothing was fetched again but what may have changed meanwhile; and what the page told when it went.
    assert.ok(pages.two.asked.slice(asked).every((line) => /^GET \/(?:v1\/(?:counter|challenges)|b\/|widgets\/[\d.]+\/parts)|^POST \/v1\/tallies$/.test(line)), pages.two.asked.slice(asked).join(' ')); // prettier-ignore
    assert.deepEqual(page.lines, []);
  });

  test('shows itself in a page that was opened out of sight', async () => {
    const page = await pages.open('<p>Devant</p>', {}, '');
    pages.two.page('/behind', html(all));
    // The page behind is another tab of the same window; what is in front stays there.
    await page.page.evaluate(`window.behind = open('/behind', '_blank')`);
    const target = await pages.browser.waitForTarget((one) => one.url().endsWith('/behind'), { timeout: patience });
    const behind = (await target.page())!;
    await page.page.bringToFront();
    const forms = `document.querySelector('ambassador-signup')?.shadowRoot?.querySelector('form') !== null && document.querySelector('ambassador-counter').shadowRoot?.textContent.includes('237')`;
    await behind.waitForFunction(forms, { polling: 50, timeout: patience });
    assert.ok(await behind.evaluate(forms));
  });

  for (const [how, set] of [
    [
      'an attribute of the widget',
      `document.querySelectorAll('main > *').forEach((each) => (each.theme = '{{scheme}}'))`,
    ],
    ["the page's color-scheme", `document.documentElement.style.colorScheme = '{{scheme}}'`],
    ["the visitor's preference", undefined],
  ] as const)
    test(`follows ${how} at once, light and dark`, async () => {
      const page = await pages.open(
        `<style>html { color-scheme: light dark; background: Canvas; color: CanvasText }</style><main>${all}</main>`,
      );
      await allDrawn(page);
      const seen: string[] = [];
      for (const scheme of ['dark', 'light', 'dark'] as const) {
        if (set) await page.page.evaluate(set.replace('{{scheme}}', scheme));
        else await page.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        seen.push(
          ...(await page.page.evaluate(async () => {
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const light = (colour: string) => {
              const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
              return red + green + blue > (colour.startsWith('color') ? 1.5 : 380) ? 'light' : 'dark';
            };
            return ['ambassador-counter', 'ambassador-signup', 'ambassador-testimonials'].map((tag) => {
              const base = document.querySelector(tag)!.shadowRoot!.querySelector('.base')!;
              return light(getComputedStyle(base).color);
            });
          })),
        );
      }
      // Dark letters on a light page, light letters on a dark one.
      const words = ['light', 'dark', 'light'].flatMap((one) => [one, one, one]);
      assert.deepEqual(seen, words);
    });

  test('prints, and is read in forced colours', async () => {
    const page = await pages.open(all + quoted);
    await allDrawn(page);
    await page.page.emulateMediaType('print');
    const printed = await page.page.pdf({ width: '21cm', height: '29.7cm' });
    assert.ok(printed.length > 1000);
    await page.page.emulateMediaType('screen');
    const client = await page.page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const colours = await page.page.$eval('ambassador-signup', (element) => {
      const style = (selector: string) => getComputedStyle(element.shadowRoot!.querySelector(selector)!);
      // The system's own colours, and lines that are still there.
      return [style('form .button').borderTopStyle, style('input[name=email]').borderTopStyle, matchMedia('(forced-colors: active)').matches]; // prettier-ignore
    });
    assert.deepEqual(colours, ['solid', 'solid', true]);
  });

  test('can be filled in by the browser and sent with Enter: native fields of one form in one root', async () => {
    const page = await pages.open(signup);
    await page.untilDrawn('ambassador-signup', 'form');
    const fields = await page.page.$eval('ambassador-signup', (element) => {
      const root = element.shadowRoot!;
      const [name, email] = ['firstName', 'email'].map((one) => root.querySelector<HTMLInputElement>(`input[name="${one}"]`)!);
      return [name, email].map((input) => ({
        root: input!.getRootNode() === root,
        form: input!.form === root.querySelector('form'),
        token: input!.autocomplete,
        type: input!.type,
        label: input!.labels?.length,
      }));
    }); // prettier-ignore
    assert.deepEqual(fields, [
      { root: true, form: true, token: 'given-name', type: 'text', label: 1 },
      { root: true, form: true, token: 'email', type: 'email', label: 1 },
    ]);
    await page.page.evaluate(`
      window.told = [];
      addEventListener('ambassador-signup-error', (event) => told.push(event.detail.fields.join()));`);
    await type(page.page, 'email', 'odile@example.org');
    await page.page.keyboard.press('Enter');
    await page.page.waitForFunction('window.told.length === 1');
    // Sent, as a press on the button would: what is missing is named, and nothing left the page.
    assert.match(String(await page.page.evaluate('window.told[0]')), /firstName/);
    assert.ok(!pages.two.asked.some((line) => line.endsWith('/v1/memberships')));
  });

  test('is put into a page by hand, after everything has loaded', async () => {
    const page = await pages.open('<main></main>');
    await page.page.waitForNetworkIdle();
    await page.page.evaluate(() => {
      const late = document.createElement('ambassador-counter');
      late.setAttribute('partner', 'ville');
      document.querySelector('main')!.append(late);
    });
    await page.untilDrawn('ambassador-counter');
    // And what a page has made before the script came, never in the page, put in afterwards.
    const early = await pages.open('', {}, `<script>window.early = document.createElement('ambassador-counter'); early.setAttribute('partner', 'ville'); early.innerHTML = '<a href="#">200</a>'</script>${loader}`); // prettier-ignore
    await early.page.evaluate(`document.body.append(window.early)`);
    await early.untilDrawn('ambassador-counter');
    assert.match(await early.drawn('ambassador-counter'), /237/);
    assert.deepEqual([...page.lines, ...early.lines], []);
    assert.ok(counter.includes('partner="ville"'));
  });
});
