import { parseLink } from '../../contract/links.ts';
import type { StoryFields } from '../../contract/story.ts';
import type { StoryKind } from '../../contract/vocabulary.ts';
import type { Media } from '../media/ports.ts';
import type { Deps, Member } from '../ports.ts';
import type { Story } from './ports.ts';

/** What the author writes: all of it is approved or refused together. */
export const storyWords = [
  'text',
  'language',
  'circle',
  'signature',
  'place',
  'prompt',
  'link',
  'people',
  'adult',
] as const;
export type StoryWords = Pick<Story, (typeof storyWords)[number]>;

/** Words as they are stored: verbatim, with the author's own circle and first name where nothing was said. */
export function wordsOf(fields: StoryFields, member: Pick<Member, 'circle' | 'firstName'>): StoryWords {
  return {
    text: fields.text,
    language: fields.language,
    circle: fields.circle || member.circle,
    signature: fields.signature || member.firstName,
    place: fields.place || null,
    prompt: fields.prompt || null,
    // A draft keeps what was pasted; what nobody can read as a film is refused when it is sent.
    link: fields.link ? (parseLink(fields.link)?.url ?? fields.link) : null,
    people: fields.people ?? null,
    adult: fields.adult ?? false,
  };
}

export function isSame(one: StoryWords, other: StoryWords): boolean {
  return storyWords.every((word) => one[word] === other[word]);
}

/** What a story mainly is follows from what is in it. */
export function kindOf(link: string | null, media: Pick<Media, 'kind'>[]): StoryKind {
  if (media.some(({ kind }) => kind === 'video') || (link !== null && parseLink(link))) return 'video';
  return media.length > 0 ? 'photo' : 'text';
}

/** The circles that a member may tell a story in: a circle by invitation only if it is their own. */
export function circlesOf({ club }: Pick<Deps, 'club'>, member: Pick<Member, 'circle'>) {
  return club.circles.filter(({ id, byInvitation }) => !byInvitation || id === member.circle);
}
