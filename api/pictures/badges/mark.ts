/** The seal itself: wax with a wavy edge, and the flame in it. */
import { flamePaths } from '../flame.ts';
import type { Said } from './said.ts';
import { short } from './letters.ts';

/** Classes of the style sheet: `w` wax, `r` relief; each also as a line, `W` and `R`. */
export interface Mark {
  radius: number;
  /** Waves of the edge. */
  waves: number;
  /** Height of the flame, and how far above the middle it stands. */
  flame: number;
  rise?: number;
}

/** Around the origin. What has ended keeps the outline of its flame; what is unknown never had one. */
export function markOf(state: Said['state'], { radius, waves, flame, rise = 0 }: Mark): string {
  const wave = (Math.PI * radius) / waves;
  const body = radius - wave * 0.55;
  const valid = state === 'valid';
  // The waves are dots, side by side on the rim: a dash without length and with a round end is one.
  const edge = valid
    ? `<circle class="w" r="${short(body)}"/><circle class="W" r="${short(body)}" stroke-width="${short(wave * 1.5)}" stroke-linecap="round" pathLength="${waves * 20}" stroke-dasharray=".1 19.9"/>`
    : `<circle class="e w" r="${short(radius - 1)}" stroke-width="${short(Math.max(1, radius / 50))}"${state === 'unknown' ? ' stroke-dasharray="2.5 2.5"' : ''}/>`;
  return edge + (state === 'unknown' ? '' : flameOf(valid, flame, rise));
}

function flameOf(lit: boolean, height: number, rise: number): string {
  const scale = height / flamePaths.height;
  const { x, y } = flamePaths.middle;
  const place = `transform="translate(${short(-x * scale)} ${short(-y * scale - rise)}) scale(${Math.round(scale * 1000) / 1000})"`;
  return lit
    ? `<path class="r" fill-rule="evenodd" ${place} d="${flamePaths.outer}${flamePaths.inner}"/>`
    : `<path class="R" stroke-width="1.4" ${place} d="${flamePaths.outer}"/>`;
}
