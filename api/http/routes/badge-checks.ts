import type { BadgeCheck } from '../../contract/badge.ts';
import { badgeLimits } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import { siteHost } from '../../domain/badges/verify/address.ts';
import { verifyBadge } from '../../domain/badges/verify/verify-badge.ts';
import { statusOf } from '../../domain/badges/view.ts';
import { DomainError, refuseField } from '../../domain/errors.ts';
import { readBytes } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import { json } from '../respond.ts';
import type { Route } from '../router.ts';
import { visitorOf } from '../visitor.ts';

/** What a badge comes as. What it is, its content says. */
const types = /^(?:application\/(?:(?:vc\+)?(?:ld\+)?json|(?:vc\+)?jwt)|text\/plain|image\/(?:png|svg\+xml)) *(?:;|$)/i;

/** The check of a badge for programs: the same as the page's, and as public. */
export function badgeCheckRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function check(c: AppContext): Promise<Response> {
    await limits.check(visitorOf(c, deps).limitKey);
    const site = c.req.query('site') || undefined;
    if (site !== undefined && siteHost(site) === undefined) refuseField('site', 'domain_invalid');
    const bytes = await readBadgeBytes(c);
    if (!bytes) return json({ verdict: 'too_large' } satisfies BadgeCheck, 413);
    deps.tallies.badgeCheck(header(c, 'origin'));
    const { verdict, badge } = await limits.checking(() => verifyBadge(deps, { bytes, site }));
    const status = badge && statusOf(badge, deps, deps.clock.now());
    return json({ verdict, ...(status && { badge: status }) } satisfies BadgeCheck);
  }
  return [{ method: 'POST', path: paths.badgeChecks, role: 'public', handler: check }];
}

async function readBadgeBytes(c: AppContext): Promise<Uint8Array | undefined> {
  if (!types.test(header(c, 'content-type') ?? '') || header(c, 'content-encoding') !== undefined) {
    throw new DomainError('unsupported_media_type');
  }
  try {
    return new Uint8Array(await readBytes(c, badgeLimits.verifyBytes));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'body_too_large') return undefined;
    throw error;
  }
}
