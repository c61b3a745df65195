import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';

/** Where staff add partners, say who they are and whose pages may carry the widgets, and pause them. */
export function partnerDeskRoutes(_deps: AppDeps): Route[] {
  return [];
}
