import { memberPaths } from '../../contract/paths.ts';
import { CodeRequest, SessionRequest, type SessionView } from '../../contract/session.ts';
import { admitOrigin, admitPartner } from '../../domain/partners/admit.ts';
import { verifyProof } from '../../domain/proofs/challenge.ts';
import { endSession } from '../../domain/sessions/end.ts';
import { signedInMember, viewOfMember } from '../../domain/sessions/me.ts';
import { signInMember } from '../../domain/sessions/verify-code.ts';
import { askCode } from '../ask-code.ts';
import { readJson } from '../body.ts';
import { clearCookie } from '../cookies.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import { memberActor, memberCookie } from '../guard.ts';
import type { RateLimits } from '../rate-limits.ts';
import { empty, json } from '../respond.ts';
import type { Route } from '../router.ts';
import { onTheBeat } from '../sign-up.ts';
import { validate } from '../validate.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';

/**
 * Signing in from a widget: a code by mail, then a token that the page keeps in memory and that works from
 * its origin alone. On the club's own pages there is a cookie instead, which `pages/sign-in.ts` sets.
 */
export function sessionRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function ask(c: AppContext): Promise<Response> {
    const visitor = visitorOf(c, deps);
    await limits.code(visitor.limitKey);
    const request = validate(CodeRequest, await readJson(c));
    const origin = header(c, 'origin') ?? null;
    const partner = await admitPartner(deps, request.partner, { origin }, true);
    const spendable = await verifyProof(deps, request.proof, partner, callerOrigin(origin, deps.publicUrl));
    const input = { email: request.email, partnerId: partner.id, ipPrefix: visitor.prefix, spendable };
    return json(await askCode(deps, input, request.website), 202);
  }

  async function signIn(c: AppContext): Promise<Response> {
    await limits.session(visitorOf(c, deps).limitKey);
    const attempt = validate(SessionRequest, await readJson(c));
    const origin = await admitOrigin(deps, { origin: header(c, 'origin') ?? null });
    const { token, expiresAt, person } = await onTheBeat(deps.answerBeat, () =>
      signInMember(deps, attempt, { kind: 'bearer', origin }),
    );
    const view: SessionView = { token, expiresAt, me: viewOfMember(person) };
    return json(view, 201);
  }

  async function signOut(c: AppContext): Promise<Response> {
    const actor = memberActor(c);
    await endSession(deps, actor);
    return empty(actor.via === 'cookie' ? { 'set-cookie': clearCookie(memberCookie) } : {});
  }

  async function me(c: AppContext): Promise<Response> {
    return json(viewOfMember(await signedInMember(deps, memberActor(c))));
  }

  return [
    { method: 'POST', path: memberPaths.sessionCodes, role: 'public', handler: ask },
    { method: 'POST', path: memberPaths.sessions, role: 'public', handler: signIn },
    { method: 'DELETE', path: memberPaths.session, role: 'member', handler: signOut },
    { method: 'GET', path: memberPaths.me, role: 'member', handler: me },
  ];
}
