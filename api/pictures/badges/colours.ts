/** Colours of badges: the club's accent, as far as words can be read on it, and the greys of what has ended. */
import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';

/** What each part is painted with, `#rrggbb`. */
export interface Palette {
  /** Behind the words of the line and the compact form. */
  ground: string;
  /** Around it. */
  edge: string;
  ink: string;
  soft: string;
  /** The seal, and what stands on it. */
  wax: string;
  relief: string;
}

const readable = 4.5;

/** Ratio of contrast of two colours (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour itself, or as little away from it as words on it (or it on them) need. */
export function legible(colour: string, on: string): string {
  const end = luminance(on) > 0.18 ? 0 : 255;
  let tried = colour;
  for (let step = 1; contrast(tried, on) < readable && step <= 50; step += 1) {
    const mixed = channels(colour).map((channel) => Math.round(channel + ((end - channel) * step) / 50));
    tried = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  }
  return tried;
}

export const paper = '#fffaf5';
const night = '#241a16';

/** The colours of one picture, in one scheme. */
export function paletteOf(
  content: Pick<BadgePictureContent, 'state' | 'accent' | 'accentDark'>,
  dark: boolean,
): Palette {
  if (content.state !== 'valid') {
    const greys = dark
      ? { ground: '#262524', edge: '#6b6866', ink: '#d2cecb', soft: '#b5b0ac', wax: '#3a3836', relief: '#d2cecb' }
      : { ground: '#f6f5f3', edge: '#cfcbc7', ink: '#55504c', soft: '#67625e', wax: '#e6e3df', relief: '#55504c' };
    // What has ended was a seal once; what is unknown is the place of one.
    return content.state === 'ended' ? greys : { ...greys, wax: greys.ground, relief: greys.soft };
  }
  return dark
    ? {
        ground: night,
        edge: '#5a4239',
        ink: '#fff3ea',
        soft: '#d3beb3',
        wax: legible(content.accentDark, night),
        relief: night,
      }
    : {
        ground: paper,
        edge: '#e6d3c6',
        ink: night,
        soft: '#6a5a52',
        wax: legible(content.accent, paper),
        relief: paper,
      };
}
