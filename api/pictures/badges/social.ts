import type { BadgePictureContent } from '../../domain/badges/ports.ts';
import type { Fonts } from '../fonts.ts';
import { escapeXml } from '../template.ts';
import { setText } from '../lines.ts';
import { paletteOf } from './colours.ts';
import { forms } from './forms.ts';
import { clean, type Letters } from './letters.ts';
import { saidBy } from './said.ts';
import { styleOf } from './template.ts';

/** The size that social networks ask for. */
export const socialSize = { width: 1200, height: 627 } as const;

/** The picture that goes with a shared link: the seal, large, and beside it what it says. */
export function socialSvg(
  fonts: Fonts,
  letters: Letters,
  content: BadgePictureContent & { name: string | null },
): string {
  const said = saidBy(content);
  const palette = paletteOf(content, false);
  const x = 566;
  const room = 560;
  const parts: string[] = [];
  const set = (text: string, y: number, sizes: number[], lines: number, look: string, weight: 400 | 600) => {
    const space = { width: room, height: sizes.at(-1)! * 1.25 * lines, sizes, leading: 1.25 };
    const done = setText(fonts.readable(text) ?? '', space, (part, size) => letters.width(part, size, weight));
    for (const [index, one] of done.lines.entries()) {
      parts.push(
        `<text class="${look}" x="${x}" y="${Math.round(y + index * done.size * 1.2)}" font-size="${done.size}">${escapeXml(one)}</text>`,
      );
    }
    return y + (done.lines.length - 1) * done.size * 1.2;
  };
  const name = content.state === 'valid' ? clean(content.name ?? '') : '';
  let y = 236;
  y = set(said.verdict || name || said.city, y, [64, 56, 48], 2, 't b', 600);
  y = set(said.verdict || name ? said.of + said.city : said.of.trim(), y + 62, [34, 30], 1, 't', 400);
  for (const detail of [said.domain, said.circle, said.since].filter(Boolean)) {
    y = set(detail, y + 48, [28, 25], 1, detail === said.domain ? 't b' : 's', detail === said.domain ? 600 : 400);
  }
  parts.push(`<path class="e" stroke-width="2" d="M${x} 520h${room}"/>`);
  set(said.check + said.address, 562, [24, 21, 19], 1, 's', 400);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="627" viewBox="0 0 1200 627"><style>${styleOf(palette)}</style><rect class="g" width="1200" height="627"/><g transform="translate(74 103.500) scale(2.625)">${forms.seal(said, letters, 1).body}</g>${parts.join('')}</svg>`;
}
