import type { Deps } from '../ports.ts';
import { kindOf } from '../stories/words.ts';
import type { Upload, UploadFiles } from './ports.ts';

/**
 * Makes an upload undone that was begun and comes to nothing: its photo or film leaves the story, its bytes
 * the disk. Of a poster only the upload goes.
 */
export async function dropUpload(
  { storage, clock, uploads }: Pick<Deps, 'storage' | 'clock'> & { uploads: UploadFiles },
  { id, mediaId, role }: Pick<Upload, 'id' | 'mediaId' | 'role'>,
): Promise<void> {
  const media = role === 'main' ? await storage.media.byId(mediaId) : undefined;
  if (!media) await storage.write((tx) => tx.media.removeUpload(id));
  else {
    const story = (await storage.stories.ofMember(media.memberId)).find((one) => one.id === media.storyId);
    const left = (await storage.media.byStory([media.storyId])).filter((one) => one.id !== media.id);
    await storage.write(async (tx) => {
      const now = clock.now();
      await tx.media.remove(media.id, now);
      await tx.stories.bump(media.storyId, now);
      if (story) await tx.stories.setKind(story.id, kindOf(story.link, left));
    });
  }
  await uploads.remove(id);
}
