/** Small PNG files, as another program reads them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { packPng } from '../../../api/pictures/badges/png.ts';

/** What a reader makes of a packed picture: RGBA. */
async function read(pixels: number[], width: number, most: number) {
  const image = { pixels: Uint8Array.from(pixels), width, height: pixels.length / 4 / width };
  const png = await packPng(image, most);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [image.width, image.height]);
  return { png, read: [...data] };
}

const opaque = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constant(255));

test('few colours are kept exactly, whatever their order and number', async () => {
  const picture = fc
    .uniqueArray(opaque, { minLength: 1, maxLength: 32, selector: (colour) => colour.join() })
    .chain((colours) => fc.array(fc.constantFrom(...colours), { minLength: 1, maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(picture, async (colours) => {
      const pixels = colours.flat();
      assert.deepEqual((await read(pixels, 1, 32)).read, pixels);
      assert.deepEqual((await read(pixels, colours.length, 32)).read, pixels);
    }),
    { numRuns: 60 },
  );
});

test('what is clear stays clear, what is half clear keeps its colour', async () => {
  const { read: seen } = await read([0, 0, 0, 0, 128, 64, 0, 128, 255, 255, 255, 255], 3, 8);
  assert.deepEqual(seen, [0, 0, 0, 0, 255, 128, 0, 128, 255, 255, 255, 255]);
});

test('of many colours the frequent ones are exact, the others near', async () => {
  const ramp = Array.from({ length: 256 }, (_, value) => [value, value, value, 255]);
  const pixels = [...ramp, ...Array.from({ length: 500 }, () => [179, 38, 30, 255])].flat();
  const { read: seen, png } = await read(pixels, 1, 20);
  const { channels } = await sharp(png).metadata();
  assert.equal(channels, 3);
  assert.deepEqual(seen.slice(256 * 4), pixels.slice(256 * 4));
  for (let at = 0; at < 256 * 4; at += 4)
    assert.ok(Math.abs(seen[at]! - pixels[at]!) <= 28, `${pixels[at]}: ${seen[at]}`);
  const shades = new Set(seen.filter((_, index) => index % 4 === 0));
  assert.ok(shades.size <= 20);
});
