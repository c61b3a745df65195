/**
 * Who may use a route. Found before the handler runs, from the session alone. A cookie goes with requests
 * that other pages start, so whatever it changes must come from our own pages; a bearer token does not, and
 * works from the one origin that it was given to.
 */
import type { Actor, MemberActor, StaffActor } from '../domain/actor.ts';
import { DomainError } from '../domain/errors.ts';
import { admitOrigin } from '../domain/partners/admit.ts';
import { resolveSession } from '../domain/sessions/resolve.ts';
import { header, type AppContext, type AppDeps } from './env.ts';
import type { Role } from './role.ts';
import { callerOrigin } from './visitor.ts';

/** `__Host-`: from this host only, over https (or on this machine), for every path. */
export const memberCookie = '__Host-session';
export const staffCookie = '__Host-staff';

const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/;

/** The value of one cookie. The first counts, as browsers send the narrowest first. */
export function cookie(c: AppContext, name: string): string | undefined {
  for (const part of (header(c, 'cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * Lets a request through, or says why not.
 * @throws {DomainError} unauthenticated, forbidden, origin_not_allowed
 */
export async function admit(c: AppContext, deps: AppDeps, role: Exclude<Role, 'public'>): Promise<void> {
  const actor = role === 'member' ? await memberOf(c, deps) : await staffOf(c, deps);
  if (!actor) throw new DomainError('unauthenticated');
  if (actor.kind === 'staff') {
    // One does not stand above the other: the club's people have pages of their own for what partners see.
    if ((role === 'partner') !== (actor.role === 'partner')) throw new DomainError('forbidden');
    if (role !== 'staff' && role !== 'partner' && actor.level !== 'full') throw new DomainError('unauthenticated');
    if (role === 'admin' && actor.role !== 'admin') throw new DomainError('forbidden');
  }
  c.set('actor', actor);
}

async function memberOf(c: AppContext, deps: AppDeps): Promise<Actor | undefined> {
  const origin = callerOrigin(header(c, 'origin') ?? null, deps.publicUrl);
  const token = bearer.exec(header(c, 'authorization') ?? '')?.[1];
  // Pages are for people with a cookie: what a widget holds opens the API and nothing else.
  if (token && c.req.path.startsWith('/v1/')) {
    const actor = await resolveSession(deps, token, 'bearer', origin);
    // A partner that was paused, or has given up this origin, speaks for nobody any more.
    if (actor) await admitOrigin(deps, { origin });
    return actor?.kind === 'member' ? actor : undefined;
  }
  const actor = await resolveSession(deps, cookie(c, memberCookie), 'cookie', origin);
  if (actor) requireOwnPage(c, deps);
  return actor?.kind === 'member' ? actor : undefined;
}

/** Who has this browser's cookie, on a page that is there for everybody. */
export async function memberHere(c: AppContext, deps: AppDeps): Promise<MemberActor | undefined> {
  const actor = await resolveSession(deps, cookie(c, memberCookie), 'cookie', new URL(deps.publicUrl).origin);
  return actor?.kind === 'member' ? actor : undefined;
}

/** Who of a partner's has this browser's cookie, on a page that is there for everybody. */
export async function partnerHere(c: AppContext, deps: AppDeps): Promise<StaffActor | undefined> {
  const actor = await resolveSession(deps, cookie(c, staffCookie), 'cookie', new URL(deps.publicUrl).origin);
  return actor?.kind === 'staff' && actor.role === 'partner' ? actor : undefined;
}

async function staffOf(c: AppContext, deps: AppDeps): Promise<Actor | undefined> {
  const origin = callerOrigin(header(c, 'origin') ?? null, deps.publicUrl);
  const actor = await resolveSession(deps, cookie(c, staffCookie), 'cookie', origin);
  if (actor) requireOwnPage(c, deps);
  return actor?.kind === 'staff' ? actor : undefined;
}

/**
 * Refuses what another page has started. A read from elsewhere gets no answer that it could read (no
 * credentials are allowed to any origin), so only what writes is checked.
 * @throws {DomainError} origin_not_allowed
 */
export function requireOwnPage(c: AppContext, deps: Pick<AppDeps, 'publicUrl'>): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return;
  const origin = header(c, 'origin');
  const own =
    origin === undefined ? header(c, 'sec-fetch-site') === 'same-origin' : origin === new URL(deps.publicUrl).origin;
  if (!own) throw new DomainError('origin_not_allowed');
}

/** Who is acting. Only in handlers of routes with a role. */
export function memberActor(c: AppContext): MemberActor {
  const actor = c.get('actor');
  if (actor?.kind !== 'member') throw new Error('http: this route has no member. Give it the role "member".');
  return actor;
}

export function staffActor(c: AppContext): StaffActor {
  const actor = c.get('actor');
  if (actor?.kind !== 'staff') throw new Error('http: this route has no staff. Give it a role of staff.');
  return actor;
}
