import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';

/** The configurator: choose, look, copy. */
export function configuratorRoutes(_deps: AppDeps): Route[] {
  return [];
}
