/** What a file is, by its first bytes. A name and a declared type are only what somebody says. */
import { open } from 'node:fs/promises';

export type Sniffed =
  | { is: 'photo'; format: 'jpeg' | 'png' | 'webp' | 'avif' | 'heic'; animated: boolean }
  | { is: 'film'; container: 'mp4' | 'webm' }
  | undefined;

/** As many bytes as are looked at. */
const sniffBytes = 64 * 1024;

/** Brands of ISO files that hold one picture, by what decodes them; `avis` and `hevc` are sequences. */
const pictureBrands: Record<string, { format: 'avif' | 'heic'; animated: boolean }> = {
  avif: { format: 'avif', animated: false },
  avis: { format: 'avif', animated: true },
  heic: { format: 'heic', animated: false },
  heix: { format: 'heic', animated: false },
  heim: { format: 'heic', animated: false },
  heis: { format: 'heic', animated: false },
  hevc: { format: 'heic', animated: true },
  hevx: { format: 'heic', animated: true },
};

/** Boxes that QuickTime files of cameras begin with when they have no `ftyp`. */
const oldQuickTime = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** `empty` when there is nothing to look at; undefined when it is nothing that is taken here. */
export async function sniffFile(path: string): Promise<Sniffed | 'empty'> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0);
    return bytesRead === 0 ? 'empty' : sniff(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function sniff(head: Buffer): Sniffed {
  if (head.length < 12) return undefined;
  if (head.readUIntBE(0, 3) === 0xffd8ff) return { is: 'photo', format: 'jpeg', animated: false };
  if (head.subarray(0, 8).equals(pngSignature)) return { is: 'photo', format: 'png', animated: isAnimatedPng(head) };
  if (ascii(head, 0) === 'RIFF' && ascii(head, 8) === 'WEBP') {
    return { is: 'photo', format: 'webp', animated: ascii(head, 12) === 'VP8X' && ((head[20] ?? 0) & 0x02) !== 0 };
  }
  if (head.readUInt32BE(0) === 0x1a45dfa3) return { is: 'film', container: 'webm' };
  const box = ascii(head, 4);
  if (box === 'ftyp') return isoFile(head);
  return oldQuickTime.has(box) ? { is: 'film', container: 'mp4' } : undefined;
}

/** The major brand decides; `mif1` and `msf1` say only "a picture", so the compatible ones are asked. */
function isoFile(head: Buffer): Sniffed {
  const end = Math.min(head.readUInt32BE(0), head.length, 256);
  const brands = [ascii(head, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(head, at));
  const [major] = brands as [string];
  if (major in pictureBrands) return { is: 'photo', ...pictureBrands[major]! };
  if (major !== 'mif1' && major !== 'msf1') return { is: 'film', container: 'mp4' };
  const known = brands.find((brand) => brand in pictureBrands);
  if (known === undefined) return undefined;
  const { format, animated } = pictureBrands[known]!;
  return { is: 'photo', format, animated: animated || major === 'msf1' };
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** An `acTL` chunk before the first `IDAT` (APNG); decoders that do not know it see the first frame. */
function isAnimatedPng(head: Buffer): boolean {
  for (let at = 8; at + 8 <= head.length; at += 12 + head.readUInt32BE(at)) {
    const type = ascii(head, at + 4);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

function ascii(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
