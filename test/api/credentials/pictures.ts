/** Small pictures, made here so that every byte is known. */
import { crc32, deflateSync } from 'node:zlib';

/** One chunk of a PNG. */
export function chunk(type: string, data: Buffer | string = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export const iTXt = (keyword: string, text: string): Buffer => Buffer.from(`${keyword}\0\0\0\0\0${text}`);

/** A PNG of one grey pixel, with these chunks after its header. */
export function png(...chunks: Buffer[]): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const pixel = deflateSync(Buffer.from([0, 128]));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IDAT', pixel), chunk('IEND')]);
}

export const picture = png();

export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="64" aria-label="a > b"><title>Badge</title><path d="M0 0"/></svg>';
