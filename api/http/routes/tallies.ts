import type { AppDeps } from '../env.ts';
import type { Route } from '../router.ts';

/** What widgets report of themselves, without saying to whom it was shown. */
export function tallyRoutes(_deps: AppDeps): Route[] {
  return [];
}
