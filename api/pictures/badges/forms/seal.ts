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
  const title = titleOf(said, letters, 187 * share);
  const rows = rowsOf(said, letters, share, title === undefined);
  const { flame, rise, first } = rhythm[rows.length]!;
  add(
    `<g transform="translate(80 80)">${markOf(state, { radius: 80, waves: 54, flame, rise })}`,
    '<circle class="R" r="71.2" stroke-width=".7"/><circle class="R" r="56" stroke-width=".7"/>',
  );
  if (title !== undefined && title.fitted.text !== '') {
    const { fitted, size, asRead } = title;
    const track = Math.min(2.2, (190 - fitted.width) / fitted.text.length);
    add(ringOf(letters, fitted.text, { radius: 60.6, size, weight: 600, look: 'o b', track }));
    read(asRead);
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

/** In capitals around the ring; rather the city alone than half of its name. Undefined when its letters join. */
function titleOf(said: Said, letters: Letters, room: number) {
  const largest = 8.6;
  const smallest = 6.6;
  const sizeOf = (text: string) => Math.floor((room / letters.width(text.toUpperCase(), 1, 600)) * 10) / 10;
  const whole = said.of + said.city;
  const text = sizeOf(whole) >= smallest ? whole : said.city;
  const size = Math.max(smallest, Math.min(largest, sizeOf(text)));
  const [fitted, asRead] = inCapitals(letters, text, room, size, 600);
  return standsAlone(fitted.text) ? { fitted, size, asRead } : undefined;
}

/**
 * Four rows at most: a domain has two when it needs them, for it must be read; then the circle has one.
 * @param withCity when it could not stand on the ring
 */
function rowsOf(said: Said, letters: Letters, share: number, withCity: boolean): Row[] {
  const rows: Row[] = [];
  const add = (texts: string[], size: number, weight: Weight, glue = ' ', room = 98) => {
    const cut = glue === '' ? letters.fitMiddle : letters.fit;
    for (const [index, text] of texts.entries()) {
      const row: Row = { fitted: cut(text, room * share, size, weight), size, weight };
      rows.push(index === 0 ? row : { ...row, glue });
    }
  };
  if (withCity) add([said.city], 8.8, 600);
  // One row stands lower than two, where the ring is narrower; but in the middle, where there is no flame.
  add(inTwo(letters, said.verdict, ' ', isNobodys(said.state) ? 88 : 78, 9.6, 600), 9.6, 600);
  add(inTwo(letters, said.domain, '', 96 * share, 7.8, 600), 7.8, 600, '');
  const size = said.domain === '' ? 8.2 : 7.4;
  const circle = withCity && said.domain !== '' ? '' : said.circle;
  add(said.domain === '' ? inTwo(letters, circle, ' ', 94 * share, size) : [circle], size, 400, ' ', 92);
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
