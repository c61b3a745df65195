import { renewBadges } from '../badges/renew.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { isMinorMedia, missingIn } from './missing.ts';
import { findUnchanged, readOwnWithMedia, type Author } from './own.ts';
import { moveStory } from './move.ts';

/**
 * Sends a story to the moderators, or says everything that is missing. Pressing twice is fine.
 * @throws {DomainError} not_found, invalid_request with every field, minor_media, wrong_state, story_changed
 */
export async function submitStory(
  deps: Pick<Deps, 'storage' | 'clock' | 'club' | 'ids' | 'cdn'>,
  author: Author,
  publicId: string,
): Promise<void> {
  const seen = await readOwnWithMedia(deps, author, publicId);
  await deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const story = await findUnchanged(tx, author, seen.story);
    if (story.status === 'pending') return;
    // What was refused or removed is changed first, or objected to.
    if (story.status !== 'draft' && story.status !== 'withdrawn') throw new DomainError('wrong_state');
    const member = await tx.findMember(author.memberId);
    if (!member) throw new DomainError('not_found');
    const permissions = await tx.stories.permissions(story.id);
    const whole = { words: story, media: seen.media, permissions, member };
    const errors = missingIn(deps, whole);
    if (isMinorMedia(whole)) throw new DomainError('minor_media', { errors });
    if (errors.length > 0) throw new DomainError('invalid_request', { errors });
    if (!(await moveStory(tx, story, [story.status], 'pending', now))) throw new DomainError('wrong_state');
    await renewBadges(tx, deps, member.id, now);
  });
}
