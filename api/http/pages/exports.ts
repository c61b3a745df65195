import type { AppDeps } from '../env.ts';
import type { Route } from '../router.ts';

/** What staff can take out of the club. */
export function exportPageRoutes(_deps: AppDeps): Route[] {
  return [];
}
