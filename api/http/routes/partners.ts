import { matchLocale } from '../../contract/locales.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { describePartner } from '../../domain/partners/describe.ts';
import { partnerName } from '../../domain/partners/name.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

/**
 * What widgets need to show themselves for a partner. Browsers ask again each time and mostly hear 304: a partner that is
 * paused, or a site that is no longer its own, shows its fallback from the next page on.
 */
export function partnerRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  async function show(c: AppContext): Promise<Response> {
    const slug = c.req.param('partner') ?? '';
    const locale = matchLocale(c.req.query('lang'), deps.club.defaultLanguage);
    const partner = await admitPartner(deps, slug, { origin: header(c, 'origin') ?? null }, false);
    const key = `partner:${partner.id}:${partnerName(partner, locale)}:${locale}`;
    const ready =
      cache.get(key) ??
      (await cache.load(key, async () => readyJson(describePartner(deps, partner, locale), 0, { vary: 'origin' })));
    return sendReady(c, ready);
  }
  return [{ method: 'GET', path: '/v1/partners/:partner', role: 'public', handler: show }];
}
