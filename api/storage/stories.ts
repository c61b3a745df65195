import type { StoryReads, StoryWrites } from '../domain/stories/ports.ts';
import type { Executor } from './query.ts';

export function storyReads(_on: Executor): StoryReads {
  return {} as StoryReads;
}

export function storyWrites(_on: Executor): StoryWrites {
  return {} as StoryWrites;
}
