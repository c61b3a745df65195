import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { embedCounterRoute } from '../embed-counter.ts';

/** The widgets in frames, for pages that take no script. */
export function embedRoutes(deps: AppDeps): Route[] {
  return [embedCounterRoute(deps)];
}
