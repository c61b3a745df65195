import { major, version } from '../../contract/version.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { accepts, apiHeaders, codedTag, isKnown } from '../respond.ts';
import type { Route } from '../router.ts';
import type { StaticFile } from '../widget-files.ts';

/** Five minutes for the moving address, for ever for one that names its version. */
const moving = 'public, max-age=300';
const immutable = 'public, max-age=31536000, immutable';

/** Sends a built file in the best encoding that the browser reads. */
export async function sendFile(c: AppContext, file: StaticFile, cacheControl: string): Promise<Response> {
  const coding = (['br', 'gzip'] as const).find((one) => accepts(c, one));
  const etag = coding ? codedTag(file.etag, coding) : file.etag;
  const headers: Record<string, string> = {
    ...apiHeaders,
    'content-type': file.type,
    'cache-control': cacheControl,
    etag,
    vary: 'accept-encoding',
  };
  if (isKnown(c, etag)) return new Response(null, { status: 304, headers });
  if (!coding) return new Response(file.plain, { headers });
  return new Response(await file.coded(coding), { headers: { ...headers, 'content-encoding': coding } });
}

/**
 * The widgets: what is built under the address of its major, and what was released under that of each exact version.
 */
export function widgetRoutes(deps: AppDeps): Route[] {
  const { widgets, widgetArchive: archive } = deps;
  /** Is what the build has what the address of its version serves, for ever? */
  const isReleased = (name: string) => archive?.holds(name) ?? true;

  async function show(c: AppContext): Promise<Response> {
    const folder = c.req.param('version') ?? '';
    const name = c.req.path.slice(`/widgets/${folder}/`.length);
    const built = widgets.get(name);
    if (folder === String(major) && built) {
      return sendFile(c, built, c.req.query('v') === version && isReleased(name) ? immutable : moving);
    }
    const kept = archive ? await archive.file(folder, name) : folder === version && built;
    if (!kept) throw new DomainError('not_found');
    return sendFile(c, kept, immutable);
  }
  return [{ method: 'GET', path: '/widgets/:version/:name{.+}', role: 'public', handler: show }];
}
