import { durations } from '../../contract/limits.ts';
import type { Deps } from '../ports.ts';

const atOnce = 100;

/**
 * Deletes stories that were refused or removed, and that nobody can object to any more: whoever is in a picture
 * that was refused for showing them does not stay here for good. Whatever was decided, answered or changed
 * since counts anew.
 * @returns how many are gone
 */
export async function forgetRefused({ storage, clock }: Pick<Deps, 'storage' | 'clock'>): Promise<number> {
  const now = clock.now();
  const before = now - durations.appealLife;
  let gone = 0;
  for (;;) {
    const stories = await storage.moderation.settled(before, atOnce);
    for (const seen of stories) {
      await storage.write(async (tx) => {
        const story = await tx.stories.find(seen.publicId);
        if (story?.version !== seen.version || story.status !== seen.status) return;
        await tx.media.removeOf({ storyId: story.id }, now);
        await tx.stories.remove(story.id);
        await tx.audit('story.forgotten', `story:${story.id}`, now);
        gone += 1;
      });
    }
    if (stories.length < atOnce) return gone;
  }
}
