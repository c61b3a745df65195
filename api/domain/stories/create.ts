import { storyLimits } from '../../contract/limits.ts';
import type { StoryFields } from '../../contract/story.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';
import { newId } from '../ids.ts';
import type { Author } from './own.ts';
import { kindOf, wordsOf } from './words.ts';

/**
 * Begins a story. It may be incomplete in everything: `submit` says what is missing.
 * @param partner on whose page it is told
 * @returns its public identifier
 * @throws {DomainError} drafts_full, unauthenticated
 */
export async function createStory(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids'>,
  { memberId }: Author,
  partner: Pick<Partner, 'id'>,
  fields: StoryFields,
): Promise<string> {
  return deps.storage.write(async (tx) => {
    const member = await tx.findMember(memberId);
    // They may have left between the check of the session and now.
    if (member?.status !== 'active') throw new DomainError('unauthenticated');
    // Counting waits for whoever else begins one: two at once are not both the tenth.
    if ((await tx.stories.countUnpublished(memberId)) >= storyLimits.drafts) throw new DomainError('drafts_full');
    const publicId = newId(deps);
    const words = wordsOf(fields, member);
    const id = await tx.stories.insert({ ...words, publicId, memberId, partnerId: partner.id }, deps.clock.now());
    await tx.stories.setKind(id, kindOf(words.link, []));
    return publicId;
  });
}
