/** The seal itself: wax with a wavy edge, and the flame in it. */
import { flamePaths } from '../flame.ts';
import { legible, paper } from './colours.ts';
import { short } from './letters.ts';
import { isNobodys, type Said } from './said.ts';

/** Measures in pixels. */
export interface Mark {
  radius: number;
  /** Waves of the edge. */
  waves: number;
  /** Height of the flame, and how far above the middle it stands. */
  flame: number;
  rise?: number;
}

/**
 * Around the origin, in the style sheet's colours. What has ended keeps the outline of its flame; what is
 * unknown never had one.
 */
export function markOf(state: Said['state'], { radius, waves, flame, rise = 0 }: Mark): string {
  if (isNobodys(state)) {
    return `<circle class="w e" r="${short(radius - 0.8)}" stroke-width="${short(Math.max(1, radius / 60))}" stroke-dasharray="2.5 2"/>`;
  }
  // The waves are dots, side by side on the rim: a dash without length and with a round end is one.
  const wave = (2 * Math.PI * radius) / waves;
  const body = radius - wave * 0.36;
  const step = (2 * Math.PI * Number(short(body))) / waves;
  const dots = `stroke-width="${short(wave * 0.72)}" stroke-linecap="round" stroke-dasharray=".01 ${Math.round((step - 0.01) * 10_000) / 10_000}"`;
  return `<circle class="w" r="${short(body)}"/><circle class="W" r="${short(body)}" ${dots}/>${flameOf(state === 'valid', flame, rise)}`;
}

function flameOf(lit: boolean, height: number, rise: number): string {
  const scale = height / flamePaths.height;
  const { x, y } = flamePaths.middle;
  const place = `transform="translate(${short(-x * scale)} ${short(-y * scale - rise)}) scale(${Math.round(scale * 1000) / 1000})"`;
  return lit
    ? `<path class="r" fill-rule="evenodd" ${place} d="${flamePaths.outer}${flamePaths.inner}"/>`
    : `<path class="R" stroke-width="1.3" ${place} d="${flamePaths.outer}"/>`;
}

/** The club's mark on its colour, for what shows issuers: a square, since they round the corners themselves. */
export function clubMark(accent: string): string {
  const scale = 10.5;
  const { middle, outer, inner } = flamePaths;
  const place = `transform="translate(${short(256 - middle.x * scale)} ${short(256 - middle.y * scale)}) scale(${scale})"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${legible(accent, paper)}"/><path fill="${paper}" fill-rule="evenodd" ${place} d="${outer}${inner}"/></svg>`;
}
