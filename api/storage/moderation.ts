import type { ModerationReads, ModerationWrites } from '../domain/moderation/ports.ts';
import type { Executor } from './query.ts';

export function moderationReads(_on: Executor): ModerationReads {
  return {} as ModerationReads;
}

export function moderationWrites(_on: Executor): ModerationWrites {
  return {} as ModerationWrites;
}
