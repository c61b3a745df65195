import { renderAsync } from '@resvg/resvg-js';
import type { Fonts } from '../fonts.ts';

/** Fewer when a picture would grow too large. The edges of a handful of flat colours need no more. */
const colours = [64, 32, 16];

/** Loaded with the first picture: it takes a while, and the process that answers needs it for nothing else. */
async function openSharp() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

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
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fonts.files },
  });
  const full = image.asPng();
  const sharp = await openSharp();
  let png: Uint8Array<ArrayBuffer> = new Uint8Array();
  for (const count of colours) {
    const options = { palette: true, colours: count, effort: 10, dither: 0, compressionLevel: 9 };
    png = new Uint8Array(await sharp(full).png(options).toBuffer());
    if (png.byteLength <= most) break;
  }
  return png;
}
