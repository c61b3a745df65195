import { MembershipRequest, type MembershipAccepted } from '../../contract/membership.ts';
import type { JoinInput } from '../../domain/memberships/join-input.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { verifyProof } from '../../domain/proofs/challenge.ts';
import { readJson } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import { json } from '../respond.ts';
import type { Route } from '../router.ts';
import { takeSignUp } from '../sign-up.ts';
import { validate } from '../validate.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';

// Byte for byte the same for an address that is new, pending, a member or suppressed, and for robots.
const accepted: MembershipAccepted = { status: 'check_your_mail' };

/** Sign-ups from widgets. Everything is checked before anything is written. */
export function membershipRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function create(c: AppContext): Promise<Response> {
    const visitor = visitorOf(c, deps);
    await limits.signup(visitor.limitKey);
    const request = validate(MembershipRequest, await readJson(c));
    const origin = header(c, 'origin') ?? null;
    const partner = await admitPartner(deps, request.partner, { origin }, true);
    const pageOrigin = callerOrigin(origin, deps.publicUrl);
    const spendable = await verifyProof(deps, request.proof, partner, pageOrigin);
    const { partner: _slug, language, notice, page, proof: _proof, website, ...fields } = request;
    const input: JoinInput = {
      partner,
      language,
      fields,
      notice,
      method: 'widget',
      pageOrigin,
      page,
      ipPrefix: visitor.prefix,
      spendable,
    };
    await limits.partner(String(partner.id), () => takeSignUp(deps, input, website));
    return json(accepted, 202);
  }
  return [{ method: 'POST', path: '/v1/memberships', role: 'public', handler: create }];
}
