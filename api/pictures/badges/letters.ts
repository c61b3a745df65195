/** Texts of badges: made harmless, measured, and cut where it hurts least. */
import type { Fonts } from '../fonts.ts';
import { escapeXml } from '../template.ts';

export type Weight = 400 | 600;

/** A text as it is shown, and how wide it is in the house's own font. */
export interface Fitted {
  text: string;
  width: number;
  /** The house's font has all of it, each letter beside the next. Otherwise the width is a guess. */
  measured: boolean;
}

export interface Letters {
  /** Width of one character, in parts of the size. */
  advance(character: string, weight: Weight): number;
  width(text: string, size: number, weight?: Weight): number;
  /** Cut at its end. */
  fit(text: string, room: number, size: number, weight?: Weight): Fitted;
  /** Cut in its middle: both ends of a domain say who it is. */
  fitMiddle(text: string, room: number, size: number, weight?: Weight): Fitted;
  join(first: Fitted, then: string, size: number): Fitted;
}

/**
 * A text on one line, without what is not seen: controls, lone surrogates, marks that turn the direction. Two
 * accents on a letter are a language; twenty are a prank that covers its neighbours.
 */
export function clean(text: string): string {
  // Nothing shows more than a few dozen letters; a domain has 253.
  return text
    .slice(0, 600)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\ufffd', '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/([\p{M}\u200c\u200d]{2})[\p{M}\u200c\u200d]+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const wide = /[\p{Extended_Pictographic}\p{RI}]/u;
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const guess = (character: string) => (wide.test(character) ? 1.3 : square.test(character) ? 1 : 0.62);
/** Letters that change their width beside others. */
const joins = /[\p{Script=Arabic}\p{M}\u200c\u200d]/u;

interface Known {
  advance: number;
  measured: boolean;
}

/** Measures with the fonts of the house; guesses what they lack. */
export function createLetters(fonts: Fonts): Letters {
  const known: Record<Weight, Map<string, Known>> = { 400: new Map(), 600: new Map() };

  function look(character: string, weight: Weight): Known {
    let found = known[weight].get(character);
    if (!found) {
      const mark = /[\p{M}\u200c\u200d]/u.test(character);
      const has = mark || fonts.readable(character) === character;
      found = {
        advance: mark ? 0 : has ? fonts.width(character, 1, weight) : guess(character),
        measured: has && !joins.test(character),
      };
      // Enough for every language; a flood of odd ones must not fill the memory.
      if (known[weight].size < 5000) known[weight].set(character, found);
    }
    return found;
  }

  function fitted(text: string, size: number, weight: Weight): Fitted {
    let width = 0;
    let measured = true;
    for (const character of text) {
      const one = look(character, weight);
      width += one.advance;
      measured &&= one.measured;
    }
    return { text, width: width * size, measured };
  }

  const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

  /** As many parts as fit, from the first. */
  function take(parts: string[], room: number, size: number, weight: Weight): string[] {
    let sum = 0;
    const count = parts.findIndex((part) => (sum += fitted(part, size, weight).width) > room);
    return count === -1 ? parts : parts.slice(0, count);
  }

  const left = (room: number, size: number, weight: Weight) => room - look('…', weight).advance * size;

  return {
    advance: (character, weight) => look(character, weight).advance,
    width: (text, size, weight = 400) => fitted(text, size, weight).width,
    fit(text, room, size, weight = 400) {
      const whole = fitted(text, size, weight);
      if (whole.width <= room) return whole;
      const kept = take(graphemes(text), left(room, size, weight), size, weight).join('');
      return fitted(`${kept.replace(/[\s,;:·–-]+$/u, '')}…`, size, weight);
    },
    fitMiddle(text, room, size, weight = 400) {
      const whole = fitted(text, size, weight);
      if (whole.width <= room) return whole;
      const half = left(room, size, weight) / 2;
      const parts = graphemes(text);
      const head = take(parts, half, size, weight).join('');
      const tail = take(parts.toReversed(), half, size, weight).toReversed().join('');
      return fitted(`${head}…${tail}`, size, weight);
    },
    join: (first, then, size) => fitted(first.text + then, size, 400),
  };
}

/** A number as short as it can be written, to a tenth. */
export const short = (value: number): string => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');

/** Where a line stands and what it looks like. */
export interface Place {
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
export function lineOf({ text, width, measured }: Fitted, { x, y, size, look, spread }: Place): string {
  const length = spread
    ? ` textLength="${short(spread)}"`
    : ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text class="${look}" x="${short(x)}" y="${short(y)}" font-size="${short(size)}"${measured ? length : ''}>${escapeXml(text)}</text>`;
}

/** Letters that can stand alone on a ring: one unit of UTF-16 each, none that joins its neighbours. */
export const standsAlone = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\p{S}]*$/u.test(text) &&
  !/[\p{M}\u{10000}-\u{10ffff}]/u.test(text);

/** Where a text runs around the origin. */
export interface Ring {
  radius: number;
  size: number;
  weight: Weight;
  look: string;
  /** Pixels between letters. */
  track: number;
  /** Along the foot of the ring, read from left to right. */
  below?: boolean;
}

/** The slash of the house's font is twice as wide as that of others: on a ring both have to do with this much. */
const slash = 0.54;

/**
 * A text on a ring, each letter in the middle of a place of its own: a font whose letters are wider or narrower
 * leaves no gap after them.
 */
export function ringOf(letters: Letters, text: string, { radius, size, weight, look, track, below }: Ring): string {
  const widths = Array.from(text, (character) => {
    const width = letters.advance(character, weight);
    return (character === '/' ? Math.min(width, slash) : width) * size;
  });
  const xs: string[] = [];
  const ys: string[] = [];
  const turns: string[] = [];
  const side = below ? -1 : 1;
  let along = -(widths.reduce((sum, width) => sum + width + track, -track) / 2);
  for (const width of widths) {
    const angle = (along + width / 2) / radius;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    // A letter turns around its left foot, which lies half a width before its middle; where a letter is
    // anchored by its middle, it has been moved there before it turns, and level.
    xs.push(short(radius * sin + (width / 2) * (1 - cos)));
    ys.push(short(side * (-radius * cos - (width / 2) * sin)));
    turns.push(String(Math.round((side * angle * 180) / Math.PI)));
    along += width + track;
  }
  return `<text class="${look} m" font-size="${short(size)}" x="${xs.join(' ')}" y="${ys.join(' ')}" rotate="${turns.join(' ')}">${escapeXml(text)}</text>`;
}
