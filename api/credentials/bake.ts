/** Puts a credential into a picture, as Open Badges 3.0 says: pictures that travel alone can still be checked. */
import { isPng, keywordOf, readChunks, writeChunks } from './png.ts';

export const pngKeyword = 'openbadgecredential';
/** What Open Badges 2 used. */
const oldKeyword = 'openbadges';

export const svgNamespace = 'https://purl.imsglobal.org/ob/v3p0';

/** @param png a picture of ours; a credential that is in it already is replaced */
export function bakePng(png: Uint8Array, credential: string): Uint8Array<ArrayBuffer> {
  const chunks = isPng(png) ? readChunks(png) : undefined;
  if (!chunks) throw new TypeError('bakePng: this is no PNG. Nothing was baked.');
  const [header, ...rest] = chunks.filter((chunk) => ![pngKeyword, oldKeyword].includes(keywordOf(chunk) ?? ''));
  // Keyword, not compressed (two zeros), no language, no translated keyword.
  const data = Buffer.concat([Buffer.from(`${pngKeyword}\0\0\0\0\0`, 'latin1'), Buffer.from(credential)]);
  return writeChunks([header!, { type: 'iTXt', data }, ...rest]);
}

/** @param svg a picture of ours; a credential that is in it already is replaced */
export function bakeSvg(svg: string, credential: string): string {
  const clean = svg
    .replace(/<openbadges:credential\b[^>]*(?:\/>|>[\s\S]*?<\/openbadges:credential>)/g, '')
    .replace(/ xmlns:openbadges="[^"]*"/g, '');
  const start = /<svg\b(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(clean);
  if (!start || start[0].endsWith('/>'))
    throw new TypeError('bakeSvg: this is no SVG with a content. Nothing was baked.');
  const opened = `<svg xmlns:openbadges="${svgNamespace}"${start[0].slice('<svg'.length)}`;
  // Nothing can end the CDATA: in JSON, `>` may be written as an escape wherever it stands.
  const text = credential.replaceAll('>', '\\u003e');
  const element = `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`;
  const from = start.index;
  return clean.slice(0, from) + opened + element + clean.slice(from + start[0].length);
}
