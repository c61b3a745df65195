import type { MediaKind } from '../../../api/contract/vocabulary.ts';

/** What a file is, by its first bytes: its name and the type that a system gives it are only said. */
export interface Sniffed {
  kind: MediaKind;
  type: string;
}

const photo = (type: string): Sniffed => ({ kind: 'photo', type: `image/${type}` });
const video = (type: string): Sniffed => ({ kind: 'video', type: `video/${type}` });

/** The brand of an ISO base media file (ISO 14496-12) says which family it is of. */
function branded(brand: string): Sniffed | undefined {
  if (/^avi[fs]/.test(brand)) return photo('avif');
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(brand)) return photo('heic');
  if (brand.startsWith('qt ')) return video('quicktime');
  // Sound alone is no film; whatever else there is, the club looks at it again.
  return /^(?:M4[AB]|crx )/.test(brand) ? undefined : video('mp4');
}

/** Reads the first bytes of a file. @returns nothing when it is no picture or film that the club takes */
export async function sniff(file: Blob): Promise<Sniffed | undefined> {
  const bytes = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const text = String.fromCharCode(...bytes);
  if (text.startsWith('\xff\xd8\xff')) return photo('jpeg');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return photo('png');
  if (/^RIFF[^]{4}WEBP/.test(text)) return photo('webp');
  if (text.startsWith('\x1aE\xdf\xa3')) return video('webm');
  return text.slice(4, 8) === 'ftyp' ? branded(text.slice(8, 12)) : undefined;
}
