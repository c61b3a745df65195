import { badgePaths } from '../contract/badge.ts';
import { paths } from '../contract/paths.ts';
import type { TallyBook } from '../domain/statistics/tally-book.ts';
import type { AppContext, AppEnv } from './env.ts';
import type { ReadCache } from './read-cache.ts';
import { sendReady, type ReadyBody } from './respond.ts';

/** Read by everybody, whatever page they are on. What depends on who asks has no place here. */
const starts = [badgePaths.page(''), `${paths.counter}?`];
const statusFile = '/status.json';

/**
 * What other sites show on every page of theirs, answered from memory before a route is looked for: that search, and
 * what stands around every handler, costs as much as the answer. Nothing is found here that its own route has not put
 * there a moment ago, under its path as it is; any other way of writing it goes to the route.
 * @param tallies a widget that asks whether a badge is valid has checked it. Reading it changes nothing stored: it is
 *   counted in memory, as a line of an access log would count it, and a job writes the sums
 * @returns nothing when the routes have to look
 */
export function hotReads(cache: ReadCache<ReadyBody>, hosts: ReadonlySet<string>, tallies: TallyBook) {
  return (env: AppEnv['Bindings'] | undefined): Response | undefined => {
    const incoming = env?.incoming;
    const { url } = incoming ?? {};
    if (incoming?.method !== 'GET' || !url || !starts.some((start) => url.startsWith(start))) return undefined;
    const ready = cache.get(url);
    // The same check that stands before every route.
    if (!ready || !hosts.has(incoming.headers.host ?? '')) return undefined;
    const { origin } = incoming.headers;
    // Pages of the club ask without: theirs are visits to a badge, and counted by nobody.
    if (origin !== undefined && url.endsWith(statusFile)) tallies.badgeCheck(origin);
    return sendReady({ env } as AppContext, ready);
  };
}
