/** Texts of badges: made harmless, measured, and cut where it hurts least. */
import type { Fonts } from '../fonts.ts';
import { escapeXml } from '../template.ts';

export type Weight = 400 | 600;

/** A text as it is shown, and how wide it is in the house's own font. */
export interface Fitted {
  text: string;
  width: number;
}

export interface Letters {
  /** Cut at its end. */
  fit(text: string, width: number, size: number, weight?: Weight): Fitted;
  /** Cut in its middle: both ends of a domain say who it is. */
  fitMiddle(text: string, width: number, size: number, weight?: Weight): Fitted;
  width(text: string, size: number, weight?: Weight): number;
  advance(character: string, weight: Weight): number;
}

/**
 * A text on one line, without what is not seen: controls, lone surrogates, marks that turn the direction. Two
 * accents on a letter are a language; twenty are a prank that covers its neighbours.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\ufffd', '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|(?![\u200c\u200d])\p{Cf}|\p{Co}|\p{Cn}/gu, '')
    .replace(/([\p{M}\u200c\u200d]{2})[\p{M}\u200c\u200d]+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Measures with the fonts of the house. What they lack is taken to be as wide as the widest letters. */
export function createLetters(fonts: Fonts): Letters {
  const known: Record<Weight, Map<string, number>> = { 400: new Map(), 600: new Map() };

  function advance(character: string, weight: Weight): number {
    let found = known[weight].get(character);
    if (found === undefined) {
      const isLetter = /\p{M}|\u200c|\u200d/u.test(character) || fonts.readable(character) === character;
      found = isLetter ? fonts.width(character, 1, weight) : 1.2;
      // Thousands of characters are enough for every language; a flood of odd ones must not fill the memory.
      if (known[weight].size < 5000) known[weight].set(character, found);
    }
    return found;
  }

  function width(text: string, size: number, weight: Weight = 400): number {
    let sum = 0;
    for (const character of text) sum += advance(character, weight);
    return sum * size;
  }

  const ellipsis = (size: number, weight: Weight) => advance('…', weight) * size;

  /** How many of the parts fit, from the first. */
  function count(parts: string[], room: number, size: number, weight: Weight): number {
    let sum = 0;
    for (const [index, part] of parts.entries()) {
      sum += width(part, size, weight);
      if (sum > room) return index;
    }
    return parts.length;
  }

  const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const fitted = (text: string, size: number, weight: Weight): Fitted => ({ text, width: width(text, size, weight) });

  return {
    advance,
    width,
    fit(text, room, size, weight = 400) {
      const whole = fitted(text, size, weight);
      if (whole.width <= room) return whole;
      const parts = graphemes(text);
      const kept = parts.slice(0, count(parts, room - ellipsis(size, weight), size, weight)).join('');
      return fitted(`${kept.replace(/[\s,;:·–-]+$/u, '')}…`, size, weight);
    },
    fitMiddle(text, room, size, weight = 400) {
      const whole = fitted(text, size, weight);
      if (whole.width <= room) return whole;
      const parts = graphemes(text);
      const half = (room - ellipsis(size, weight)) / 2;
      const head = parts.slice(0, count(parts, half, size, weight)).join('');
      const backwards = parts.slice().reverse();
      const tail = backwards
        .slice(0, count(backwards, half, size, weight))
        .reverse()
        .join('');
      return fitted(`${head}…${tail}`, size, weight);
    },
  };
}

/** A number as short as it can be written, to a tenth. */
export const short = (value: number): string => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');

interface Place {
  x: number;
  y: number;
  size: number;
  /** Classes of the style sheet. */
  look: string;
  /** Drawn as wide as this by moving letters apart; otherwise the letters themselves are made to fit. */
  spread?: number;
}

/**
 * One line. A picture shown by `<img>` loads no font, so whatever serif the reader has is brought to the
 * width that was measured.
 */
export function lineOf({ text, width }: Fitted, { x, y, size, look, spread }: Place): string {
  if (text === '') return '';
  const length = spread
    ? `textLength="${short(spread)}"`
    : `textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text class="${look}" x="${short(x)}" y="${short(y)}" font-size="${size}" ${length}>${escapeXml(text)}</text>`;
}

/** Letters that can stand alone on a ring: one unit of UTF-16 each, none that joins its neighbours. */
export const standsAlone = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\p{S}]*$/u.test(text) &&
  !/[\p{M}\p{RI}]|[^\u0000-\uffff]/u.test(text);

/**
 * A text on a ring around the origin, each letter in its own place: that holds in every font.
 * @param below read from outside, at the foot of the ring
 * @param track pixels between letters
 */
export function ringOf(
  letters: Letters,
  text: string,
  at: { radius: number; size: number; weight: Weight; look: string; track: number; below: boolean },
): string {
  const { radius, size, weight, look, track, below } = at;
  const widths = [...text].map((character) => letters.advance(character, weight) * size);
  const xs: string[] = [];
  const ys: string[] = [];
  const turns: string[] = [];
  const side = below ? -1 : 1;
  let along = -(widths.reduce((sum, width) => sum + width + track, -track) / 2);
  for (const width of widths) {
    const angle = (along + width / 2) / radius;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    // A letter turns around its left foot, which lies half a width before its middle.
    xs.push(short(radius * sin - (width / 2) * cos));
    ys.push(short(side * (-radius * cos - (width / 2) * sin)));
    turns.push(String(Math.round((side * angle * 180) / Math.PI)));
    along += width + track;
  }
  return `<text class="${look}" font-size="${size}" x="${xs.join(' ')}" y="${ys.join(' ')}" rotate="${turns.join(' ')}">${escapeXml(text)}</text>`;
}
