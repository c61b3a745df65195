/** Photos and posters: decoded once, made in three widths and two types, nothing kept but what is seen. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { mediaLimits } from '../../contract/limits.ts';
import { heicPixels } from './heic.ts';
import { Refusal, type MadeFile } from './protocol.ts';
import { sniffFile } from './sniff.ts';

/** Nothing is read but what is on this list: every other loader of the library is closed. */
export function closeLoaders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegFile',
      'VipsForeignLoadPngFile',
      'VipsForeignLoadWebpFile',
      // AVIF. HEIC has the same container, and its codec is not in this library: libheif reads it.
      'VipsForeignLoadHeifFile',
    ],
  });
  sharp.concurrency(1);
  sharp.cache(false);
}

/** A picture of at most the widest width: three bytes a pixel, upright, in sRGB. */
export interface Picture {
  data: Buffer;
  width: number;
  height: number;
  /** Of the whole picture, upright. */
  full: { width: number; height: number };
}

/** A picture that is about to be read, upright, and how large it is. */
export interface OpenedPicture {
  image: Sharp;
  full: { width: number; height: number };
}

/**
 * Looks at a picture before it is read.
 * @throws {Refusal} media_empty, media_type, media_animated, media_dimensions, media_damaged
 */
export async function openPicture(path: string): Promise<OpenedPicture> {
  const found = await sniffFile(path);
  if (found === 'empty') throw new Refusal('media_empty');
  if (found?.is !== 'photo') throw new Refusal('media_type');
  if (found.animated) throw new Refusal('media_animated');
  if (found.format === 'heic') return openHeic(path);

  const image = sharp(path, { failOn: 'warning', limitInputPixels: mediaLimits.pixels, sequentialRead: true });
  const facts = await image.metadata().catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (facts.format !== (found.format === 'avif' ? 'heif' : found.format)) throw new Refusal('media_type');
  if ((facts.pages ?? 1) > 1) throw new Refusal('media_animated');
  checkSize(facts.width, facts.height);
  const full = { width: facts.autoOrient.width, height: facts.autoOrient.height };
  return { image: image.autoOrient(), full };
}

/**
 * Reads a photo.
 * @param shape width and height to cut to, for posters
 * @throws {Refusal} media_empty, media_type, media_animated, media_dimensions, media_damaged
 */
export async function readPicture(path: string, shape?: { width: number; height: number }): Promise<Picture> {
  const { image, full } = await openPicture(path);
  return shrink(image, full, shape);
}

/** @throws {Refusal} media_dimensions */
export function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new Refusal('media_damaged');
  if (Math.max(width, height) > mediaLimits.side || width * height > mediaLimits.pixels) {
    throw new Refusal('media_dimensions');
  }
}

async function openHeic(path: string): Promise<OpenedPicture> {
  const { data, width, height } = await heicPixels(await readFile(path), checkSize);
  const image = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: mediaLimits.pixels });
  return { image, full: { width, height } };
}

async function shrink(image: Sharp, full: { width: number; height: number }, shape = full): Promise<Picture> {
  const widest = Math.min(mediaLimits.widths.at(-1)!, full.width);
  const height = Math.max(1, Math.round((widest * shape.height) / shape.width));
  try {
    const { data, info } = await image
      .resize(widest, height, { fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, full };
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The widths of one picture, narrowest first; never wider than it is. */
export function widthsOf(width: number): number[] {
  return [...new Set(mediaLimits.widths.map((wanted) => Math.min(wanted, width)))];
}

/** Writes a picture in every width, as WebP and as JPEG. */
export async function writeImages(picture: Picture, folder: string): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const width of widthsOf(picture.width)) {
    const height = Math.max(1, Math.round((width * picture.height) / picture.width));
    const scaled = await raw(picture).resize(width, height, { fit: 'fill' }).raw().toBuffer();
    const image = () => raw({ data: scaled, width, height });
    const made = (name: string, type: string) => files.push({ role: 'image', name, type, width, height });
    await image()
      .webp({ quality: 78, effort: 2 })
      .toFile(join(folder, `${width}.webp`));
    made(`${width}.webp`, 'image/webp');
    await image()
      .jpeg({ quality: 78, mozjpeg: true })
      .toFile(join(folder, `${width}.jpg`));
    made(`${width}.jpg`, 'image/jpeg');
  }
  return files;
}

/** The average colour, `#rrggbb`: what is seen until the picture is there. */
export async function placeholderOf(picture: Picture): Promise<string> {
  const pixel = await raw(picture).resize(1, 1, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
  return `#${pixel.subarray(0, 3).toString('hex')}`;
}

function raw({ data, width, height }: Pick<Picture, 'data' | 'width' | 'height'>): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** What the library says of a file it cannot read, as a code. It throws plain errors: only their text tells. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const text = error instanceof Error ? error.message : '';
  const tooLarge = /pixel limit|dimensions? (?:is|are) too|exceeds? .*limit|too large/i.test(text);
  return new Refusal(tooLarge ? 'media_dimensions' : 'media_damaged', { cause: error });
}
