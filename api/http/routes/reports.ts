import { ReportRequest, type ReportReceipt } from '../../contract/story.ts';
import { clubPartnerSlug } from '../../domain/partners/name.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { verifyProof } from '../../domain/proofs/challenge.ts';
import { spendProof } from '../../domain/proofs/spend.ts';
import { newReceipt, reportStory } from '../../domain/stories/report.ts';
import { readJson } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import { json } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';

/** The report button of every story, on every page, for people without an account. */
export function reportRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function report(c: AppContext): Promise<Response> {
    const visitor = visitorOf(c, deps);
    await limits.report(visitor.limitKey);
    const { partner: slug, proof, website, goodFaith: _said, ...request } = validate(ReportRequest, await readJson(c));
    const origin = header(c, 'origin') ?? null;
    const partner = await admitPartner(deps, slug || clubPartnerSlug, { origin }, true);
    const spendable = await verifyProof(deps, proof, partner, callerOrigin(origin, deps.publicUrl));
    // Whoever fills in the field that people do not see is a robot, and learns nothing.
    if (website) {
      await spendProof(deps, spendable);
      const robot: ReportReceipt = { receipt: newReceipt(deps), at: deps.clock.now() };
      return json(robot, 201);
    }
    const storyId = c.req.param('id') ?? '';
    const receipt = await reportStory(deps, { storyId, partner, request, ipPrefix: visitor.prefix, spendable });
    deps.wakeMailer();
    return json(receipt, 201);
  }
  return [{ method: 'POST', path: '/v1/stories/:id/reports', role: 'public', handler: report }];
}
