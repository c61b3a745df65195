import { ambassadorKey, ambassadorOf, utmOf } from '../../../api/contract/attribution.ts';
import { pagePathOf } from '../../../api/contract/page-path.ts';
import { limits } from '../../../api/contract/limits.ts';
import type { PageContext } from '../../../api/contract/membership.ts';

/**
 * What this document was opened with. The browser keeps it while a page goes on by `pushState`, so that nothing
 * has to be stored, and nothing is known of earlier visits.
 */
export function openedWith(): string {
  // A page may have put anything in its place.
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  return `${entry?.name}`;
}

/** An allow-list: whatever else the query holds (addresses, tokens) never leaves the page. */
function touch({ pathname, search }: URL | Location) {
  const query = new URLSearchParams(search);
  const value = (key: string) => query.get(key);
  const utm = utmOf(value);
  return {
    path: pagePathOf(pathname).slice(0, limits.pagePath),
    ...(utm && { utm }),
    ambassador: ambassadorOf(value(ambassadorKey)),
  };
}

/**
 * Where a sign-up comes from: the path without query or fragment, the origin of the referrer, the five campaign
 * parameters and the code of the member whose link was followed; and the same of the page that the visit of this
 * site began with, when that was another. What the club would refuse is left out, so that no link somebody else
 * wrote keeps a person from joining.
 * @param page address of the page
 * @param referrer what the document says it is
 * @param widget version of the widget
 * @param opened address that the document was opened with
 */
export function pageContext(page: URL | Location, referrer: string, widget: string, opened = ''): PageContext {
  const { ambassador, ...last } = touch(page);
  const context: PageContext = { ...last, widget };
  const begun = URL.canParse(opened) ? new URL(opened) : undefined;
  // A frame without an address of its own was opened with one that says nothing.
  const { ambassador: before, ...first } = touch(begun?.origin === page.origin ? begun : page);
  if (JSON.stringify(first) !== JSON.stringify(last)) context.first = first;
  // The link that was followed last counts.
  const code = ambassador ?? before;
  if (code) context.ambassador = code;
  const origin = URL.canParse(referrer) ? new URL(referrer).origin : '';
  if (/^https?:/.test(origin)) context.referrer = origin;
  return context;
}
