import type { AppDeps } from '../../env.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { shareKitRoutes } from './kit.ts';
import { storyListRoute } from './list.ts';
import { pictureRoutes } from './picture.ts';
import { reportPageRoutes } from './report.ts';
import { storyRoute } from './story.ts';

/** What everybody may read of stories, as pages that work without JavaScript. */
export function storyPageRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  return [
    storyListRoute(deps),
    ...pictureRoutes(deps, limits),
    ...reportPageRoutes(deps, limits),
    ...shareKitRoutes(deps),
    storyRoute(deps),
  ];
}
