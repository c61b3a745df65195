import type { MediaReads, MediaWrites } from '../domain/media/ports.ts';
import type { Executor } from './query.ts';

export function mediaReads(_on: Executor): MediaReads {
  return {} as MediaReads;
}

export function mediaWrites(_on: Executor): MediaWrites {
  return {} as MediaWrites;
}
