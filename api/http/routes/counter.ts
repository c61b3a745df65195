import { matchLocale, type Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { readCounter } from '../../domain/counter/read.ts';
import { findPartner } from '../../domain/partners/admit.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

/**
 * The address as widgets write it: asked so, it is answered before a route is looked for (`hot-reads.ts`). What is
 * no partner's name is escaped, so that it cannot be written as somebody else's address.
 * @param locale absent: the club's own language
 */
const keyOf = (slug: string, locale: Locale | undefined) =>
  `${paths.counter}?partner=${encodeURIComponent(slug)}${locale === undefined ? '' : `&lang=${locale}`}`;

/**
 * Confirmed members so far: the hottest read of all, answered from memory. Browsers ask again each time and
 * mostly hear 304: who has just confirmed wants to see the number move.
 */
export function counterRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  function show(c: AppContext): Response | Promise<Response> {
    const slug = c.req.query('partner') ?? '';
    const asked = c.req.query('lang');
    const locale = asked === undefined ? undefined : matchLocale(asked, deps.club.defaultLanguage);
    const ready = cache.get(keyOf(slug, locale));
    return ready ? sendReady(c, ready) : read(c, slug, locale);
  }

  async function read(c: AppContext, slug: string, locale: Locale | undefined): Promise<Response> {
    // A slug that no partner has must not become a key: visitors would decide how large the cache is.
    const partner = slug === '' ? undefined : await findPartner(deps, slug);
    const ready = await cache.load(keyOf(slug, locale), async () =>
      readyJson(await readCounter(deps, partner, locale), 0),
    );
    return sendReady(c, ready);
  }

  return [{ method: 'GET', path: paths.counter, role: 'public', handler: show }];
}
