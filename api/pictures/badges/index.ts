import { badgeSizes } from '../../contract/badge.ts';
import type { BadgePictureContent, BadgePictures } from '../../domain/pictures/badge-ports.ts';
import { openFonts } from '../fonts.ts';
import { Recent } from '../recent.ts';
import { createStudio, type StudioOptions } from '../studio.ts';
import { artOf } from './art.ts';
import { forBitmap } from './bitmap.ts';
import { createLetters } from './letters.ts';
import { clubMark } from './mark.ts';
import { rasterise } from './raster.ts';
import { socialSize, socialSvg } from './social.ts';
import { badgeSvg } from './template.ts';

/** More than this would weigh on every mail that bears it. */
export const mostPngBytes = 12_288;

export interface BadgePictureOptions extends StudioOptions {
  /** The club's colour, `#rrggbb`, for its mark. */
  accent: string;
}

/** Draws badges and the club's mark. Fonts are read with the first picture: about 12 ms. */
export function createBadgePictures({ accent, ...options }: BadgePictureOptions): BadgePictures {
  const draw = createStudio({ memory: 8_000_000, waiting: 60, ...options });
  const drawn = new Recent<string>(4_000_000, (svg) => svg.length);
  const open = once(() => {
    const fonts = openFonts();
    return { fonts, letters: createLetters(fonts) };
  });
  const art = once(() => {
    const { letters } = open();
    return artOf((content) => [
      badgeSvg(letters, content),
      socialSvg(letters, { ...content, name: 'Odile' }),
      clubMark(accent),
    ]);
  });

  function svg(content: BadgePictureContent): string {
    const key = JSON.stringify(content);
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const made = badgeSvg(open().letters, content);
    drawn.set(key, made);
    return made;
  }

  return {
    get art() {
      return art();
    },
    svg,
    async png(content, scale) {
      const { fonts } = open();
      const picture = svg(forBitmap(fonts, content));
      return draw(`${scale} ${picture}`, () =>
        rasterise(fonts, picture, badgeSizes[content.form].width * scale, mostPngBytes),
      );
    },
    async social(content) {
      const { fonts, letters } = open();
      const picture = socialSvg(letters, forBitmap(fonts, content));
      return draw(picture, () => rasterise(fonts, picture, socialSize.width));
    },
    mark: async () => draw('mark', () => rasterise(open().fonts, clubMark(accent), 512)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
