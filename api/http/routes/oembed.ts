import type { AppDeps } from '../env.ts';
import type { Route } from '../router.ts';

/** oEmbed 1.0: what a page has to show in place of an address of ours. */
export function oembedRoutes(_deps: AppDeps): Route[] {
  return [];
}
