/** Breaks a text into lines and cuts it where a reader would. */

export type Measure = (text: string, size: number) => number;

export interface SetText {
  lines: string[];
  size: number;
}

export interface Space {
  width: number;
  height: number;
  /** From the largest. */
  sizes: readonly number[];
  /** Line height, in parts of the size. */
  leading: number;
}

const ellipsis = '…';
/** Below this share of the space a cut at the end of a sentence says too little: then it is cut after a word. */
const enough = 0.55;

/** Sets a text in the largest size that takes all of it; what is too long is cut in the smallest. */
export function setText(text: string, space: Space, measure: Measure): SetText {
  const words = text.split(/[ \t\r\n]+/).filter(Boolean);
  for (const size of space.sizes) {
    const lines = breakLines(words, space.width, (part) => measure(part, size));
    if (lines.length <= linesIn(space, size))
      return { lines: balance(lines, space.width, (part) => measure(part, size)), size };
  }
  const size = space.sizes.at(-1)!;
  const measureHere = (part: string) => measure(part, size);
  return { lines: balance(cut(words, linesIn(space, size), space.width, measureHere), space.width, measureHere), size };
}

/** As many lines, of the same length as far as possible: no word is left alone on the last one. */
function balance(lines: string[], width: number, measure: (text: string) => number): string[] {
  const words = lines.flatMap((line) => line.split(' '));
  let best = lines;
  for (let share = 0.96; share > 0.5; share -= 0.04) {
    const tried = breakLines(words, width * share, measure);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

const linesIn = ({ height, leading }: Space, size: number): number =>
  Math.max(1, Math.floor(height / (size * leading)));

function cut(words: string[], most: number, width: number, measure: (text: string) => number): string[] {
  const fits = (count: number, end: string) =>
    breakLines(endWith(words.slice(0, count), end), width, measure).length <= most;
  let count = words.length;
  while (count > 1 && !fits(count, ellipsis)) count -= 1;
  const sentence = words.slice(0, count).findLastIndex((word) => /[.!?؟。][\u00a0\u202f]?["»”“’)]*$/u.test(word)) + 1;
  if (sentence > 0 && lengthOf(words, sentence) >= enough * lengthOf(words, count)) {
    return breakLines(words.slice(0, sentence), width, measure).slice(0, most);
  }
  return breakLines(endWith(words.slice(0, count), ellipsis), width, measure).slice(0, most);
}

const lengthOf = (words: string[], count: number): number => words.slice(0, count).join(' ').length;

function endWith(words: string[], end: string): string[] {
  const last = words.at(-1);
  // «…, …» reads badly: the comma goes.
  return last === undefined ? [] : [...words.slice(0, -1), last.replace(/[,;:،\u2013\u2014-]+$/u, '') + end];
}

function breakLines(words: string[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((one) => breakWord(one, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A word that is wider than the line is broken anywhere: better than running out of the picture. */
function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of segmenter.segment(word)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part);
      part = segment;
    } else part += segment;
  }
  return [...parts, part];
}
