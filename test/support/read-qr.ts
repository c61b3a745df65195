/**
 * Reads a QR code from its drawing, as a telephone would once it has found the corners (ISO/IEC 18004): mask, order of
 * codewords, bytes. No errors are corrected, so every module has to be right.
 */
import assert from 'node:assert/strict';

/** Of error correction M, by version: codewords for correction in each block, and data codewords of the blocks. */
const blocksOf: Record<number, { correction: number; data: number[] }> = {
  3: { correction: 26, data: [44] },
  4: { correction: 18, data: [32, 32] },
  5: { correction: 24, data: [43, 43] },
  6: { correction: 16, data: [27, 27, 27, 27] },
};

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Dark modules of a drawing whose path has one rectangle, one module high, for each run. */
export function modulesOf(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) rows[Number(y)]![at] = true;
  }
  return rows;
}

/** @param quiet light modules around the code */
export function readQr(drawn: boolean[][], quiet: number): string {
  const size = drawn.length - 2 * quiet;
  const dark = (x: number, y: number) => drawn[y + quiet]![x + quiet]!;
  const version = (size - 17) / 4;
  const blocks = blocksOf[version];
  assert.ok(blocks, `version ${version} is not among those that this reader knows`);

  // Format: two bits of level, three of the mask, exclusive-or 101010000010010.
  const bits = [0, 1, 2, 3, 4].map((x) => Number(dark(x, 8)));
  const format = Number.parseInt(bits.join(''), 2) ^ 0b10101;
  assert.equal(format >> 3, 0b00, 'error correction is not M');
  const mask = masks[format & 7]!;

  const codewords = wordsOf(size, version, (x, y) => dark(x, y) !== mask(x, y));
  return textOf(deinterleave(codewords, blocks.data));
}

function isFunction(size: number, version: number, x: number, y: number): boolean {
  const inFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const align = size - 7;
  const inAlignment = version > 1 && Math.abs(x - align) <= 2 && Math.abs(y - align) <= 2;
  return inFinder || inAlignment || x === 6 || y === 6;
}

/** Codewords in the order of the symbol: upwards and downwards in columns of two, from the right. */
function wordsOf(size: number, version: number, bit: (x: number, y: number) => boolean): number[] {
  const found: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isFunction(size, version, x, y)) found.push(Number(bit(x, y)));
    }
    upwards = !upwards;
  }
  return Array.from({ length: found.length >> 3 }, (_, at) =>
    Number.parseInt(found.slice(at * 8, at * 8 + 8).join(''), 2),
  );
}

function deinterleave(codewords: number[], blocks: number[]): number[] {
  const longest = Math.max(...blocks);
  const read: number[][] = blocks.map(() => []);
  let at = 0;
  for (let index = 0; index < longest; index += 1) {
    blocks.forEach((length, block) => {
      if (index < length) read[block]!.push(codewords[at++]!);
    });
  }
  return read.flat();
}

/** One segment of bytes: four bits of mode, eight of length, then the text. */
function textOf(data: number[]): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  assert.equal(bits.slice(0, 4), '0100', 'not in bytes');
  const length = Number.parseInt(bits.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, at) => Number.parseInt(bits.slice(12 + at * 8, 20 + at * 8), 2));
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
}
