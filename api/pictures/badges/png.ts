/** Writes PNG files with a palette (PNG, 3rd edition: §5 and §11.2.1). */
import { crc32, deflate } from 'node:zlib';
import { promisify } from 'node:util';
import { reduce } from './palette.ts';

const pack = promisify(deflate);
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A picture of few colours as a small PNG. Packing runs on a thread.
 * @param image RGBA with the opacity multiplied in, as resvg gives it
 * @param most colours, 256 at most
 */
export async function packPng(
  image: { pixels: Uint8Array; width: number; height: number },
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = image;
  const { colours, indices } = reduce(image.pixels, most);
  // Before each row the number of its filter: 0, none. Filters guess at shades, and indices are none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits to a pixel, each the number of a colour.
  header.set([8, 3, 0, 0, 0], 8);
  const shades = Array.from({ length: colours.length / 4 }, (_, index) => colours.subarray(index * 4, index * 4 + 4));
  const opacities = shades.map(([, , , alpha]) => alpha!);
  const parts = [
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(shades.flatMap(([red, green, blue]) => [red!, green!, blue!]))),
    // Those at the end that are opaque go without saying.
    chunk('tRNS', Uint8Array.from(opacities.slice(0, opacities.findLastIndex((alpha) => alpha < 255) + 1))),
    chunk('IDAT', await pack(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** Empty ones are left out, but for the last. */
function chunk(type: 'IHDR' | 'PLTE' | 'tRNS' | 'IDAT' | 'IEND', data: Uint8Array): Buffer {
  if (data.length === 0 && type !== 'IEND') return Buffer.alloc(0);
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
