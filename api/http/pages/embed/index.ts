import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { badgeFrameRoute } from './badge.ts';
import { counterFrameRoute } from './counter.ts';
import { storyFormFrameRoute } from './story-form.ts';
import { storiesFrameRoute } from './testimonials.ts';

/** The widgets in frames, for pages that take no script. The form to sign up is one of the routes of `join.ts`. */
export function embedRoutes(deps: AppDeps): Route[] {
  return [counterFrameRoute(deps), storiesFrameRoute(deps), badgeFrameRoute(deps), storyFormFrameRoute(deps)];
}
