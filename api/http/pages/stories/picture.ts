import { createHash } from 'node:crypto';
import { pictureShapes, type PictureShape } from '../../../domain/pictures/ports.ts';
import { storyPicture } from '../../../domain/pictures/story-picture.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { RateLimits } from '../../rate-limits.ts';
import { isKnown } from '../../respond.ts';
import type { Route } from '../../router.ts';
import { visitorOf } from '../../visitor.ts';

/** What social networks show of a story. */
export function pictureRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  return pictureShapes.map((shape) => ({
    method: 'GET',
    path: `/stories/:id/${shape}.png`,
    role: 'public',
    handler: (c) => send(c, deps, limits, shape),
  }));
}

async function send(c: AppContext, deps: AppDeps, limits: RateLimits, shape: PictureShape): Promise<Response> {
  await limits.picture(visitorOf(c, deps).limitKey);
  const { png, key } = await storyPicture(deps, c.req.param('id') ?? '', shape);
  const etag = `"${createHash('sha256').update(key).digest('base64url').slice(0, 16)}"`;
  const headers = {
    'content-type': 'image/png',
    // As long as a withdrawn story may still be seen somewhere, and no longer.
    'cache-control': 'public, max-age=60',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    etag,
  };
  return isKnown(c, etag) ? new Response(null, { status: 304, headers }) : new Response(png, { headers });
}
