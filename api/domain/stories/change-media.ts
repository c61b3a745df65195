import type { MediaChange } from '../../contract/story.ts';
import { DomainError } from '../errors.ts';
import type { Media } from '../media/ports.ts';
import type { Deps, Transaction } from '../ports.ts';
import { isComplete } from './missing.ts';
import { findUnchanged, readOwnWithMedia, type Author } from './own.ts';
import type { Story } from './ports.ts';
import { settle } from './settle.ts';
import { inOrder } from './view.ts';
import { kindOf } from './words.ts';

type MediaDeps = Pick<Deps, 'storage' | 'clock' | 'club'>;

/**
 * Changes what a picture is said to show, or its place among the others. Saving what is there already changes
 * nothing.
 * @returns whether anything public has changed
 * @throws {DomainError} not_found, story_changed
 */
export function changeMedia(
  deps: MediaDeps,
  author: Author,
  publicId: string,
  mediaId: string,
  change: MediaChange,
): Promise<boolean> {
  return withMedia(deps, author, publicId, mediaId, async (tx, media, one) => {
    const alt = change.alt ?? one.alt;
    const rest = media.filter(({ id }) => id !== one.id);
    const order = rest.toSpliced(change.position ?? media.indexOf(one), 0, { ...one, alt });
    const isNew = alt !== one.alt || order.some(({ id }, index) => id !== media[index]!.id);
    if (!isNew) return undefined;
    if (alt !== one.alt) await tx.media.change(one.id, { alt });
    for (const [position, { id, position: before }] of order.entries()) {
      if (position !== before) await tx.media.change(id, { position });
    }
    return order;
  });
}

/**
 * Takes a photo or film out of a story; its files go with it.
 * @returns whether anything public has changed
 * @throws {DomainError} not_found, story_changed
 */
export function removeMedia(deps: MediaDeps, author: Author, publicId: string, mediaId: string): Promise<boolean> {
  return withMedia(deps, author, publicId, mediaId, async (tx, media, one, now) => {
    await tx.media.remove(one.id, now);
    return media.filter(({ id }) => id !== one.id);
  });
}

/** Changes media and answers what is there then; nothing when nothing has changed. */
type Work = (tx: Transaction, media: Media[], one: Media, now: number) => Promise<Media[] | undefined>;

async function withMedia(
  deps: MediaDeps,
  author: Author,
  publicId: string,
  mediaId: string,
  work: Work,
): Promise<boolean> {
  const seen = await readOwnWithMedia(deps, author, publicId);
  const media = inOrder(seen.media);
  const one = media.find((each) => each.publicId === mediaId);
  if (!one) throw new DomainError('not_found');
  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const story = await findUnchanged(tx, author, seen.story);
    const left = await work(tx, media, one, now);
    if (!left) return false;
    await tx.stories.bump(story.id, now);
    await tx.stories.setKind(story.id, kindOf(story.link, left));
    return settle(tx, story, await isWhole(deps, tx, story, left), now);
  });
}

async function isWhole(deps: MediaDeps, tx: Transaction, story: Story, media: Media[]): Promise<boolean> {
  const member = await tx.findMember(story.memberId);
  const permissions = await tx.stories.permissions(story.id);
  return member !== undefined && isComplete(deps, { words: story, media, permissions, member });
}
