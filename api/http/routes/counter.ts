import { matchLocale, type Locale } from '../../contract/locales.ts';
import { readCounter } from '../../domain/counter/read.ts';
import { findPartner } from '../../domain/partners/admit.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

const keyOf = (slug: string, locale: Locale) => `counter:${slug}:${locale}`;

/**
 * Confirmed members so far: the hottest read of all, answered from memory. Browsers ask again each time and
 * mostly hear 304: who has just confirmed wants to see the number move.
 */
export function counterRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  function show(c: AppContext): Response | Promise<Response> {
    const slug = c.req.query('partner') ?? '';
    const locale = matchLocale(c.req.query('lang'), deps.club.defaultLanguage);
    const ready = cache.get(keyOf(slug, locale));
    return ready ? sendReady(c, ready) : read(c, slug, locale);
  }

  async function read(c: AppContext, slug: string, locale: Locale): Promise<Response> {
    // A slug that no partner has must not become a key: visitors would decide how large the cache is.
    const partner = slug === '' ? undefined : await findPartner(deps, slug);
    const ready = await cache.load(keyOf(slug, locale), async () =>
      readyJson(await readCounter(deps, partner, locale), 0),
    );
    return sendReady(c, ready);
  }

  return [{ method: 'GET', path: '/v1/counter', role: 'public', handler: show }];
}
