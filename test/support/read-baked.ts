/** Reads credentials out of pictures, apart from the product's own reader: from the formats' descriptions alone. */
import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { all, attribute, textOf } from './html.ts';

/** What the `openbadgecredential` chunks of a PNG say (PNG, third edition §11.3.3.4). */
export function credentialsInPng(png: Uint8Array): string[] {
  const bytes = Buffer.from(png);
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const found: string[] = [];
  let at = 8;
  for (let type = ''; type !== 'IEND';) {
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    assert.equal(
      bytes.readUInt32BE(at + 8 + length),
      crc32(bytes.subarray(at + 4, at + 8 + length)),
      `${type} is damaged`,
    );
    if (type === 'iTXt') {
      const [keyword, ...rest] = data.toString('utf8').split('\0');
      // Keyword, NUL, compression flag 0, method 0, empty language, empty translation: five NULs and the text.
      assert.deepEqual([keyword, ...rest.slice(0, 4)], ['openbadgecredential', '', '', '', '']);
      found.push(rest.slice(4).join('\0'));
    }
    at += length + 12;
  }
  assert.equal(at, bytes.length, 'something stands behind the end');
  return found;
}

/** What the `openbadges:credential` elements of an SVG say, as a browser's parser reads them. */
export function credentialsInSvg(svg: string): string[] {
  return all(svg, 'openbadges:credential').map((element) => attribute(element, 'verify') ?? textOf(element).trim());
}
