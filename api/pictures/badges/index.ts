import type { BadgePictures } from '../../domain/badges/ports.ts';

export function createBadgePictures(): BadgePictures {
  return new Proxy({} as BadgePictures, {
    get(_, name) {
      throw new Error(`badge pictures: ${String(name)} is not built yet`);
    },
  });
}
