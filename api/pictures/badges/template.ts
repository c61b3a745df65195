/** One template for every badge. Nothing in it refers to anything outside of it, nothing that was typed is markup. */
import { badgeSizes } from '../../contract/badge.ts';
import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';
import { escapeXml } from '../template.ts';
import { paletteOf, type Palette } from './colours.ts';
import { forms } from './forms/index.ts';
import type { Drawn } from './forms/sheet.ts';
import type { Letters } from './letters.ts';
import { saidBy, type Said } from './said.ts';

/** Mail programs and proxies drop large pictures first. */
export const mostSvgBytes = 4096;

const paint = ({ ground, edge, ink, soft, wax, relief }: Palette): string =>
  `.g{fill:${ground}}.e{stroke:${edge}}.t{fill:${ink}}.s{fill:${soft}}.w{fill:${wax}}.W{stroke:${wax}}.r,.o{fill:${relief}}.R{stroke:${relief}}`;

/** The style sheet. @param dark for readers who prefer it, when the picture follows them */
export const styleOf = (palette: Palette, dark?: Palette): string =>
  `text{font-family:Lora,Georgia,"Noto Serif",serif}.b{font-weight:600}.W,.R,path.e{fill:none}.m{text-anchor:middle}${paint(palette)}${
    dark ? `@media(prefers-color-scheme:dark){${paint(dark)}}` : ''
  }`;

/** Draws a badge. The same content gives the same text. */
export function badgeSvg(letters: Letters, content: BadgePictureContent): string {
  const said = saidBy(content);
  // Letters that take many bytes each, or an accent each, get less room.
  for (const share of [1, 0.7, 0.45]) {
    const svg = frame(content, forms[content.form](said, letters, share));
    if (Buffer.byteLength(svg) <= mostSvgBytes) return svg;
  }
  return frame(content, forms[content.form](saidInShort(said), letters, 0.3));
}

/** Without what is told elsewhere; where to check is never left out. */
const saidInShort = (said: Said): Said => ({ ...said, circle: '' });

function frame(content: BadgePictureContent, { body, label }: Drawn): string {
  const { width, height } = badgeSizes[content.form];
  const { scheme } = content;
  const name = escapeXml(label);
  const style = styleOf(
    paletteOf(content, scheme === 'dark'),
    scheme === 'auto' ? paletteOf(content, true) : undefined,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}"><title>${name}</title><style>${style}</style>${body}</svg>`;
}
