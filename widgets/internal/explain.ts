import type { ApiFailure } from './api-client.ts';

/**
 * One sentence for the webmaster: what happened, what to do, what it means. Visitors read the
 * texts in `lang/`; nothing here is shown on the page.
 */
export function explain({ kind, message }: ApiFailure, partner: string | null | undefined, api: string): string {
  const [what, remedy] =
    kind === 'refused'
      ? [
          `refuses partner="${partner}" on ${origin}`,
          // Browsers say "null" for a file, a data: address and a sandboxed frame: no club can add that to its list.
          origin === 'null'
            ? 'A file or sandboxed frame has no origin: use a page of your site'
            : message === 'partner_paused'
              ? 'Ask the club to resume it'
              : 'Ask the club for the right name, or to add this address',
        ]
      : ['gives no answer', 'Check "api" and connect-src'];
  return `${api} ${what} (${message}). ${remedy}. The content between the tags stays.`;
}
