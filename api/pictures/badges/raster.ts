import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { Fonts } from '../fonts.ts';

/**
 * An SVG as a PNG with a palette: a quarter of the size of one in full colour, and what these few colours need.
 * Both steps run on threads.
 */
export async function rasterise(fonts: Fonts, svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fonts.files },
  });
  const png = await sharp(image.asPng()).png({ palette: true, colours: 64, effort: 7, dither: 0 }).toBuffer();
  return new Uint8Array(png);
}
