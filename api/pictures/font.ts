import { readFileSync } from 'node:fs';

/** What of a font is needed to break lines: which characters it has, and how far each moves on. */
export interface Font {
  file: string;
  family: string;
  has(codePoint: number): boolean;
  /** In parts of the font size. Kerning and joined letters are left out: they only make a line shorter. */
  advance(codePoint: number): number;
}

/**
 * Reads the tables of a TrueType file (OpenType 1.9: `head`, `hhea`, `hmtx`, `cmap`).
 * @throws {Error} when the file is no font of that kind
 */
export function openFont(file: string, family: string): Font {
  const bytes = readFileSync(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tablesOf(view, file);
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const widths = table('hmtx');
  const glyphs = readCharacters(view, table('cmap'));
  return {
    file,
    family,
    has: (codePoint) => glyphs.has(codePoint),
    advance(codePoint) {
      const glyph = glyphs.get(codePoint) ?? 0;
      // The last width holds for all glyphs after it.
      return view.getUint16(widths + Math.min(glyph, metrics - 1) * 4) / unitsPerEm;
    },
  };
}

function tablesOf(view: DataView, file: string): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    offsets.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`pictures: ${file} has no table "${tag}": it is no TrueType font.`);
    return offset;
  };
}

/** Code points to glyphs, from the Unicode subtable (format 4, and 12 for what is above U+FFFF). */
function readCharacters(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, glyphs);
    if (format === 12) readGroups(view, subtable, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, subtable: number, glyphs: Map<number, number>): void {
  const twice = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + twice + 2;
  for (let at = 0; at < twice; at += 2) {
    const start = view.getUint16(starts + at);
    const end = view.getUint16(ends + at);
    const delta = view.getUint16(starts + twice + at);
    const rangeAt = starts + twice * 2 + at;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - start) * 2);
      if (listed !== 0) glyphs.set(code, (listed + delta) & 0xffff);
    }
  }
}

function readGroups(view: DataView, subtable: number, glyphs: Map<number, number>): void {
  for (let index = 0; index < view.getUint32(subtable + 12); index += 1) {
    const at = subtable + 16 + index * 12;
    const start = view.getUint32(at);
    for (let code = start; code <= view.getUint32(at + 4); code += 1) {
      glyphs.set(code, view.getUint32(at + 8) + code - start);
    }
  }
}
