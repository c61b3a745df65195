import { renderAsync } from '@resvg/resvg-js';
import type { StoryPictures } from '../domain/pictures/ports.ts';
import { openFonts, type Fonts } from './fonts.ts';
import { createStudio, type StudioOptions } from './studio.ts';
import { pictureSvg } from './template.ts';

/** Draws the pictures of stories with resvg, on the threads that Node keeps for such work. */
export function createPictures(options: StudioOptions = {}): StoryPictures {
  let fonts: Fonts | undefined;
  const draw = createStudio(options);
  return {
    draw: (key, shape, content, photo) =>
      draw(`${shape} ${key}`, async () => {
        fonts ??= openFonts();
        const svg = pictureSvg(fonts, shape, content, await photo());
        const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: fonts.files } });
        return new Uint8Array(image.asPng());
      }),
  };
}
