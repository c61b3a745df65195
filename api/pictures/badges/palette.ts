/** Few colours for many pixels: what is flat keeps its colour exactly, edges between them share the rest. */

export interface Palette {
  /** Red, green, blue and opacity of each, one after the other; what is clear comes first. */
  colours: Uint8Array;
  /** Of each pixel, its place in the palette. */
  indices: Uint8Array<ArrayBuffer>;
}

interface Shade {
  /** Channels, without the opacity multiplied in. */
  channels: readonly [number, number, number, number];
  count: number;
}

/** Colours that are areas, not edges, are the most frequent ones by far. */
const flat = 8;

/**
 * Reduces a picture to a palette by cutting the space of its colours at medians. Nothing is left to chance: the
 * same picture gives the same palette.
 * @param pixels RGBA with the opacity multiplied in
 * @param most colours, 256 at most
 */
export function reduce(pixels: Uint8Array, most: number): Palette {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
  const counts = countWords(words);
  const shades = Array.from(counts, ([word, count]) => ({ word, shade: { channels: channelsOf(word), count } }));
  // By frequency, then by value: the order in which a map was filled must not matter.
  shades.sort((a, b) => b.shade.count - a.shade.count || a.word - b.word);
  const kept = shades.slice(0, flat).map((one) => [one]);
  const boxes = [...kept, ...cutAtMedians(shades.slice(flat), most - kept.length)];
  boxes.sort((a, b) => meanOf(a.map(({ shade }) => shade))[3] - meanOf(b.map(({ shade }) => shade))[3]);
  const colours = new Uint8Array(boxes.length * 4);
  const places = new Map<number, number>();
  for (const [index, box] of boxes.entries()) {
    colours.set(meanOf(box.map(({ shade }) => shade)), index * 4);
    for (const { word } of box) places.set(word, index);
  }
  return { colours, indices: placesOf(words, places) };
}

function countWords(words: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  let start = 0;
  // Most neighbours are alike: they are counted as one run.
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && words[at] === words[start]) continue;
    const word = words[start]!;
    counts.set(word, (counts.get(word) ?? 0) + at - start);
    start = at;
  }
  return counts;
}

function placesOf(words: Uint32Array, places: Map<number, number>): Uint8Array<ArrayBuffer> {
  const indices = new Uint8Array(words.length);
  let [last, place] = [-1, 0];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word !== last) [last, place] = [word, places.get(word)!];
    indices[at] = place;
  }
  return indices;
}

/** Little-endian: red is in the lowest byte. */
function channelsOf(word: number): Shade['channels'] {
  const alpha = word >>> 24;
  const plain = (channel: number) => (alpha === 0 ? 0 : Math.min(255, Math.round(((channel & 255) * 255) / alpha)));
  return [plain(word), plain(word >>> 8), plain(word >>> 16), alpha];
}

type Box = { word: number; shade: Shade }[];

function cutAtMedians(all: Box, most: number): Box[] {
  const boxes = all.length > 0 ? [all] : [];
  while (boxes.length < most) {
    const widest = boxes
      .map((box, index) => ({ index, ...spreadOf(box) }))
      .reduce((one, other) => (other.spread > one.spread ? other : one), { index: -1, channel: 0, spread: 0 });
    if (widest.index < 0) break;
    const [box] = boxes.splice(widest.index, 1) as [Box];
    boxes.push(...halve(box, widest.channel));
  }
  return boxes;
}

/** The channel in which a box is widest; a box of many pixels counts for more. */
function spreadOf(box: Box): { channel: number; spread: number } {
  let best = { channel: 0, spread: 0 };
  const weight = box.reduce((sum, { shade }) => sum + shade.count, 0) ** 0.5;
  for (let channel = 0; channel < 4; channel += 1) {
    let [least, largest] = [255, 0];
    for (const { shade } of box) {
      least = Math.min(least, shade.channels[channel]!);
      largest = Math.max(largest, shade.channels[channel]!);
    }
    if ((largest - least) * weight > best.spread) best = { channel, spread: (largest - least) * weight };
  }
  return best;
}

function halve(box: Box, channel: number): [Box, Box] {
  const sorted = box.toSorted((a, b) => a.shade.channels[channel]! - b.shade.channels[channel]! || a.word - b.word);
  const half = sorted.reduce((sum, { shade }) => sum + shade.count, 0) / 2;
  let sum = 0;
  const at = sorted.findIndex(({ shade }) => (sum += shade.count) >= half);
  const middle = Math.min(sorted.length - 1, Math.max(1, at));
  return [sorted.slice(0, middle), sorted.slice(middle)];
}

/** What is clear weighs nothing in a colour. */
function meanOf(shades: Shade[]): [number, number, number, number] {
  const sums = [0, 0, 0, 0];
  let [weight, count] = [0, 0];
  for (const shade of shades) {
    const [red, green, blue, alpha] = shade.channels;
    const own = alpha * shade.count;
    sums[0]! += red * own;
    sums[1]! += green * own;
    sums[2]! += blue * own;
    sums[3]! += own;
    weight += own;
    count += shade.count;
  }
  const mean = (sum: number) => (weight === 0 ? 0 : Math.round(sum / weight));
  return [mean(sums[0]!), mean(sums[1]!), mean(sums[2]!), Math.round(sums[3]! / count)];
}
