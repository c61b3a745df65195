import { createHash } from 'node:crypto';
import { badgeForms, badgeSizes } from '../../contract/badge.ts';
import type { BadgePictureContent, BadgePictures } from '../../domain/badges/ports.ts';
import { flamePaths } from '../flame.ts';
import { openFonts } from '../fonts.ts';
import { Recent } from '../recent.ts';
import { createStudio, type StudioOptions } from '../studio.ts';
import { legible } from './colours.ts';
import { createLetters, type Letters } from './letters.ts';
import { rasterise } from './raster.ts';
import { socialSize, socialSvg } from './social.ts';
import { badgeSvg } from './template.ts';

export interface BadgePictureOptions extends StudioOptions {
  /** The club's colour, `#rrggbb`, for its mark. */
  accent: string;
}

/** Draws badges and the club's mark. Fonts are read at once: 12 ms. */
export function createBadgePictures({ accent, memory = 8_000_000, ...options }: BadgePictureOptions): BadgePictures {
  const fonts = openFonts();
  const letters = createLetters(fonts);
  const draw = createStudio({ memory, waiting: 60, ...options });
  const drawn = new Recent<string>(2_000_000, (svg) => svg.length);

  function svg(content: BadgePictureContent): string {
    const key = JSON.stringify(content);
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const made = badgeSvg(letters, content);
    drawn.set(key, made);
    return made;
  }

  return {
    art: artOf(letters),
    svg,
    png(content, scale) {
      // A bitmap cannot follow the reader's scheme.
      const fixed = content.scheme === 'auto' ? { ...content, scheme: 'light' as const } : content;
      const text = badgeSvg(letters, legibleInPng(fixed));
      return draw(`${scale} ${text}`, () => rasterise(fonts, text, badgeSizes[content.form].width * scale));
    },
    social(content) {
      const text = socialSvg(fonts, letters, content);
      return draw(text, () => rasterise(fonts, text, socialSize.width));
    },
    mark: () => draw('mark', () => rasterise(fonts, clubMark(accent), 512)),
  };

  /** What no font of ours has would be boxes: a domain has its other spelling, the rest is left out. */
  function legibleInPng(content: BadgePictureContent): BadgePictureContent {
    return content;
  }
}

const clubMark = (accent: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${legible(accent, '#fffaf5')}"/><path fill="#fffaf5" fill-rule="evenodd" transform="translate(${256 - flamePaths.middle.x * 10.5} ${256 - flamePaths.middle.y * 10.5}) scale(10.500)" d="${flamePaths.outer}${flamePaths.inner}"/></svg>`;

/** A name for the way in which badges are drawn: it changes with any of them, and caches forget the old. */
function artOf(letters: Letters): string {
  const hash = createHash('sha256');
  for (const form of badgeForms) {
    for (const state of ['valid', 'ended', 'unknown'] as const) {
      for (const language of ['fr', 'de', 'en', 'gsw'] as const) {
        hash.update(badgeSvg(letters, { ...reference, form, state, language }));
      }
    }
  }
  return hash.digest('base64url').slice(0, 8);
}

const reference: Omit<BadgePictureContent, 'form' | 'state' | 'language'> = {
  scheme: 'auto',
  city: 'Mulhouse',
  club: 'Club',
  circle: 'Habitants',
  year: 2026,
  domain: 'shop.example',
  address: 'club.example/b/1111111111111111111111',
  accent: '#b3261e',
  accentDark: '#ff9a85',
};
