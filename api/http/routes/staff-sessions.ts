import { staffPaths } from '../../contract/paths.ts';
import { PasskeyRequest, SessionRequest, StaffCodeRequest } from '../../contract/session.ts';
import { endSession } from '../../domain/sessions/end.ts';
import { viewOfStaff } from '../../domain/sessions/me.ts';
import { requestStaffCode } from '../../domain/sessions/request-code.ts';
import { signInStaff } from '../../domain/sessions/verify-code.ts';
import { askForPasskey, showPasskey } from '../../domain/staff/show-passkey.ts';
import { readJson } from '../body.ts';
import { clearCookie, setCookie } from '../cookies.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { cookie, requireOwnPage, staffActor, staffCookie } from '../guard.ts';
import type { RateLimits } from '../rate-limits.ts';
import { empty, json } from '../respond.ts';
import type { Route } from '../router.ts';
import { onTheBeat } from '../sign-up.ts';
import { validate } from '../validate.ts';
import { visitorOf } from '../visitor.ts';

/**
 * Signing in at the console, on the club's own origin only: a code by mail opens a session that may do
 * nothing but show a passkey, or make the first; the passkey opens the rest, under a new token.
 */
export function staffSessionRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function ask(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    const visitor = visitorOf(c, deps);
    await limits.staffCode(visitor.limitKey);
    const { email } = validate(StaffCodeRequest, await readJson(c));
    const input = { email, ipPrefix: visitor.prefix };
    const accepted = await onTheBeat(deps.answerBeat, () => requestStaffCode(deps, input));
    deps.wakeMailer();
    return json(accepted, 202);
  }

  async function signIn(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    await limits.staffSession(visitorOf(c, deps).limitKey);
    const attempt = validate(SessionRequest, await readJson(c));
    const replaces = cookie(c, staffCookie);
    const { token, person } = await onTheBeat(deps.answerBeat, () => signInStaff(deps, { ...attempt, replaces }));
    return signedIn(token, person.id, 'code', 201);
  }

  async function askPasskey(c: AppContext): Promise<Response> {
    return json(await askForPasskey(deps, staffActor(c)));
  }

  async function takePasskey(c: AppContext): Promise<Response> {
    await limits.staffSession(visitorOf(c, deps).limitKey);
    const actor = staffActor(c);
    const { token } = await showPasskey(deps, actor, validate(PasskeyRequest, await readJson(c)));
    return signedIn(token, actor.staffId, 'full', 200);
  }

  async function signedIn(token: string, staffId: number, level: 'code' | 'full', status: number): Promise<Response> {
    const response = json(await viewOfStaff(deps, { staffId, level }), status);
    response.headers.set('set-cookie', setCookie(staffCookie, token));
    return response;
  }

  async function me(c: AppContext): Promise<Response> {
    return json(await viewOfStaff(deps, staffActor(c)));
  }

  async function signOut(c: AppContext): Promise<Response> {
    await endSession(deps, staffActor(c));
    return empty({ 'set-cookie': clearCookie(staffCookie) });
  }

  return [
    { method: 'POST', path: staffPaths.codes, role: 'public', handler: ask },
    { method: 'POST', path: staffPaths.sessions, role: 'public', handler: signIn },
    { method: 'GET', path: staffPaths.session, role: 'staff', handler: me },
    { method: 'DELETE', path: staffPaths.session, role: 'staff', handler: signOut },
    { method: 'POST', path: staffPaths.passkeyOptions, role: 'staff', handler: askPasskey },
    { method: 'POST', path: staffPaths.passkeys, role: 'staff', handler: takePasskey },
  ];
}
