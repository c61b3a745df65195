import { badgePaths } from '../contract/badge.ts';
import type { AppContext, AppEnv } from './env.ts';
import type { ReadCache } from './read-cache.ts';
import { sendReady, type ReadyBody } from './respond.ts';

const start = badgePaths.page('');

/**
 * What other sites show on every page of theirs, answered from memory before a route is looked for: that search, and
 * what stands around every handler, costs as much as the answer. Nothing is found here that its own route has not put
 * there a moment ago, under its path as it is; any other way of writing it goes to the route.
 * @returns nothing when the routes have to look
 */
export function hotReads(cache: ReadCache<ReadyBody>, hosts: ReadonlySet<string>) {
  return (env: AppEnv['Bindings'] | undefined): Response | undefined => {
    const incoming = env?.incoming;
    if (!incoming?.url?.startsWith(start) || incoming.method !== 'GET') return undefined;
    const ready = cache.get(incoming.url);
    // The same check that stands before every route.
    if (!ready || !hosts.has(incoming.headers.host ?? '')) return undefined;
    return sendReady({ env } as AppContext, ready);
  };
}
