import { renderAsync } from '@resvg/resvg-js';
import type { Fonts } from '../fonts.ts';
import { packPng } from './png.ts';

/** Fewer when a picture would grow too large. The edges of a handful of flat colours need no more. */
const colours = [32, 20, 12, 8];

/**
 * An SVG as a PNG with a palette: a third of the size of one in full colour. Drawing and packing run on threads.
 * @param most bytes
 */
export async function rasterise(
  fonts: Fonts,
  svg: string,
  width: number,
  most = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fonts.files },
  });
  // Read once: each time it is a copy.
  const image = { pixels: drawn.pixels, width: drawn.width, height: drawn.height };
  let png: Uint8Array<ArrayBuffer> = new Uint8Array();
  for (const count of colours) {
    png = await packPng(image, count);
    if (png.byteLength <= most) break;
  }
  return png;
}
