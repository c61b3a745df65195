import { paths } from '../../contract/paths.ts';
import type { AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { assetRoutes } from './assets.ts';
import { badgePageRoutes } from './badges/index.ts';
import { confirmRoutes } from './confirm.ts';
import { consoleRoutes } from './console.ts';
import { demoRoutes } from './demo.ts';
import { departureRoutes } from './departure.ts';
import { documentRoutes } from './documents.ts';
import { embedCounterRoute } from './embed-counter.ts';
import { homePage } from './home.ts';
import { joinRoutes } from './join.ts';
import { myStoriesPageRoutes } from './my-stories.ts';
import { mySpaceRoutes } from './my-space.ts';
import { signInRoutes } from './sign-in.ts';
import { storyPageRoutes } from './stories/index.ts';
import { verifyRoutes } from './verify.ts';

/** The pages for people. Those of the demo exist in the demo only. */
export function pageRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  return [
    { method: 'GET', path: paths.home, role: 'public', handler: (c) => homePage(c, deps) },
    ...joinRoutes(deps, limits),
    ...confirmRoutes(deps, limits, cache),
    ...departureRoutes(deps, limits, cache),
    ...signInRoutes(deps, limits),
    ...mySpaceRoutes(deps, cache),
    ...myStoriesPageRoutes(deps, limits, cache),
    ...badgePageRoutes(deps, limits, cache),
    ...verifyRoutes(deps, limits),
    ...documentRoutes(deps),
    ...storyPageRoutes(deps, limits),
    embedCounterRoute(deps),
    ...consoleRoutes(deps),
    ...assetRoutes(deps),
    ...demoRoutes(deps),
  ];
}
