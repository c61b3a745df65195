import type { AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

export function badgeRoutes(_deps: AppDeps, _cache: ReadCache<ReadyBody>): Route[] {
  return [];
}
