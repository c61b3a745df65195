import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';

/** Where staff say who is told of what, and see what did not arrive. */
export function webhookPageRoutes(_deps: AppDeps): Route[] {
  return [];
}
