import type { StoryChange } from '../../contract/story.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { isComplete } from './missing.ts';
import { findUnchanged, readOwnWithMedia, type Author } from './own.ts';
import { settle } from './settle.ts';
import { isSame, kindOf, wordsOf } from './words.ts';

/**
 * Changes the words of a story. A published one leaves every feed in the same transaction and waits again.
 * Saving what is there already changes nothing.
 * @returns whether anything public has changed
 * @throws {DomainError} not_found, story_changed
 */
export async function changeStory(
  deps: Pick<Deps, 'storage' | 'clock' | 'club'>,
  author: Author,
  publicId: string,
  { version, ...fields }: StoryChange,
): Promise<boolean> {
  const seen = await readOwnWithMedia(deps, author, publicId);
  if (seen.story.version !== version) throw new DomainError('story_changed');
  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const story = await findUnchanged(tx, author, seen.story);
    const member = await tx.findMember(author.memberId);
    if (!member) throw new DomainError('not_found');
    const words = wordsOf(fields, member);
    if (isSame(story, words)) return false;
    if (!(await tx.stories.change(story.id, version, words, now))) throw new DomainError('story_changed');
    await tx.stories.setKind(story.id, kindOf(words.link, seen.media));
    const permissions = await tx.stories.permissions(story.id);
    return settle(tx, story, isComplete(deps, { words, media: seen.media, permissions, member }), now);
  });
}
