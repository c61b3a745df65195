import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';

/** What a partner’s own people see: theirs, and nothing else. */
export function partnerSpaceRoutes(_deps: AppDeps): Route[] {
  return [];
}
