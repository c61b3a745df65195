import type { StoryStatus } from '../../contract/vocabulary.ts';
import type { Transaction } from '../ports.ts';
import { tellWebhooks } from '../webhooks/tell.ts';
import type { Story } from './ports.ts';

/**
 * Moves a story from one status to another, and tells whoever wants to know when it comes into public view or leaves
 * it: the one way for a story to do either, save that its author has gone.
 * @param story as it was found in this transaction
 * @returns false when it was in none of the statuses that it may come from
 */
export async function moveStory(
  tx: Transaction,
  story: Story,
  from: StoryStatus[],
  to: StoryStatus,
  at: number,
): Promise<boolean> {
  if (!(await tx.stories.move(story.id, from, to, at))) return false;
  if (to === 'published') await tellOfStory(tx, 'story.published', story, at);
  else if (story.status === 'published') await tellOfStory(tx, 'story.unpublished', story, at);
  return true;
}

/** Says that a story is public, or not any more: its address has this id. */
export function tellOfStory(
  tx: Transaction,
  event: 'story.published' | 'story.unpublished',
  { publicId, partnerId, kind, language, memberId }: Story,
  at: number,
): Promise<void> {
  return tellWebhooks(tx, event, {
    partnerId,
    at,
    data: { story: publicId, kind, language },
    inside: { member: memberId },
  });
}
