/**
 * Draws the pictures of the demo anew: `node demo/content/draw.ts`. They are kept as files beside this one, as
 * their authors would have sent them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { drawings } from './drawings/index.ts';
import { print } from './drawings/ink.ts';

/** Of the longer side, in pixels: a telephone's picture, scaled down as the form does. */
const side = 2000;

/** What one picture may weigh in the repository, in bytes. */
const weight = 150_000;

const folder = new URL('pictures/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(drawings)) {
  const drawing = draw();
  const scale = side / Math.max(drawing.width, drawing.height);
  const image = await renderAsync(print(drawing), {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false },
  });
  let quality = 78;
  let jpeg: Buffer;
  do {
    quality -= 6;
    jpeg = await sharp(image.asPng()).jpeg({ quality, mozjpeg: true }).toBuffer();
  } while (jpeg.length > weight);
  writeFileSync(new URL(`${name}.jpg`, folder), jpeg);
  process.stdout.write(`${name} ${image.width} × ${image.height}, quality ${quality}, ${jpeg.length} bytes\n`);
}
