import { createChallenge } from '../../domain/proofs/challenge.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { header, type AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import { json } from '../respond.ts';
import type { Route } from '../router.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';

/** Proof-of-work challenges. Nothing is stored until one is spent. */
export function challengeRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1/challenges',
      role: 'public',
      handler: async (c) => {
        await limits.challenge(visitorOf(c, deps).limitKey);
        const origin = header(c, 'origin') ?? null;
        const partner = await admitPartner(deps, c.req.query('partner') ?? '', { origin }, false);
        return json(await createChallenge(deps, partner, callerOrigin(origin, deps.publicUrl)));
      },
    },
  ];
}
