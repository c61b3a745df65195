import { paths } from '../../contract/paths.ts';
import type { AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { assetRoutes } from './assets.ts';
import { badgePageRoutes } from './badges/index.ts';
import { configuratorRoutes } from './configurator/index.ts';
import { confirmRoutes } from './confirm.ts';
import { consoleRoutes } from './console.ts';
import { demoRoutes } from './demo.ts';
import { departureRoutes } from './departure.ts';
import { documentRoutes } from './documents.ts';
import { embedRoutes } from './embed/index.ts';
import { exportPageRoutes } from './exports.ts';
import { homePage } from './home.ts';
import { joinRoutes } from './join.ts';
import { myStoriesPageRoutes } from './my-stories.ts';
import { mySpaceRoutes } from './my-space.ts';
import { partnerDeskRoutes } from './partners/index.ts';
import { partnerSpaceRoutes } from './partner-space/index.ts';
import { passportRoutes } from './passport/index.ts';
import { signInRoutes } from './sign-in.ts';
import { statisticsRoutes } from './statistics/index.ts';
import { storyPageRoutes } from './stories/index.ts';
import { verifyRoutes } from './verify.ts';
import { webhookPageRoutes } from './webhooks/index.ts';

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
    ...embedRoutes(deps),
    ...configuratorRoutes(deps),
    ...passportRoutes(deps),
    ...partnerDeskRoutes(deps, limits, () => cache.clear()),
    ...partnerSpaceRoutes(deps, limits, () => cache.clear()),
    ...statisticsRoutes(deps),
    ...webhookPageRoutes(deps),
    ...exportPageRoutes(deps),
    ...consoleRoutes(deps),
    ...assetRoutes(deps),
    ...demoRoutes(deps),
  ];
}
