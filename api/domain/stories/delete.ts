import type { Deps } from '../ports.ts';
import { tellOfStory } from './move.ts';
import { findOwn, type Author } from './own.ts';

/**
 * Deletes a story: row, media, decisions and all that hangs on it.
 * @returns whether it was public until now
 * @throws {DomainError} not_found
 */
export async function deleteStory(
  deps: Pick<Deps, 'storage' | 'clock'>,
  author: Author,
  publicId: string,
): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const story = await findOwn(tx, author, publicId);
    if (story.status === 'published') await tellOfStory(tx, 'story.unpublished', story, now);
    // First the media: their files are noted for removal before the rows that name them go.
    await tx.media.removeOf({ storyId: story.id }, now);
    await tx.stories.remove(story.id);
    await tx.audit('story.deleted', `story:${story.id}`, now, `member:${story.memberId}`);
    return story.status === 'published';
  });
}
