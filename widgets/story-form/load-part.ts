import { version } from '../../api/contract/version.ts';
import { ApiFailure } from '../core.ts';
import type * as film from './parts/film.ts';
import type * as media from './parts/media.ts';
import type * as proof from './parts/proof.ts';
import type * as review from './parts/review.ts';

/** What is loaded at first use: signing in; handing in or a refusal; a file or the camera; a large film. */
interface Parts {
  proof: typeof proof;
  review: typeof review;
  media: typeof media;
  film: typeof film;
}

// Written out: the build makes a file of each.
const first: { [K in keyof Parts]: () => Promise<Parts[K]> } = {
  proof: () => import('./parts/proof.ts'),
  review: () => import('./parts/review.ts'),
  media: () => import('./parts/media.ts'),
  film: () => import('./parts/film.ts'),
};
let failures = 0;

/**
 * Loads a part, once. Browsers remember until the page is left that a module could not be loaded, so after a
 * failure another address is asked for. @throws {ApiFailure} offline
 */
export function loadPart<K extends keyof Parts>(name: K): Promise<Parts[K]> {
  const again = () => import(/* @vite-ignore */ `./parts/story-form-${name}.js?v=${version}&again=${++failures}`);
  return first[name]().catch(() =>
    again().catch(() => {
      throw new ApiFailure('offline');
    }),
  ) as Promise<Parts[K]>;
}
