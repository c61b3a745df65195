import { badgeIdPattern } from '../../contract/badge.ts';
import { badgeTag } from '../../domain/badges/forget-cached.ts';
import { readBadge, stateOf, statusOf, type ShownBadge } from '../../domain/badges/view.ts';
import { DomainError } from '../../domain/errors.ts';
import { briefCaching, liveCaching } from '../badges/caching.ts';
import { badgeFrame, unknownFrame } from '../badges/frame.ts';
import { createPictureSender } from '../badges/pictures.ts';
import { statusText } from '../badges/status-text.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { apiHeaders, fingerprint, readyBody, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { badgePictureRoutes } from './badge-pictures.ts';
import { credentialRoutes } from './credentials.ts';
import { issuerRoutes } from './issuer.ts';

/**
 * What anybody may see of a badge. All of it is for other sites: any origin reads it, without credentials, and
 * nothing of it depends on who asks.
 */
export function badgeRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  const pictures = createPictureSender(deps);
  /** One kind of answer about one badge, kept under paths that were found, as they are, and under no others. */
  function sends(file: string, make: (badge: ShownBadge) => ReadyBody | Promise<ReadyBody>) {
    const read = async (c: AppContext, key: string, id: string): Promise<Response> =>
      sendReady(c, await cache.load(key, async () => make(await found(deps, id))));
    return (c: AppContext): Response | Promise<Response> => {
      const id = c.req.param('id') ?? '';
      const key = `/b/${id}/${file}`;
      const ready = cache.get(key);
      return ready ? sendReady(c, ready) : read(c, key, id);
    };
  }
  const status = sends('status.json', (badge) => {
    const text = statusText(statusOf(badge, deps, deps.clock.now()));
    return live(deps, badge, text, { 'content-type': 'application/json' });
  });
  /** As in `hot-reads.ts`, for what is not in memory yet, and for programs' spelling of the address. */
  async function countedStatus(c: AppContext): Promise<Response> {
    const response = await status(c);
    const origin = header(c, 'origin');
    if (origin !== undefined) deps.tallies.badgeCheck(origin);
    return response;
  }
  const known = sends('frame', async (badge) => {
    const { body, csp } = await badgeFrame(badge, deps);
    return live(deps, badge, body, frameHeaders(csp));
  });
  async function frame(c: AppContext): Promise<Response> {
    try {
      return await known(c);
    } catch (error) {
      const id = c.req.param('id') ?? '';
      // Only what may be an id comes back in a page.
      if (!(error instanceof DomainError && error.code === 'not_found' && badgeIdPattern.test(id))) throw error;
      const { body, csp } = await unknownFrame(id, deps);
      return new Response(body, { status: 404, headers: { ...apiHeaders, ...frameHeaders(csp), ...briefCaching } });
    }
  }

  return [
    { method: 'GET', path: '/b/:id/status.json', role: 'public', handler: countedStatus },
    { method: 'GET', path: '/v1/badges/:id', role: 'public', handler: countedStatus },
    { method: 'GET', path: '/b/:id/frame', role: 'public', handler: frame },
    ...badgePictureRoutes(deps, cache, pictures),
    ...credentialRoutes(deps, cache, pictures),
    ...issuerRoutes(deps, cache),
  ];
}

const frameHeaders = (csp: string) => ({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp });

/** @throws {DomainError} not_found */
async function found(deps: AppDeps, id: string): Promise<ShownBadge> {
  const badge = await readBadge(deps, id);
  if (!badge) throw new DomainError('not_found');
  return badge;
}

/** An answer that has to be true now, or soon. */
function live(deps: AppDeps, badge: ShownBadge, body: string, headers: Record<string, string>): ReadyBody {
  const now = deps.clock.now();
  const state = stateOf(badge, now);
  const remaining = state === 'valid' ? badge.validUntil - now : undefined;
  const etag = `"${badge.publicId}-${state}-${fingerprint(JSON.stringify([body, headers]))}"`;
  return readyBody(body, etag, {
    ...apiHeaders,
    ...headers,
    ...liveCaching(deps, badgeTag(badge.publicId), remaining),
  });
}
