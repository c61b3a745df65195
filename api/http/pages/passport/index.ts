import type { AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';

/** What a webmaster has to know before pasting a widget, made from what was built. */
export function passportRoutes(_deps: AppDeps): Route[] {
  return [];
}
