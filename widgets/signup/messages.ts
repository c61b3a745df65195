import type { FieldProblem } from '../../api/contract/codes.ts';
import type { ApiFailure } from '../core.ts';
import type { SignupTerms } from '../lang/terms.ts';
import { conditions, consents, texts } from './fields.ts';

/** A text of ours by a name that came from elsewhere: never what a page put on `Object.prototype`. */
const own = (from: object, key: string): string | undefined =>
  Object.hasOwn(from, key) ? (from as Record<string, string>)[key] : undefined;

/** What a person reads beside a field that cannot be taken. */
export function fieldMessage(terms: SignupTerms, { field, code }: FieldProblem): string {
  const label = own(terms.labels, field) ?? field;
  if (code === 'too_long') return terms.tooLong(label, texts.find(({ name }) => name === field)?.max ?? 0);
  if (code === 'control_character' || code === 'invalid_unicode') return terms.unreadable(label);
  if (code === 'required' || code === 'circle_unknown') return own(terms.missing, field) ?? terms.invalid(label);
  return own(terms.errors, code) ?? terms.invalid(label);
}

/** Whether a refused field is one that people see and can correct. */
export function isShown({ field }: FieldProblem): boolean {
  return [...texts.map(({ name }) => name), 'circle', ...consents, ...conditions].includes(field as 'circle');
}

/** Failures that no second try will mend: the partner's page and the club must agree first. */
export function isClosed(failure: ApiFailure): boolean {
  return /^(partner_|origin_|not_found)/.test(failure.code ?? '');
}

/** What a person reads when the club could not be reached or would not take the sign-up. */
export function failureMessage(terms: SignupTerms, failure: ApiFailure): string {
  if (isClosed(failure)) return terms.closed;
  if (failure.code === 'rate_limited' || failure.code === 'busy')
    return terms.busy(Math.ceil((failure.retryAfter ?? 60) / 60));
  return terms[failure.kind];
}
