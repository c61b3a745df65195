import sharp from 'sharp';
import { mediaLimits } from '../../contract/limits.ts';
import type { Picture } from './photo.ts';

/**
 * A poster for a film of which no frame is at hand: the club's colour, falling into the dark, as quiet as a
 * curtain. A film always has a picture.
 * @param accent `#rrggbb`
 */
export async function drawPoster(film: { width: number; height: number }, accent: string): Promise<Picture> {
  const width = Math.min(mediaLimits.widths.at(-1)!, film.width);
  const height = Math.max(1, Math.round((width * film.height) / film.width));
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16)) as [number, number, number];
  const grid = 8;
  const points = Buffer.alloc(grid * grid * 3);
  for (let y = 0; y < grid; y += 1) {
    for (let x = 0; x < grid; x += 1) {
      const light = 0.62 - 0.42 * ((x + 2 * y) / (3 * (grid - 1)));
      points.set([r * light, g * light, b * light].map(Math.round), (y * grid + x) * 3);
    }
  }
  const data = await sharp(points, { raw: { width: grid, height: grid, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return { data, width, height, full: film };
}
