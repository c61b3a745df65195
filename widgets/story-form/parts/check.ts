import type { FieldCode, FieldProblem } from '../../../api/contract/codes.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { storyTextProblem, textProblem } from '../../../api/contract/text.ts';
import type { StoryFormReviewTerms } from '../../lang/story-form/review/terms.ts';
import type { Draft } from '../draft.ts';

/**
 * Everything that keeps a story from being handed to the club, in the order of the page. Whether a link leads to
 * a film is the club's to say.
 * @param sending whether a file is on its way
 */
export function problemsOf(draft: Draft, sending: boolean): FieldProblem[] {
  const { fields, media, kind, alts, permissions } = draft;
  const problems: FieldProblem[] = [];
  const add = (field: string, code: FieldCode | undefined | false) => code && problems.push({ field, code });
  add('text', storyTextProblem(fields.text, storyLimits.textMin, storyLimits.text));
  add('signature', textProblem(fields.signature, storyLimits.signature));
  add('place', textProblem(fields.place ?? '', storyLimits.place));
  if (kind !== 'text') {
    add('media', !media.length && !sending && !fields.link && 'media_missing');
    add('media', (sending || media.some(({ status }) => status.endsWith('ing'))) && 'media_not_ready');
    add('media', media.some(({ status }) => status === 'failed') && 'invalid');
    const alt = (one: (typeof media)[number]) => (alts.get(one.id) ?? one.alt).trim();
    add('alt', media.some((one) => one.kind === 'photo' && !alt(one)) && 'alt_missing');
    add('people', media.length > 0 && !fields.people && 'people_missing');
  }
  add('permissions', !permissions.club_site && !permissions.partner_sites && 'permission_missing');
  return problems;
}

/** A refused field in words. */
export function messageOf(terms: StoryFormReviewTerms, { field, code }: FieldProblem): string {
  const { wrong } = terms;
  if (/^(?:control|invalid_uni)/.test(code)) return terms.unreadable;
  if (code === 'media_not_ready') return wrong.busy;
  if (field === 'media' && code === 'invalid') return wrong.failed;
  return (wrong as Record<string, string>)[field] ?? wrong.other;
}
