/**
 * Stands in for `internal/script-origin.ts` in the package: a script that a site bundles comes from the site,
 * not from the club, so the site has to say who the club is.
 */

/** Origin of the club's API where an element has no `api` of its own; empty while nobody has said. */
export let scriptOrigin = '';

/**
 * Says once which club the widgets of this page belong to. An element's own `api` goes before.
 * @param origin of the club, e.g. `https://club.example`
 */
export function setClub(origin: string): void {
  scriptOrigin = origin;
}

/** What a webmaster reads whose widgets know no club. */
export const clubMissing =
  'No club is known. Add api="https://club.example", or call setClub("https://club.example") before. Nothing was sent. The content between the tags stays.';
