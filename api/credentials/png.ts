/** The outer form of a PNG: its signature and its chunks. */
import { crc32 } from 'node:zlib';

export const pngSignature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

export interface Chunk {
  type: string;
  data: Buffer;
}

export const isPng = (bytes: Uint8Array): boolean => pngSignature.equals(bytes.subarray(0, pngSignature.length));

/**
 * The chunks up to the end of the picture, or nothing when it is damaged: a length that leads out of the file, a
 * check sum that does not fit, an end that is missing. What follows the end is not looked at: no reader does.
 */
export function readChunks(png: Uint8Array): Chunk[] | undefined {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let offset = pngSignature.length; offset + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(offset);
    const end = offset + 12 + length;
    if (end > bytes.length) return undefined;
    const body = bytes.subarray(offset + 4, end - 4);
    if (crc32(body) !== bytes.readUInt32BE(end - 4)) return undefined;
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    if (chunks[0]!.type !== 'IHDR') return undefined;
    if (chunks.at(-1)!.type === 'IEND') return chunks;
    offset = end;
  }
  return undefined;
}

export function writeChunks(chunks: Chunk[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [pngSignature];
  for (const { type, data } of chunks) {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    parts.push(length, body, sum);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The keyword of a chunk of text, or nothing for other chunks. */
export function keywordOf({ type, data }: Chunk): string | undefined {
  if (!['iTXt', 'tEXt', 'zTXt'].includes(type)) return undefined;
  const end = data.subarray(0, 80).indexOf(0);
  return end < 0 ? undefined : data.toString('latin1', 0, end);
}
