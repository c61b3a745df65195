/**
 * Badges in a real browser, under the policy that they are sent with and with whatever fonts it has: read as XML,
 * painted, and with every word inside of its shape.
 */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { badgeForms, badgeSizes } from '../../api/contract/badge.ts';
import { locales } from '../../api/contract/locales.ts';
import type { BadgePictureContent } from '../../api/domain/pictures/badge-ports.ts';
import { createBadgePictures } from '../../api/pictures/badges/index.ts';
import { badgeContent, labelOf } from '../support/badge-pictures.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { scriptPayloads } from '../support/payloads.ts';

const pictures = createBadgePictures({ accent: '#b3261e' });
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const shown = new Map<string, string>();
let server: Server;
let origin: string;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

before(async () => {
  server = createServer((request, response) => {
    const svg = shown.get(request.url!);
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', svg === undefined ? 'text/html' : 'image/svg+xml');
    response.end(svg ?? '<!doctype html><title>.</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  page = await newPage(browser);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog')));
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/**
 * Opens a picture alone, as somebody does who follows its address.
 * @param family the font of a reader who has none of those that it asks for
 */
async function open(content: BadgePictureContent, family?: string): Promise<string> {
  const svg = pictures.svg(content).replace(/(?<=font-family:)[^}]*/, (own) => family ?? own);
  shown.set('/badge.svg', svg);
  await page.goto(`${origin}/badge.svg`);
  return svg;
}

const names: Partial<BadgePictureContent>[] = [
  {},
  { circle: 'Menschen von hier und Herzen für hier', domain: 'bäckerei-konditorei-zum-klapperstein.example' },
  { city: 'Мюлуз', circle: 'Жители и сердца' },
  { circle: 'أصدقاء المدينة', domain: 'متجر.example' },
  { city: 'Saint-Barthélemy-de-la-Montagne-en-Alsace', circle: 'W'.repeat(80), domain: `${'w'.repeat(60)}.example` },
  { circle: null },
];

describe('in a browser', () => {
  test('every word is inside of its picture, in the fonts that are there', async () => {
    for (const form of badgeForms) {
      for (const state of ['valid', 'ended', 'unknown'] as const) {
        for (const [index, given] of names.entries()) {
          const content = badgeContent({ ...given, form, state, language: locales[index % locales.length]! });
          await open(content);
          const boxes = await page.$$eval('text', (texts) =>
            texts.map((text) => {
              const { left, top, right, bottom } = text.getBoundingClientRect();
              return { left, top, right, bottom, text: text.textContent };
            }),
          );
          assert.ok(boxes.length >= 2);
          const { width, height } = badgeSizes[form];
          for (const { left, top, right, bottom, text } of boxes) {
            const inside = left >= 2 && top >= 0 && right <= width - 2 && bottom <= height;
            assert.ok(inside, `${form} ${state} "${text}": ${[left, top, right, bottom].map(Math.round).join()}`);
          }
        }
      }
    }
  });

  test('words in the seal keep away from its ring, whatever is cut from them and in whichever font', async () => {
    for (const state of ['valid', 'ended', 'unknown', 'unchecked'] as const) {
      for (const language of locales) {
        for (const family of [undefined, 'monospace']) {
          await open(badgeContent({ form: 'seal', state, language }), family);
          const rows = await page.$$eval('text[textLength]', (texts) =>
            (texts as unknown as SVGTextElement[]).map((text) => {
              const { x, width } = text.getBBox();
              const [foot, size] = [text.y.baseVal[0]!.value, Number(text.getAttribute('font-size'))];
              const corners = [x, x + width].flatMap((side) => [
                Math.hypot(side, foot),
                Math.hypot(side, foot - size / 2),
              ]);
              return { text: text.textContent, reach: Math.max(...corners) };
            }),
          );
          assert.ok(rows.length >= (state === 'valid' ? 2 : 1));
          for (const { text, reach } of rows) {
            assert.ok(reach <= 56 - 3, `${language} ${family} "${text}" reaches ${reach.toFixed(1)} of 56`);
          }
        }
      }
    }
  });

  test('the address around the seal has no gaps in fonts of other widths', async () => {
    for (const family of ['serif', 'sans-serif', 'DejaVu Serif', 'Times New Roman']) {
      const address = 'localhost:4500/b/Y7p4ZxkPq7mRt2LwYb9NsV';
      await open(badgeContent({ form: 'seal', address }), family);
      const gaps = await page.$$eval('text[rotate]', (texts) => {
        const ring = texts.at(-1) as unknown as SVGTextElement;
        const text = ring.textContent;
        return Array.from(text.slice(0, -1), (letter, at) => {
          const [end, start] = [ring.getEndPositionOfChar(at), ring.getStartPositionOfChar(at + 1)];
          const gap = Math.hypot(end.x - start.x, end.y - start.y) / Number(ring.getAttribute('font-size'));
          return { letter: letter + text[at + 1]!, gap };
        });
      });
      assert.equal(gaps.length, `Vérifier : ${address}`.length - 1);
      for (const { letter, gap } of gaps) assert.ok(gap <= 0.25, `${family}: ${gap.toFixed(2)} em in "${letter}"`);
    }
  });

  test('it is a picture with a name, painted under its policy, light or dark as the reader prefers', async () => {
    for (const [scheme, wax] of [
      ['light', 'rgb(179, 38, 30)'],
      ['dark', 'rgb(255, 154, 133)'],
    ] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const svg = await open(badgeContent({ form: 'seal', scheme: 'auto' }));
      assert.equal(await page.$eval('.w', (one) => getComputedStyle(one).fill), wax);
      const node = await page.accessibility.snapshot({ interestingOnly: false });
      const found = JSON.stringify(node);
      assert.ok(found.includes(JSON.stringify(labelOf(svg))), found);
    }
    await page.emulateMediaFeatures([]);
  });

  test('payloads are read as XML, and run nowhere when a page without any policy holds the picture itself', async () => {
    const some = scriptPayloads.filter((_, index) => index % 4 === 0);
    const svgs = some.flatMap((payload) =>
      badgeForms.map((form) =>
        pictures.svg(badgeContent({ form, circle: payload, domain: payload, city: payload, address: payload })),
      ),
    );
    await page.goto('about:blank');
    const wrong = await page.evaluate(
      (all) =>
        all.filter((svg) => {
          const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
          return documentElement.tagName !== 'svg' || documentElement.querySelector('parsererror') !== null;
        }),
      svgs,
    );
    assert.deepEqual(wrong, []);
    await page.setContent(svgs.join(''));
    const tags = await page.$$eval('body *', (all) => [...new Set(all.map(({ tagName }) => tagName))].sort());
    assert.deepEqual(tags, ['circle', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title']);
    assert.equal(await page.$$eval('svg', ({ length }) => length), svgs.length);
    assert.deepEqual(complaints, []);
  });

  test('on white, black and a colour only the shape is painted', async () => {
    for (const [index, ground] of ['#ffffff', '#000000', '#2f6f8f'].entries()) {
      for (const form of badgeForms) {
        const { width, height } = badgeSizes[form];
        const svg = Buffer.from(pictures.svg(badgeContent({ form }))).toString('base64');
        await page.goto('about:blank');
        await page.setContent(
          `<body style="margin:0;background:${ground}"><img style="display:block" src="data:image/svg+xml;base64,${svg}">`,
        );
        await page.waitForFunction(() => document.images[0]!.complete);
        const natural = await page.$eval('img', ({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]);
        assert.deepEqual(natural, [width, height]);
        const shot = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
        const { data } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
        const expected = [
          [255, 255, 255],
          [0, 0, 0],
          [47, 111, 143],
        ][index]!;
        for (const [x, y] of [
          [0, 0],
          [width - 1, 0],
          [0, height - 1],
          [width - 1, height - 1],
        ] as const) {
          assert.deepEqual([...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)], expected);
        }
      }
    }
  });
});
