import type { AppDeps } from '../../env.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { meaningRoute } from './meaning.ts';
import { badgePageRoute } from './page.ts';
import { printRoute } from './print.ts';

/** What everybody may see of badges, what their holders do with them, and what staff do about them. */
export function badgePageRoutes(deps: AppDeps, _limits: RateLimits, _changed: () => void): Route[] {
  return [badgePageRoute(deps), printRoute(deps), meaningRoute(deps)];
}
