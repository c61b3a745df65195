import type { ApiFailure } from '../core.ts';
import type { SignupTerms } from '../lang/terms.ts';

/** Failures that no second try will mend: the partner's page and the club must agree first. */
export function isClosed({ code }: ApiFailure): boolean {
  return /^(partner_|origin_|not_found)/.test(code ?? '');
}

/** What a person reads when the club could not be reached or would not take the sign-up. */
export function failureMessage(terms: SignupTerms, failure: ApiFailure): string {
  if (isClosed(failure)) return terms.closed;
  const { code, kind, retryAfter = 60 } = failure;
  return /^(rate_|busy)/.test(code ?? '') ? terms.busy(Math.ceil(retryAfter / 60)) : terms[kind];
}
