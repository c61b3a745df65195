/** Logos: decoded once and made small; what was transparent stays so. */
import { join } from 'node:path';
import { openPicture, refusalOf } from './photo.ts';
import type { MadeFile } from './protocol.ts';

/**
 * Writes a logo as WebP, whole, in a box that it never fills by being blown up.
 * @throws {Refusal} media_empty, media_type, media_animated, media_dimensions, media_damaged
 */
export async function writeLogo(
  path: string,
  folder: string,
  box: { width: number; height: number },
): Promise<MadeFile> {
  const { image } = await openPicture(path);
  try {
    const name = `${box.width}.webp`;
    const { width, height } = await image
      .resize(box.width, box.height, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 90, alphaQuality: 90, effort: 4 })
      .toFile(join(folder, name));
    return { role: 'image', name, type: 'image/webp', width, height };
  } catch (error) {
    throw refusalOf(error);
  }
}
