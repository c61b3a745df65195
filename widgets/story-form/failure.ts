import type { ApiFailure } from '../core.ts';
import type { StoryFormTerms } from '../lang/story-form/terms.ts';

/** Failures that no second try will mend: the partner's page and the club must agree first. */
export const isClosed = ({ code }: ApiFailure): boolean => /^(partner_|origin_|not_found)/.test(code ?? '');

/** What a person reads when the club could not be reached or would not take something. */
export function failureMessage(terms: StoryFormTerms, failure: ApiFailure): string {
  const { code = '', kind, retryAfter = 60 } = failure;
  if (/^(rate_|busy)/.test(code)) return terms.busy(Math.ceil(retryAfter / 60));
  return (terms.problems as Record<string, string>)[code] ?? (isClosed(failure) ? terms.closed : terms[kind]);
}
