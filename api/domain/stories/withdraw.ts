import { storyUses } from '../../contract/vocabulary.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Transaction } from '../ports.ts';
import { moveStory } from './move.ts';
import { findOwn, type Author } from './own.ts';
import type { Permissions, Story } from './ports.ts';
import { kindOf } from './words.ts';

const nowhere = Object.fromEntries(storyUses.map((use) => [use, false])) as Permissions;

/**
 * Takes back a story that is public or waits: it leaves every feed, its permissions end and its media go, in
 * one transaction. Its words stay with the author. Pressing twice is fine.
 * @returns whether it was public until now
 * @throws {DomainError} not_found, wrong_state
 */
export async function withdrawStory(
  deps: Pick<Deps, 'storage' | 'clock'>,
  author: Author,
  publicId: string,
): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    const story = await findOwn(tx, author, publicId);
    if (story.status === 'withdrawn') return false;
    await takeBack(tx, story, deps.clock.now());
    return story.status === 'published';
  });
}

/**
 * What withdrawing is, whatever it follows from.
 * @throws {DomainError} wrong_state
 */
export async function takeBack(tx: Transaction, story: Story, at: number): Promise<void> {
  if (!(await moveStory(tx, story, ['published', 'pending'], 'withdrawn', at))) throw new DomainError('wrong_state');
  // Nothing is allowed anew, so there is no text to point to.
  await tx.stories.setPermissions(story.id, nowhere, '', at);
  await tx.media.removeOf({ storyId: story.id }, at);
  await tx.stories.bump(story.id, at);
  await tx.stories.setKind(story.id, kindOf(story.link, []));
  await tx.audit('story.withdrawn', `story:${story.id}`, at, `member:${story.memberId}`);
}
