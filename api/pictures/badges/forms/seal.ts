import { ringOf, standsAlone, type Fitted, type Letters, type Weight } from '../letters.ts';
import { markOf } from '../mark.ts';
import { isNobodys, type Said } from '../said.ts';
import { inCapitals, openSheet, whereToCheck, type DrawForm } from './sheet.ts';

interface Row {
  fitted: Fitted;
  /** Between it and the row above, when both are one text. */
  glue?: string;
  size: number;
  weight: Weight;
}

/** Height of the flame and its rise above the middle, first base line, by the number of rows under it. */
const rhythm = [
  { flame: 70, rise: 0, first: 0 },
  { flame: 60, rise: 11, first: 34 },
  { flame: 53, rise: 17, first: 26 },
  { flame: 46, rise: 22, first: 17.5 },
  { flame: 40, rise: 28, first: 7.5 },
];
const leading = 10.8;

/** 160 × 160: wax, the flame, the title around it, and where to check along the foot of the ring. */
export const seal: DrawForm = (said, letters, share) => {
  const { add, say, read, drawn } = openSheet();
  const { state } = said;
  const rows = rowsOf(said, letters, share);
  const { flame, rise, first } = rhythm[rows.length]!;
  add(
    `<g transform="translate(80 80)">${markOf(state, { radius: 80, waves: 54, flame, rise })}`,
    '<circle class="R" r="71.200" stroke-width=".7"/><circle class="R" r="56" stroke-width=".7"/>',
  );
  const whole = (said.of + said.city).toUpperCase();
  const titleSize = Math.max(6.8, Math.min(8.6, Math.floor(1870 / letters.width(whole, 1, 600)) / 10));
  const [title, asRead] = inCapitals(letters, said.of + said.city, 188 * share, titleSize, 600);
  if (standsAlone(title.text)) {
    const track = Math.min(2.2, (190 - title.width) / Math.max(1, title.text.length));
    if (title.text)
      add(ringOf(letters, title.text, { radius: 60.6, size: titleSize, weight: 600, look: 'o b', track }));
    read(asRead);
  } else {
    // Letters that join cannot be set apart around a ring.
    const straight = letters.fit(said.of + said.city, 66 * share, 8, 600);
    say(straight, { x: 0, y: -44, size: 8, look: 'o b m' });
  }
  // Nothing stands above what is unknown.
  const start = isNobodys(state) ? 3 - ((rows.length - 1) * leading) / 2 : first;
  for (const [index, { fitted, size, weight, glue }] of rows.entries()) {
    say(fitted, { x: 0, y: start + index * leading, size, look: weight === 600 ? 'o b m' : 'o m' }, { glue });
  }
  const { fitted, size } = whereToCheck(said, letters, 196 * share, 6.6, 5.7);
  if (standsAlone(fitted.text)) {
    add(ringOf(letters, fitted.text, { radius: 65.6, size, weight: 400, look: 'o', track: 0.1, below: true }));
    read(fitted.text);
  } else say(letters.fit(fitted.text, 60 * share, 6), { x: 0, y: 52, size: 6, look: 'o m' });
  add('</g>');
  return drawn();
};

/** Four rows at most: a domain has two when it needs them, for it must be read; then the circle has one. */
function rowsOf(said: Said, letters: Letters, share: number): Row[] {
  const rows: Row[] = [];
  const add = (texts: string[], size: number, weight: Weight, glue = ' ', room = 98) => {
    const cut = glue === '' ? letters.fitMiddle : letters.fit;
    for (const [index, text] of texts.entries()) {
      const row: Row = { fitted: cut(text, room * share, size, weight), size, weight };
      rows.push(index === 0 ? row : { ...row, glue });
    }
  };
  add(inTwo(letters, said.verdict, ' ', 88, 9.6, 600), 9.6, 600);
  add(inTwo(letters, said.domain, '', 96 * share, 7.8, 600), 7.8, 600, '');
  const size = said.domain === '' ? 8.2 : 7.4;
  add(said.domain === '' ? inTwo(letters, said.circle, ' ', 94 * share, size) : [said.circle], size, 400, ' ', 92);
  const alone = rows.every(({ fitted }) => fitted.text === '');
  add([said.since], alone ? 8.4 : 7.2, 400, ' ', alone ? 92 : 76);
  return rows.filter(({ fitted }) => fitted.text !== '');
}

/**
 * A text in one line, or broken where both halves are as long as each other as can be.
 * @param joint a space between words, or nothing: then it is broken after hyphens and dots
 */
function inTwo(letters: Letters, text: string, joint: ' ' | '', room: number, size: number, weight: Weight = 400) {
  if (text === '') return [];
  if (letters.width(text, size, weight) <= room) return [text];
  const parts = text.split(joint === ' ' ? ' ' : /(?<=[-.])/u);
  let best = [text];
  let longest = Infinity;
  for (let count = 1; count < parts.length && count < 40; count += 1) {
    const halves = [parts.slice(0, count).join(joint), parts.slice(count).join(joint)];
    const width = Math.max(...halves.map((half) => letters.width(half, size, weight)));
    if (width < longest) [best, longest] = [halves, width];
  }
  return best;
}
