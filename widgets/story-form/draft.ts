import type { MyMediaView, MyStoryView, StoryFields } from '../../api/contract/story.ts';
import type { StoryUse } from '../../api/contract/vocabulary.ts';

/** What an author writes: the same keys as the club's, every one of them filled. */
export type Fields = MyStoryView['fields'];
export type Permissions = Record<StoryUse, boolean>;

/** What a story mainly is, as its author has chosen: nothing is thrown away by another choice. */
export type Kind = MyStoryView['kind'];

/** A story on the author's desk: what they typed, beside what the club has. */
export interface Draft {
  /** Nothing before the club has it. */
  id: string | undefined;
  version: number;
  status: MyStoryView['status'];
  fields: Fields;
  /** As the club has it: what a change is measured against. */
  base: Fields | undefined;
  permissions: Permissions;
  basePermissions: Permissions;
  media: MyMediaView[];
  /** Alternative texts, by photo, that the club does not have yet. */
  alts: Map<string, string>;
  kind: Kind;
}

const noUses: Permissions = { club_site: false, partner_sites: false, newsletter: false, social: false, print: false };

const desk = (story: Omit<Draft, 'alts' | 'basePermissions' | 'base'>): Draft => ({
  ...story,
  fields: { ...story.fields },
  base: undefined,
  permissions: { ...story.permissions },
  basePermissions: { ...story.permissions },
  alts: new Map(),
});

/** A story that nobody has begun. */
export function emptyDraft(more: Pick<Fields, 'language' | 'circle' | 'signature' | 'place'>): Draft {
  const fields = { text: '', prompt: null, link: null, people: null, adult: false, ...more };
  return desk({ id: undefined, version: 0, status: 'draft', kind: 'text', fields, permissions: noUses, media: [] });
}

/** A story of the club on the author's desk. */
export function draftOf(story: MyStoryView): Draft {
  // A link that is not read as a film yet is one in the making.
  const draft = desk({ ...story, kind: story.fields.link ? 'video' : story.kind });
  rebase(draft, story);
  return draft;
}

const inOrder = (media: readonly MyMediaView[]) => media.toSorted((a, b) => a.position - b.position);

/** Takes what the club has now; what was typed stays as it was typed. */
export function rebase(draft: Draft, story: MyStoryView): void {
  draft.id = story.id;
  draft.version = story.version;
  draft.status = story.status;
  draft.base = { ...story.fields };
  draft.basePermissions = { ...story.permissions };
  draft.media = inOrder(story.media);
  for (const { id, alt } of draft.media) if (draft.alts.get(id) === alt) draft.alts.delete(id);
}

/** Whether two say the same, key by key. */
export function same(one: object | undefined, other: object): boolean {
  return !!one && Object.entries(other).every(([key, value]) => (one as Record<string, unknown>)[key] === value);
}

/** Whether the club lacks something that was typed. */
export function isDirty(draft: Draft): boolean {
  const { base, fields, permissions, basePermissions, alts } = draft;
  const begun = base ? !same(base, fields) : !!fields.text || !!fields.link || !!fields.prompt;
  return begun || !same(basePermissions, permissions) || alts.size > 0;
}

/** The fields as the club takes them: what is empty is not said, what was emptied is. */
export function requestOf({ fields, base }: Draft): StoryFields {
  const { text, language, circle, signature, place, prompt, link, people, adult } = fields;
  const said = (key: 'place' | 'prompt' | 'link', value: string | null) =>
    value || base?.[key] ? { [key]: value ?? '' } : {};
  return {
    text,
    language,
    circle,
    people,
    adult,
    ...(signature && { signature }),
    ...said('place', place),
    ...said('prompt', prompt),
    ...said('link', link),
  };
}
