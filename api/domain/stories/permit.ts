import type { Locale } from '../../contract/locales.ts';
import type { PermissionChange } from '../../contract/story.ts';
import { storyUses } from '../../contract/vocabulary.ts';
import { refuseField } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { isForSites } from './missing.ts';
import { findOwn, type Author } from './own.ts';
import { keepTerms } from './terms.ts';
import { takeBack } from './withdraw.ts';
import { moveStory } from './move.ts';

/**
 * Says where a story may appear. It acts at once and asks no moderator: nothing in the story has changed. When
 * no site is left, a published story is withdrawn and a waiting one is a draft again.
 * @param locale in which the sentences were shown
 * @returns whether anything public may have changed
 * @throws {DomainError} not_found, invalid_request (text_outdated)
 */
export async function permit(
  deps: Pick<Deps, 'storage' | 'clock' | 'club' | 'texts'>,
  author: Author,
  publicId: string,
  { permissions, text }: PermissionChange,
  locale: Locale,
): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const story = await findOwn(tx, author, publicId);
    const before = await tx.stories.permissions(story.id);
    const isGrant = storyUses.some((use) => permissions[use] && !before[use]);
    // Taking a permission back needs nothing to have been read.
    if (isGrant && text !== deps.club.storyTerms.version) refuseField('text', 'text_outdated');
    await tx.stories.setPermissions(story.id, permissions, await keepTerms(deps, tx, locale), now);
    if (!isForSites(permissions)) {
      if (story.status === 'published') await takeBack(tx, story, now);
      if (story.status === 'pending') await moveStory(tx, story, ['pending'], 'draft', now);
    }
    return story.status === 'published';
  });
}
