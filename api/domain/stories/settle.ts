import type { Transaction } from '../ports.ts';
import { moveStory } from './move.ts';
import type { Story } from './ports.ts';

/**
 * Where a story stands after its author has changed it, inside the transaction of the change. Nobody sees a
 * word or a picture that was not approved: what was public waits again, or is a draft when something is
 * missing now; what was refused, removed or withdrawn is a draft again.
 * @param story as it was found in this transaction
 * @returns whether it was public until now
 */
export async function settle(tx: Transaction, story: Story, isComplete: boolean, at: number): Promise<boolean> {
  switch (story.status) {
    case 'published':
      await moveStory(tx, story, ['published'], isComplete ? 'pending' : 'draft', at);
      return true;
    case 'pending':
      // One that is still whole keeps its place in the queue.
      if (!isComplete) await moveStory(tx, story, ['pending'], 'draft', at);
      return false;
    case 'draft':
      return false;
    default:
      await moveStory(tx, story, [story.status], 'draft', at);
      return false;
  }
}
