import type { MemberActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Transaction } from '../ports.ts';
import type { Story, StoryReads, StoryWrites } from './ports.ts';

/** Who acts on a story: found from the session, never from the request. */
export type Author = Pick<MemberActor, 'memberId'>;

/** Does this look like one of our identifiers? Anything else needs no look-up (PostgreSQL takes no NUL). */
export function isPublicId(value: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(value);
}

/**
 * An author's own story, as it is committed. Somebody else's does not exist for them.
 * @throws {DomainError} not_found
 */
export function readOwn({ storage }: Pick<Deps, 'storage'>, author: Author, publicId: string): Promise<Story> {
  return own((id) => storage.stories.byPublicId(id), author, publicId);
}

/**
 * The same inside a transaction.
 * @throws {DomainError} not_found
 */
export function findOwn(tx: Transaction, author: Author, publicId: string): Promise<Story> {
  return own((id) => tx.stories.find(id), author, publicId);
}

async function own(
  find: StoryReads['byPublicId'] | StoryWrites['find'],
  { memberId }: Author,
  publicId: string,
): Promise<Story> {
  const story = isPublicId(publicId) ? await find(publicId) : undefined;
  if (story?.memberId !== memberId) throw new DomainError('not_found');
  return story;
}

/**
 * A story with the media that belong to exactly this version: whatever changes in either raises the version,
 * so inside a transaction the media are still these if the version is still this one.
 * @throws {DomainError} not_found
 */
export async function readOwnWithMedia(deps: Pick<Deps, 'storage'>, author: Author, publicId: string) {
  const story = await readOwn(deps, author, publicId);
  return { story, media: await deps.storage.media.byStory([story.id]) };
}

/**
 * Finds the story again that was read before the transaction, unchanged.
 * @throws {DomainError} not_found, story_changed
 */
export async function findUnchanged(tx: Transaction, author: Author, seen: Story): Promise<Story> {
  const story = await findOwn(tx, author, seen.publicId);
  if (story.version !== seen.version) throw new DomainError('story_changed');
  return story;
}
