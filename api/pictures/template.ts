/** The pictures themselves, as SVG. Nothing in them refers to anything outside of them. */
import { escapeMarkup } from '../domain/markup.ts';
import { pictureSizes, type PictureContent, type PicturePhoto, type PictureShape } from '../domain/pictures/ports.ts';
import { directionOf } from '../domain/stories/direction.ts';
import { flame, flamePaths } from './flame.ts';
import type { Fonts } from './fonts.ts';
import { setText, type SetText, type Space } from './lines.ts';

const paper = '#fffaf5';
const ink = '#241a16';
const soft = '#6a5a52';

/** Where things are, by shape, with a photo and without. */
interface Plan {
  photo?: { x: number; y: number; width: number; height: number };
  quote: Space & { x: number; y: number };
  /** Base line of the author's name. */
  author: number;
  club: { x: number; y: number };
}

const margin = 76;

function planOf(shape: PictureShape, photo: PicturePhoto | undefined): Plan {
  const { width, height } = pictureSizes[shape];
  const hasPhoto = photo !== undefined;
  if (shape === 'og') {
    const column = hasPhoto ? 700 : width;
    return {
      ...(hasPhoto && { photo: { x: 700, y: 0, width: 500, height } }),
      quote: {
        x: margin,
        y: 128,
        width: column - margin * (hasPhoto ? 1.7 : 2.6),
        height: 308,
        sizes: hasPhoto ? [54, 48, 43, 39, 36] : [68, 60, 54, 48, 43],
        leading: 1.34,
      },
      author: 520,
      club: { x: margin, y: 70 },
    };
  }
  // A tall photo gets more of the space than a wide one.
  const frame = photo ? Math.round(Math.min(720, Math.max(540, (width * photo.height) / photo.width))) : 0;
  return {
    ...(hasPhoto && { photo: { x: 0, y: 0, width, height: frame } }),
    quote: {
      x: margin,
      y: hasPhoto ? frame + 124 : 240,
      width: width - margin * 2,
      height: hasPhoto ? 980 - frame : 790,
      sizes: hasPhoto ? [60, 54, 49, 45, 42] : [88, 78, 70, 62, 56, 50],
      leading: 1.36,
    },
    author: 1210,
    club: { x: margin, y: hasPhoto ? frame + 72 : 110 },
  };
}

/** Draws one picture. Right-to-left stories are mirrored, photo and all. */
export function pictureSvg(
  fonts: Fonts,
  shape: PictureShape,
  content: PictureContent,
  photo: PicturePhoto | undefined,
): string {
  const { width, height } = pictureSizes[shape];
  const plan = planOf(shape, photo);
  const colours = photo
    ? { ground: paper, text: ink, quiet: soft, mark: content.accent, core: paper }
    : { ground: content.accent, text: '#ffffff', quiet: '#ffffff', mark: '#ffffff', core: content.accent };
  const isRtl = directionOf(content.language) === 'rtl';
  // In a mirrored picture every place is counted from the other side.
  const at = (x: number, extent = 0) => (isRtl ? width - x - extent : x);
  const line = (x: number, y: number, size: number, text: string, fill: string, weight: 400 | 600) =>
    `<text x="${at(x)}" y="${y}" font-family="${fonts.familyFor(text)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${isRtl ? 'end' : 'start'}"${isRtl ? ' direction="ltr"' : ''}>${isRtl ? `\u202b${escapeXml(text)}\u202c` : escapeXml(text)}</text>`;
  const { photo: frame, quote, author, club } = plan;
  const words = fonts.readable(content.text);
  const set: SetText = words === undefined ? { lines: [], size: 0 } : setText(words, quote, fonts.width);
  // A short quote stands in the middle of its space, not at its top.
  const rise = (quote.height - set.lines.length * set.size * quote.leading) / 2;
  const room = (frame && shape === 'og' ? frame.x : width) - margin * 1.5;
  /** One line, a little smaller when it is long. */
  const oneLine = (x: number, y: number, largest: number, text: string, fill: string, weight: 400 | 600) => {
    const sizes = [1, 0.88, 0.76].map((share) => Math.round(largest * share));
    const space = { width: room - (x - margin), height: largest, sizes, leading: 1 };
    const one = setText(fonts.readable(text) ?? '', space, (part, size) => fonts.width(part, size, weight));
    return line(x, y, one.size, one.lines[0] ?? '', fill, weight);
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${colours.ground}"/>
${frame ? '' : watermark(at(width - height * 0.52, height * 0.62), height)}
${frame && photo ? `<image x="${at(frame.x, frame.width)}" y="${frame.y}" width="${frame.width}" height="${frame.height}" preserveAspectRatio="${photo.height > photo.width ? 'xMidYMin' : 'xMidYMid'} slice" href="data:image/jpeg;base64,${Buffer.from(photo.jpeg).toString('base64')}"/>` : ''}
${flame(at(club.x, 27), club.y - 30, 36, colours.mark, colours.core)}
${oneLine(club.x + 42, club.y - 3, 27, content.club, colours.quiet, 400)}
${set.lines.map((text, index) => line(quote.x, Math.round(quote.y + rise + (index + 0.8) * set.size * quote.leading), set.size, text, colours.text, 400)).join('\n')}
<rect x="${at(quote.x, 64)}" y="${author - 64}" width="64" height="4" fill="${colours.mark}"/>
${oneLine(quote.x, author, 36, content.author, colours.text, 600)}
${oneLine(quote.x, author + 44, 27, content.about.join(' · '), colours.quiet, 400)}
</svg>`;
}

function watermark(x: number, height: number): string {
  return `<g transform="translate(${Math.round(x)} ${Math.round(height * 0.08)}) scale(${((height * 1.05) / 32).toFixed(3)})" opacity="0.13"><path d="${flamePaths.outer}" fill="#ffffff"/></g>`;
}

/** Text as XML text. What XML 1.0 (§2.2) cannot hold is left out. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
}
