import type { AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Route } from '../router.ts';

export function myBadgeRoutes(_deps: AppDeps, _limits: RateLimits, _changed: () => void): Route[] {
  return [];
}
