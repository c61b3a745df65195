/** Files for tests. Pictures are drawn here; films and one HEIC photo are test cards, kept beside this file. */
import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';

/** A file of `fixtures/`. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
}

/** A picture with some detail, three bytes a pixel. */
export function drawing(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0, y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data[at++] = (x * 255) / width;
      data[at++] = (y * 255) / height;
      data[at++] = ((x ^ y) & 31) * 8;
    }
  }
  return data;
}

export function picture(width: number, height: number): Sharp {
  return sharp(drawing(width, height), { raw: { width, height, channels: 3 } });
}

/** A JPEG as phones write it: maker, place, and which way up it was held. */
export function gpsPhoto({ width, height, orientation = 1 }: { width: number; height: number; orientation?: number }) {
  return picture(width, height)
    .jpeg({ quality: 85 })
    .withExif({
      IFD0: { Make: 'Secretmaker' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '7/1 20/1 0/1' },
    })
    .withMetadata({ orientation })
    .toBuffer();
}
