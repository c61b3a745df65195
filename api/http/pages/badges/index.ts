import type { AppDeps } from '../../env.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { ReadCache } from '../../read-cache.ts';
import type { ReadyBody } from '../../respond.ts';
import type { Route } from '../../router.ts';
import { deskRoutes } from './desk.ts';
import { meaningRoute } from './meaning.ts';
import { mineRoutes } from './mine.ts';
import { badgePageRoute } from './page.ts';
import { printRoute } from './print.ts';
import { reportRoutes } from './report.ts';

/** What everybody may see of badges, what their holders do with them, and what staff do about them. */
export function badgePageRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  const changed = () => cache.clear();
  return [
    badgePageRoute(deps, cache),
    printRoute(deps),
    meaningRoute(deps),
    ...reportRoutes(deps, limits),
    ...mineRoutes(deps, limits, changed),
    ...deskRoutes(deps, changed),
  ];
}
