import { utmOf } from '../../contract/attribution.ts';
import { pagePathOf } from '../../contract/page-path.ts';
import { perReport, reportedKinds, talliesPath } from '../../contract/statistics.ts';
import { TallyReport } from '../../contract/tally.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { readJson } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import { empty } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';

/** A report is some hundred bytes. */
const reportBytes = 2048;

/**
 * What widgets report of themselves, without saying to whom it was shown. The origin stands where it is from, and the
 * network is looked at for the limit alone: neither is kept beside a count.
 */
export function tallyRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function take(c: AppContext): Promise<Response> {
    await limits.tally(visitorOf(c, deps).limitKey);
    const {
      partner: slug,
      path,
      campaign,
      counts,
    } = validate(TallyReport, await readJson(c, reportBytes, ['application/json', 'text/plain']));
    const origin = header(c, 'origin') ?? null;
    const partner = await admitPartner(deps, slug, { origin }, true);
    await limits.tallyPartner(String(partner.id));
    const page = callerOrigin(origin, deps.publicUrl) + pagePathOf(path);
    const name = utmOf((key) => (key === 'utm_campaign' ? campaign : null))?.campaign ?? '';
    for (const kind of reportedKinds) {
      const count = counts[kind];
      if (count !== undefined) deps.tallies.add(partner.id, kind, page, name, Math.min(count, perReport));
    }
    return empty();
  }
  return [{ method: 'POST', path: talliesPath, role: 'public', handler: take }];
}
