import type { ApiFailure } from '../core.ts';
import type { ConsoleTerms } from '../lang/console/terms.ts';

/** What a member of staff reads when the API did not do what was asked. */
export function failureMessage({ failures }: ConsoleTerms, { code, kind, retryAfter = 60 }: ApiFailure): string {
  if (code === 'rate_limited' || code === 'busy' || code === 'too_fast')
    return failures.busy(Math.ceil(retryAfter / 60));
  const text = code && Object.hasOwn(failures, code) ? failures[code as keyof typeof failures] : failures[kind];
  return typeof text === 'string' ? text : failures[kind];
}
