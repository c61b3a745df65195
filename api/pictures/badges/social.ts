import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';
import { setText } from '../lines.ts';
import { paletteOf } from './colours.ts';
import { forms } from './forms/index.ts';
import { sizeFor, whereToCheck } from './forms/sheet.ts';
import { clean, lineOf, type Fitted, type Letters, type Weight } from './letters.ts';
import { saidBy } from './said.ts';
import { styleOf } from './template.ts';

/** The size that social networks ask for. */
export const socialSize = { width: 1200, height: 627 } as const;

const left = 572;
const room = 548;
const leading = 1.16;
/** The rule above the address: what is said stands in the middle of what is over it. */
const rule = 508;

interface Row {
  fitted: Fitted;
  size: number;
  look: string;
  /** To the base line of the row above. */
  gap: number;
}

/** The picture that goes with a shared link: the seal, large, and beside it what it says. In light colours alone. */
export function socialSvg(letters: Letters, content: BadgePictureContent & { name: string | null }): string {
  const said = saidBy(content);
  const name = said.state === 'valid' ? clean(content.name ?? '') : '';
  const headline = said.verdict || name || said.city;
  const rows: Row[] = [];
  const row = (text: string, sizes: number[], look: string, gap: number, weight: Weight = 400, middle = false) => {
    if (text === '') return;
    const size = sizeFor(letters, text, room, sizes, weight);
    const fitted = letters[middle ? 'fitMiddle' : 'fit'](text, room, size, weight);
    rows.push({ fitted, size, look, gap: rows.length === 0 ? 0 : gap });
  };
  if (headline === said.city) row(said.of.trim(), [34, 30], 's', 0);
  const sizes = headline === said.city ? [92, 76, 62, 50] : [64, 56, 50, 44];
  // A long name has two lines before it is cut.
  const space = { width: room, height: sizes.at(-1)! * leading * 2, sizes, leading };
  const set = setText(headline, space, (text, size) => letters.width(text, size, 600));
  for (const text of set.lines) row(text, [set.size], 't b', text === set.lines[0] ? 84 : set.size * leading, 600);
  if (headline !== said.city) row(said.of + said.city, [36, 32, 28], 't', 60);
  row(said.domain, [30, 27, 24, 21], 't b', 62, 600, true);
  row(said.circle, [28, 26, 24], 's', said.domain ? 44 : 62);
  row(said.since, [28], 's', 44);
  const height = rows.reduce((sum, { gap }) => sum + gap, rows[0]?.size ?? 0);
  let y = 70 + (rule - 90 - height) / 2 + (rows[0]?.size ?? 0) * 0.8;
  const lines = rows.map(({ fitted, size, look, gap }) => lineOf(fitted, { x: left, y: (y += gap), size, look }));
  const check = whereToCheck(said, letters, room, 22, 16);
  lines.push(lineOf(check.fitted, { x: left, y: rule + 44, size: check.size, look: 's' }));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="627" viewBox="0 0 1200 627"><style>${styleOf(paletteOf(content, false))}</style><rect class="g" width="1200" height="627"/><g transform="translate(76 97.500) scale(2.700)">${forms.seal(said, letters, 1).body}</g><path class="e" stroke-width="2" d="M${left} ${rule}h${room}"/>${lines.join('')}</svg>`;
}
