import type { PageContext, Utm } from '../../../api/contract/membership.ts';
import { limits } from '../../../api/contract/limits.ts';
import { textProblem } from '../../../api/contract/text.ts';

// An allow-list: whatever else the query holds (addresses, tokens) never leaves the page.
const keys = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/**
 * Where a sign-up comes from: the path without query or fragment, the origin of the referrer and the
 * five campaign parameters. What the club would refuse is left out, so that no link somebody else
 * wrote keeps a person from joining.
 * @param page address of the page
 * @param referrer what the document says it is
 * @param widget version of the widget
 */
export function pageContext(page: URL | Location, referrer: string, widget: string): PageContext {
  const query = new URLSearchParams(page.search);
  const utm: Utm = {};
  for (const key of keys) {
    const value = query.get(`utm_${key}`);
    if (value && !textProblem(value, limits.utm)) utm[key] = value;
  }
  const context: PageContext = { path: page.pathname.slice(0, limits.pagePath), widget };
  if (Object.keys(utm).length) context.utm = utm;
  const origin = URL.canParse(referrer) ? new URL(referrer).origin : '';
  if (/^https?:/.test(origin)) context.referrer = origin;
  return context;
}
