import type { Deps } from '../ports.ts';
import type { Story } from '../stories/ports.ts';

export type Blocker = 'captions_missing' | 'media_not_ready';

/**
 * Why stories cannot be published yet: a film needs captions and a transcript (RGAA 4.1, 4.3), and everything
 * must have come out of the decoder.
 */
export async function blockersOf(
  { storage }: Pick<Deps, 'storage'>,
  stories: Pick<Story, 'id'>[],
): Promise<Map<number, Blocker[]>> {
  const found = new Map<number, Set<Blocker>>(stories.map(({ id }) => [id, new Set()]));
  for (const media of await storage.media.byStory(stories.map(({ id }) => id))) {
    const blockers = found.get(media.storyId)!;
    if (media.status !== 'ready') blockers.add('media_not_ready');
    const hasCaptions = media.files.some(({ role }) => role === 'captions');
    if (media.kind === 'video' && !(hasCaptions && media.transcript)) blockers.add('captions_missing');
  }
  return new Map(Array.from(found, ([id, blockers]) => [id, [...blockers]]));
}

/** The code to refuse the publication of one story with, if there is one. */
export async function blockerOf(deps: Pick<Deps, 'storage'>, story: Pick<Story, 'id'>): Promise<Blocker | undefined> {
  return (await blockersOf(deps, [story])).get(story.id)?.[0];
}
