/** The smallest pictures that are pictures: for tests that bake into them. */
import { Resvg } from '@resvg/resvg-js';
import type { BadgePictures } from '../../api/domain/pictures/badge-ports.ts';

const svg = () =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 8" width="20" height="8"><path d="M0 0h20v8z"/></svg>';
const png = () => new Uint8Array(new Resvg(svg()).render().asPng());

export const drawSmall: BadgePictures = {
  art: 'small',
  svg,
  png: () => Promise.resolve(png()),
  social: () => Promise.resolve(png()),
  mark: () => Promise.resolve(png()),
};
