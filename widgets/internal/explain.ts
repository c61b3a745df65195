import type { ApiFailure } from './api-client.ts';

/**
 * One sentence for the webmaster: what happened, what to do, what it means. Visitors read the
 * texts in `lang/`; nothing here is shown on the page.
 */
export function explain(failure: ApiFailure, partner: string | null | undefined, api: string): string {
  const kept = 'The content between the tags stays visible and nothing was sent.';
  switch (failure.code) {
    case 'partner_unknown':
    case 'not_found':
      return `partner="${partner}" is not known at ${api}. Copy the snippet again or ask the club for the right name. ${kept}`;
    case 'partner_paused':
      return `The club has paused partner="${partner}". Ask the club why. ${kept}`;
    case 'origin_not_allowed':
      return `${api} does not accept ${location.origin} for partner="${partner}". Ask the club to add this address. ${kept}`;
  }
  if (failure.kind === 'offline' || failure.kind === 'timeout')
    return `${api} did not answer (${failure.kind}). If this lasts, check the "api" attribute and the page's connect-src policy. ${kept}`;
  return `${api} answered with an error (${failure.message}). If this lasts, tell the club. ${kept}`;
}
