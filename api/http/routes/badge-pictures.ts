import { isPictureName, readPictureName } from '../badges/picture-name.ts';
import type { BadgePictureSender, PictureCaching, Wanted } from '../badges/pictures.ts';
import { DomainError } from '../../domain/errors.ts';
import { briefCaching, liveCaching, unkeptCaching } from '../badges/caching.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { sendReady, type ReadyBody } from '../respond.ts';
import type { Handler, Route } from '../router.ts';

const usual: Wanted = { type: 'svg', form: 'line', scheme: 'light', scale: 1 };

/**
 * `/b/<id>[-form][-scheme][@2x].svg|png`, and two pictures with names of their own. They share the path of the page
 * `/b/<id>`, which is left to its own route: were it another pattern at the same place, Hono would give up the one
 * expression that finds a route for every request.
 */
export function badgePictureRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>, pictures: BadgePictureSender): Route[] {
  const get = (path: string, handler: Handler): Route => ({ method: 'GET', path, role: 'public', handler });

  const live: PictureCaching = {
    known: (tag, remaining) => liveCaching(deps, tag, remaining),
    brief: briefCaching,
  };
  const unkept: PictureCaching = {
    known: (tag, remaining) => unkeptCaching(deps, tag, remaining),
    brief: unkeptCaching({}, ''),
  };

  /** From memory, when it was asked for a moment ago: under paths that were found, as they are, and no others. */
  function show(c: AppContext, file: string): Response | Promise<Response> {
    const ready = cache.get(`/b/${file}`);
    return ready ? sendReady(c, ready) : read(c, file);
  }

  async function read(c: AppContext, file: string): Promise<Response> {
    const name = readPictureName(file);
    return name ? send(c, `/b/${file}`, name.id, name) : sendUnknown(pictures, usual, live.brief);
  }

  async function send(c: AppContext, key: string, id: string, wanted: Wanted, caching = live): Promise<Response> {
    const read = async () =>
      (await pictures.ready(id, wanted, caching)) ?? Promise.reject(new DomainError('not_found'));
    try {
      return sendReady(c, cache.get(key) ?? (await cache.load(key, read)));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not_found')
        return sendUnknown(pictures, wanted, caching.brief);
      throw error;
    }
  }

  return [
    get('/b/:id', (c, next) => {
      const file = c.req.param('id') ?? '';
      return isPictureName(file) ? show(c, file) : next().then(() => c.res);
    }),
    get('/b/:id/github.svg', (c) => {
      const id = c.req.param('id') ?? '';
      return send(c, `badge-github|${id}`, id, usual, unkept);
    }),
    get('/b/:id/og.png', (c) => {
      const id = c.req.param('id') ?? '';
      return send(c, `badge-social|${id}`, id, 'social');
    }),
  ];
}

/** What is shown where no badge is: by brief caches alone, one may be there soon. */
export async function sendUnknown(
  pictures: BadgePictureSender,
  wanted: Wanted,
  caching: Record<string, string>,
): Promise<Response> {
  const { plain, headers } = await pictures.unknown(wanted);
  const { etag: _none, vary: _plain, ...rest } = headers;
  return new Response(plain, { status: 404, headers: { ...rest, ...caching } });
}
