/**
 * Photos, films and captions, from the store. A name never changes its bytes, so an answer could be kept for
 * ever; but an author may take a story back, and then it has to be gone from every page within a minute. A
 * browser or proxy that was told `immutable` for a year would show it for a year. So everybody keeps a file
 * for 45 seconds and then asks again, which costs one short "not modified", and after a withdrawal gets a 404.
 */
import { paths } from '../../contract/paths.ts';
import { DomainError } from '../../domain/errors.ts';
import { fileType } from '../../domain/media/names.ts';
import { findLogo } from '../../domain/partners/logo.ts';
import { isPreviewToken } from '../../domain/media/preview.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import { isRangeValid, parseRange } from '../range.ts';
import { ReadCache } from '../read-cache.ts';
import { isKnown } from '../respond.ts';
import type { Route } from '../router.ts';

/** Milliseconds that we believe what we read of a file. With `keep` and the way there it is under a minute. */
const belief = 3_000;
const keep = 'public, max-age=45, must-revalidate';

/** Whatever is in a file: no page, no script, nothing that a page could be read from. */
const mediaHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'content-length, content-range, etag',
  'referrer-policy': 'no-referrer',
  'accept-ranges': 'bytes',
} as const;

type Known = { bytes: number; isPublic: boolean };

export function mediaFileRoutes(deps: AppDeps): Route[] {
  const cache = new ReadCache<Known>(deps.clock, belief);
  const most = 5_000;
  let kept = 0;

  async function find(name: string): Promise<Known | undefined> {
    const hit = cache.get(name);
    if (hit) return hit;
    const row = fileType(name) && ((await deps.storage.media.fileByName(name)) ?? (await findLogo(deps, name)));
    // What a moderator still looks at may be public in a moment: visitors must not be told that it is not there.
    if (!row || !row.isPublic) return row || undefined;
    kept += 1;
    if (kept > most) {
      cache.clear();
      kept = 0;
    }
    return cache.load(name, () => Promise.resolve({ bytes: row.bytes, isPublic: row.isPublic }));
  }

  async function serve(c: AppContext): Promise<Response> {
    const name = c.req.param('name') ?? '';
    const known = await find(name);
    const token = c.req.query('t');
    const isPreview = known !== undefined && token !== undefined && isPreviewToken(deps, name, token);
    if (!known || !(known.isPublic || isPreview)) throw new DomainError('not_found');

    const etag = `"${name.slice(0, 32)}"`;
    const headers: Record<string, string> = {
      ...mediaHeaders,
      'content-type': fileType(name)!,
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': known.isPublic && !token ? keep : 'private, no-store',
      etag,
    };
    if (isKnown(c, etag)) return new Response(null, { status: 304, headers });

    const asked = isRangeValid(header(c, 'if-range'), etag) ? header(c, 'range') : undefined;
    const range = parseRange(asked, known.bytes);
    if (range === 'unsatisfiable') {
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${known.bytes}` } });
    }
    const length = range ? range.end - range.start + 1 : known.bytes;
    headers['content-length'] = String(length);
    if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${known.bytes}`;
    const status = range ? 206 : 200;
    if (c.req.method === 'HEAD') return new Response(null, { status, headers });

    const file = await deps.media.get(name, range);
    if (!file) {
      deps.log.error({ name }, 'the media store lacks a file that a row names');
      throw new DomainError('not_found');
    }
    return new Response(file.body, { status, headers });
  }

  return [{ method: 'GET', path: `${paths.media}:name`, role: 'public', handler: serve }];
}
