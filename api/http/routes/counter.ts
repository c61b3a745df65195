import { readCounter } from '../../domain/counter/read.ts';
import { findPartner } from '../../domain/partners/admit.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

/**
 * Confirmed members so far: the hottest read of all, answered from memory. Browsers ask again each time and
 * mostly hear 304: who has just confirmed wants to see the number move.
 */
export function counterRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  function show(c: AppContext): Response | Promise<Response> {
    const slug = c.req.query('partner') ?? '';
    const ready = cache.get(`counter:${slug}`);
    return ready ? sendReady(c, ready) : read(c, slug);
  }

  async function read(c: AppContext, slug: string): Promise<Response> {
    // A slug that no partner has must not become a key: visitors would decide how large the cache is.
    const partner = slug === '' ? undefined : await findPartner(deps, slug);
    const ready = await cache.load(`counter:${slug}`, async () => readyJson(await readCounter(deps, partner), 0));
    return sendReady(c, ready);
  }

  return [{ method: 'GET', path: '/v1/counter', role: 'public', handler: show }];
}
