import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';

/** What was brought, by day, partner, page and campaign: for staff over all, for partners over theirs. */
export function statisticsRoutes(_deps: AppDeps): Route[] {
  return [];
}
