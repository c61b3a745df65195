import type { StoryStatus } from '../../contract/vocabulary.ts';

/** A draft, or what its author took back: theirs alone. For moderators its words and pictures do not exist. */
export function isHidden({ status }: { status: StoryStatus }): boolean {
  return status === 'draft' || status === 'withdrawn';
}
