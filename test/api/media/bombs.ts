/** Files that are small on the way and large in memory, and files that are not what they say. Made here, byte by byte. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** One colour, one bit a pixel: 16,000 × 16,000 are about 31 kB. */
export function pngBomb(side: number, before: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG that says it has ten thousand frames. */
export function animatedPng(): Buffer {
  const frames = Buffer.alloc(8);
  frames.writeUInt32BE(10_000, 0);
  return pngBomb(64, [chunk('acTL', frames)]);
}

/** A WebP whose header says it is animated, with many frames that are one and the same. */
export function animatedWebp(still: Buffer, frames: number): Buffer {
  // What follows "WEBP" in a plain file is its one image chunk.
  const image = still.subarray(12);
  const part = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  };
  const header = Buffer.alloc(10);
  header[0] = 0x02;
  header.writeUIntLE(63, 4, 3);
  header.writeUIntLE(63, 7, 3);
  const frame = Buffer.alloc(16);
  frame.writeUIntLE(63, 6, 3);
  frame.writeUIntLE(63, 9, 3);
  const one = part('ANMF', Buffer.concat([frame, image]));
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    part('VP8X', header),
    part('ANIM', Buffer.alloc(6)),
    ...Array.from({ length: frames }, () => one),
  ]);
  return part('RIFF', body);
}

export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = Buffer.from('<!doctype html><script>alert(1)</script>');
export const playlist = Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:9/segment.ts\n');
export const zip = Buffer.concat([
  Buffer.from('PK\x03\x04', 'latin1'),
  deflateRawSync(Buffer.alloc(99)),
  Buffer.alloc(99),
]);

/** Random numbers that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A file with some of its bytes changed, cut out or doubled. Its first bytes stay, so that it is opened at all. */
export function mutant(bytes: Buffer, random: () => number): Buffer {
  const keep = 4;
  let copy: Buffer = Buffer.from(bytes);
  const place = () => keep + Math.floor(random() * (copy.length - keep));
  for (let times = 1 + Math.floor(random() * 12); times > 0; times -= 1) {
    const at = place();
    const length = Math.floor(random() * 40);
    switch (Math.floor(random() * 4)) {
      case 0:
        copy[at] = Math.floor(random() * 256);
        break;
      case 1:
        copy.fill(random() < 0.5 ? 0 : 255, at, Math.min(at + length, copy.length));
        break;
      case 2:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
        break;
      default:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)]);
    }
  }
  return copy;
}
