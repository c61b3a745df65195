import type { FieldProblem } from '../../contract/codes.ts';
import { storyLimits } from '../../contract/limits.ts';
import { parseLink } from '../../contract/links.ts';
import { requiredTextProblem, storyTextProblem } from '../../contract/text.ts';
import { storyLanguages } from '../../contract/vocabulary.ts';
import type { Media } from '../media/ports.ts';
import type { Deps, Member } from '../ports.ts';
import type { Permissions } from './ports.ts';
import { circlesOf, type StoryWords } from './words.ts';

/** All that has to be right before anybody is asked to read a story. */
export interface Whole {
  words: StoryWords;
  media: Pick<Media, 'kind' | 'status' | 'alt'>[];
  permissions: Permissions;
  member: Pick<Member, 'circle'>;
}

/** What a story still lacks, every field at once, each with its first reason. */
export function missingIn(deps: Pick<Deps, 'club'>, { words, media, permissions, member }: Whole): FieldProblem[] {
  const found: FieldProblem[] = [];
  const add = (field: string, code: FieldProblem['code'] | undefined | false) => {
    if (code) found.push({ field, code });
  };
  add('text', storyTextProblem(words.text, storyLimits.textMin, storyLimits.text));
  add('language', !(storyLanguages as readonly string[]).includes(words.language) && 'language_unknown');
  add('circle', !circlesOf(deps, member).some(({ id }) => id === words.circle) && 'circle_unknown');
  add('signature', requiredTextProblem(words.signature, storyLimits.signature));
  add('link', words.link !== null && !parseLink(words.link) && 'link_unknown');
  add('media', mediaProblem(media));
  add(
    'alt',
    media.some(({ kind, alt }) => kind === 'photo' && requiredTextProblem(oneLine(alt), storyLimits.alt)) &&
      'alt_missing',
  );
  add('people', media.length > 0 && words.people === null && 'people_missing');
  add('permissions', !isForSites(permissions) && 'permission_missing');
  return found;
}

/** May the story be shown on any site at all? */
export function isForSites({ club_site: club, partner_sites: partners }: Permissions): boolean {
  return club || partners;
}

/** Pictures of a minor are not taken (Code civil, art. 372-1). */
export function isMinorMedia({ words, media }: Pick<Whole, 'words' | 'media'>): boolean {
  return media.length > 0 && !words.adult;
}

export function isComplete(deps: Pick<Deps, 'club'>, whole: Whole): boolean {
  return !isMinorMedia(whole) && missingIn(deps, whole).length === 0;
}

/** Up to six photos, or one film. */
function mediaProblem(media: Whole['media']): FieldProblem['code'] | undefined {
  const films = media.filter(({ kind }) => kind === 'video').length;
  const photos = media.length - films;
  const isMixed = films > 0 && photos > 0;
  if (isMixed || films > storyLimits.videos || photos > storyLimits.photos) return 'too_many';
  return media.some(({ status }) => status !== 'ready') ? 'media_not_ready' : undefined;
}

const oneLine = (text: string) => text.replace(/[\t\n]/g, ' ');
