/** What is pressed in these tests is pressed as a person does: not before it can be, and where it is by then. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, newPage } from '../support/browser.ts';
import { press, write } from '../support/hand.ts';
import { phone } from '../support/watched.ts';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** A page with a button whose presses, and those that went elsewhere, are counted. `later` comes after some pictures. */
async function open(body: string, later: string): Promise<Page> {
  const page = await newPage(browser);
  await page.setViewport(phone);
  await page.setContent(`<!doctype html><meta name="viewport" content="width=device-width">${body}
    <script>
      const counts = { pressed: 0, missed: 0 };
      addEventListener('click', ({ target }) => {
        counts[target.closest('button, label, input') ? 'pressed' : 'missed'] += 1;
      });
      let picture = 0;
      requestAnimationFrame(function draw() {
        picture += 1;
        ${later};
        if (picture < 40) requestAnimationFrame(draw);
      });
    </script>`);
  return page;
}

const cases: [what: string, body: string, later: string][] = [
  ['comes late', '', `if (picture === 30) document.body.innerHTML = '<button>x</button>'`],
  ['can be used late', '<button disabled>x</button>', `document.querySelector('button').disabled = picture < 30`],
  ['is inert at first', '<div inert><button>x</button></div>', `document.querySelector('div').inert = picture < 30`],
  [
    'is covered at first',
    '<button>x</button><div style="position:fixed;inset:0"></div>',
    `document.querySelector('div').hidden = picture >= 30; document.querySelector('div').style.display = picture < 30 ? '' : 'none'`,
  ],
  [
    'is on its way',
    '<button style="position:absolute">x</button>',
    `document.querySelector('button').style.insetBlockStart = Math.min(picture, 30) * 20 + 'px'`,
  ],
  [
    'is drawn anew',
    '<button>x</button>',
    `if (picture < 30) document.body.innerHTML = '<p style="margin:0;block-size:' + picture * 9 + 'px"></p><button>x</button>'`,
  ],
  [
    'is far below, on a page that scrolls slowly',
    '<style>html { scroll-behavior: smooth }</style><p style="block-size:9000px"></p><button>x</button>',
    '',
  ],
];

for (const hand of ['click', 'tap'] as const) {
  for (const [what, body, later] of cases) {
    test(`a ${hand} on what ${what} comes to it, once, and to nothing else`, async () => {
      const page = await open(body, later);
      await press(page, 'button', hand);
      assert.deepEqual(await page.evaluate('counts'), { pressed: 1, missed: 0 });
      await page.close();
    });
  }
}

test('a box is ticked when the finger has come to it, not some time after', async () => {
  const page = await open('<label><input type="checkbox"> x</label>', '');
  for (const checked of [true, false, true]) {
    await press(page, 'input', 'tap');
    assert.equal(await page.$eval('input', (box) => box.checked), checked);
  }
  await page.close();
});

test('a text is whole although the page takes the focus away while it is written', async () => {
  const page = await open(
    '<h1 tabindex="-1">x</h1><input value="before">',
    `if (picture === 20) document.querySelector('h1').focus()`,
  );
  const text = 'Le marché du canal couvert, un samedi matin.';
  await write(page, 'input', text, 'tap');
  assert.equal(await page.$eval('input', ({ value }) => value), text);
  await page.close();
});
