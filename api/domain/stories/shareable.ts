import type { Locale } from '../../contract/locales.ts';
import type { StoryView } from '../../contract/story.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { isPublicId } from './own.ts';
import { readStory } from './read.ts';

/**
 * A story that may be posted on the club's pages of social networks: published, and allowed by its author.
 * @param memberId the author who asks; nobody for the staff
 * @returns undefined when the story is there and may not be posted
 * @throws {DomainError} not_found, also for somebody else's story
 */
export async function shareableStory(
  deps: Pick<Deps, 'storage' | 'club' | 'mediaOrigin' | 'publicUrl'>,
  publicId: string,
  memberId: number | undefined,
  locale: Locale,
): Promise<StoryView | undefined> {
  const { stories } = deps.storage;
  const story = isPublicId(publicId) ? await stories.byPublicId(publicId) : undefined;
  if (!story || (memberId === undefined ? story.status === 'draft' : story.memberId !== memberId)) {
    throw new DomainError('not_found');
  }
  const allowed = (await stories.permissions([story.id])).get(story.id);
  // What is posted links to the story's page, so it must be there.
  if (story.status !== 'published' || !allowed?.social || !allowed.club_site) return undefined;
  return readStory(deps, publicId, 'club', locale);
}
