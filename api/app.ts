/**
 * The application as a function of its parts: no configuration is read, no port is opened. Order: host
 * check, routes by role, then problems for whatever went wrong.
 */
import { Hono } from 'hono';
import { embedPaths } from './contract/embed.ts';
import { paths } from './contract/paths.ts';
import type { AppContext, AppDeps, AppEnv } from './http/env.ts';
import { header } from './http/env.ts';
import { hotReads } from './http/hot-reads.ts';
import { isOwnPage, isPartnerPage, withNext } from './http/next.ts';
import { pageLocale, seeOther } from './http/pages/layout.ts';
import { pageRoutes } from './http/pages/index.ts';
import { messagePage } from './http/pages/message.ts';
import { isFrame, pausedFrame } from './http/pages/partners/paused-frame.ts';
import { problem, toDomainError } from './http/problem.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { ReadCache } from './http/read-cache.ts';
import { requestIdOf } from './http/request-id.ts';
import { apiHeaders, type ReadyBody } from './http/respond.ts';
import { MethodNotAllowed, mount } from './http/router.ts';
import { badgeCheckRoutes } from './http/routes/badge-checks.ts';
import { badgeRoutes } from './http/routes/badges.ts';
import { challengeRoutes } from './http/routes/challenges.ts';
import { counterRoutes } from './http/routes/counter.ts';
import { healthRoutes } from './http/routes/health.ts';
import { mediaFileRoutes } from './http/routes/media-files.ts';
import { membershipRoutes } from './http/routes/memberships.ts';
import { moderationRoutes } from './http/routes/moderation.ts';
import { objectionRoutes } from './http/routes/objections.ts';
import { myBadgeRoutes } from './http/routes/my-badges.ts';
import { myStoryRoutes } from './http/routes/my-stories.ts';
import { oembedRoutes } from './http/routes/oembed.ts';
import { openapiRoutes } from './http/routes/openapi.ts';
import { partnerRoutes } from './http/routes/partners.ts';
import { reportRoutes } from './http/routes/reports.ts';
import { storyRoutes } from './http/routes/stories.ts';
import { sessionRoutes } from './http/routes/sessions.ts';
import { staffSessionRoutes } from './http/routes/staff-sessions.ts';
import { tallyRoutes } from './http/routes/tallies.ts';
import { uploadPreflight, uploadRoutes } from './http/routes/uploads.ts';
import { widgetRoutes } from './http/routes/widgets.ts';

/** How old the answer of another process may be, in milliseconds. Our own writes show at once. */
const readLife = 1000;

/** Addresses that machines ask by IP address, so that the host name says nothing. */
const anyHost = new Set(['/healthz', '/healthz/badges', '/readyz']);

export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const cache = new ReadCache<ReadyBody>(deps.clock, readLife);
  const limits = createRateLimits(deps.signupsPerMinute);
  const hosts = ownHosts(deps);
  // Files of strangers on an origin of their own, where nothing else is: no page there has a session to lose.
  const isApart = deps.mediaOrigin !== deps.publicUrl;
  const mediaHosts = isApart ? new Set([new URL(deps.mediaOrigin).host]) : hosts;
  const changed = () => cache.clear();

  // Not `async`: a promise more is a tenth of what a hot read costs.
  app.use(function checkHost(c, next): Promise<Response | void> {
    const host = header(c, 'host') ?? new URL(c.req.url).host;
    if (anyHost.has(c.req.path)) return next();
    const expected = c.req.path.startsWith(paths.media) ? mediaHosts : hosts;
    if (!expected.has(host)) return Promise.resolve(problem(c, 'wrong_host'));
    // PostgreSQL refuses the very question, so no address with a NUL in it is anything's.
    return /%00|\0/.test(c.req.path) ? Promise.resolve(c.notFound()) : next();
  });
  app.options('/v1/*', preflight);
  // Badges are read from everywhere, and nothing under their addresses is written from elsewhere.
  for (const path of ['/b/*', '/status/*', paths.did, paths.badgeMark]) app.options(path, readPreflight);

  mount(app, deps, [
    ...counterRoutes(deps, cache),
    ...partnerRoutes(deps, cache),
    ...challengeRoutes(deps, limits),
    ...membershipRoutes(deps, limits),
    ...moderationRoutes(deps, changed),
    ...objectionRoutes(deps, changed),
    ...storyRoutes(deps, cache),
    ...reportRoutes(deps, limits),
    ...myStoryRoutes(deps, limits, cache),
    ...sessionRoutes(deps, limits),
    ...staffSessionRoutes(deps, limits),
    ...uploadRoutes(deps, limits, cache),
    ...mediaFileRoutes(deps),
    ...badgeRoutes(deps, cache),
    ...badgeCheckRoutes(deps, limits),
    ...myBadgeRoutes(deps, limits, changed),
    ...oembedRoutes(deps),
    ...tallyRoutes(deps, limits),
    ...openapiRoutes(deps),
    ...healthRoutes(deps),
    ...widgetRoutes(deps),
    ...pageRoutes(deps, limits, cache),
  ]);

  app.notFound((c) => (isApi(c) ? problem(c, 'not_found') : messagePage(c, deps, 'not_found')));
  app.onError((error, c) => {
    if (error instanceof MethodNotAllowed) return problem(c, 'method_not_allowed', { headers: { allow: error.allow } });
    const refusal = toDomainError(error);
    if (refusal.code === 'internal' || refusal.code === 'busy') {
      deps.log.error(
        { requestId: requestIdOf(c), method: c.req.method, path: c.req.path, err: refusal.cause },
        'a request failed',
      );
    }
    if (refusal.code === 'unauthenticated' && ['GET', 'HEAD'].includes(c.req.method)) {
      const door = doorOf(c.req.path);
      if (door) return seeOther(deps, withNext(door, c.req.path, pageLocale(c, deps)));
    }
    const { code, errors, retryAfter, finding } = refusal;
    if (isApi(c)) return problem(c, code, { errors, retryAfter, finding });
    if (code === 'partner_paused' && isFrame(c.req.path)) return pausedFrame(c, deps);
    return messagePage(c, deps, refusal.code, refusal.retryAfter);
  });
  const hot = hotReads(cache, hosts, deps.tallies);
  const routed = app.fetch;
  app.fetch = (request, env, ...rest) => hot(env as AppEnv['Bindings']) ?? routed(request, env, ...rest);
  return app;
}

/** Where one signs in for a page that is somebody's own. */
function doorOf(path: string): string | undefined {
  if (isOwnPage(path)) return paths.signIn;
  return isPartnerPage(path) ? embedPaths.partnerSignIn : undefined;
}

/** Pages answer people, everything else answers programs. */
function isApi(c: AppContext): boolean {
  return (
    ['/v1/', paths.widgets, paths.media, '/status/', '/.well-known/', paths.badgeMark, embedPaths.oembed].some(
      (start) => c.req.path.startsWith(start),
    ) || /^\/b\/.+\.(?:svg|png|json|jwt)$/.test(c.req.path)
  );
}

/** Links are made from the configured address only; a request for another host gets nothing. */
function ownHosts(deps: AppDeps): Set<string> {
  const url = new URL(deps.publicUrl);
  const hosts = new Set([url.host]);
  if (deps.mode === 'demo') for (const name of ['localhost', '127.0.0.1', '[::1]']) hosts.add(`${name}:${url.port}`);
  return hosts;
}

function readPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: { ...apiHeaders, 'access-control-allow-methods': 'GET, HEAD', 'access-control-max-age': '86400' },
  });
}

function preflight(c: AppContext): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...apiHeaders,
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
      ...(c.req.path.startsWith(paths.uploads) && uploadPreflight),
    },
  });
}
