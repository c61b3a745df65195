/** Photos and films on their way, by tus 1.0. Every verb asks who it is; no verb gives a file back. */
import { mediaLimits } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import { beginUpload } from '../../domain/media/begin-upload.ts';
import { dropUpload } from '../../domain/media/drop-upload.ts';
import { cancelUpload, finishUpload, ownUpload, prolongUpload } from '../../domain/media/finish-upload.ts';
import type { Upload } from '../../domain/media/ports.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { memberActor } from '../guard.ts';
import { problem, toDomainError } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import { apiHeaders, type ReadyBody } from '../respond.ts';
import { MethodNotAllowed, type Route } from '../router.ts';

const exposed = ['location', 'upload-offset', 'upload-length', 'upload-expires', 'upload-media', 'tus-resumable'];

/** On every answer, refusals too: a page on another origin reads nothing else of it. */
const uploadHeaders = {
  ...apiHeaders,
  'access-control-expose-headers': `retry-after, x-request-id, ${exposed.join(', ')}`,
  'tus-resumable': '1.0.0',
  'cache-control': 'no-store',
};

/** What a browser is told before it sends a file. */
export const uploadPreflight: Record<string, string> = {
  'access-control-allow-methods': 'POST, HEAD, PATCH, DELETE',
  'access-control-allow-headers':
    'authorization, content-type, tus-resumable, upload-length, upload-metadata, upload-offset',
  'tus-version': '1.0.0',
  'tus-resumable': '1.0.0',
  'tus-extension': 'creation,creation-with-upload,expiration,termination',
  'tus-max-size': String(mediaLimits.videoBytes),
};

export function uploadRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  /** One request of the protocol, with what happens around it. */
  const protocol = (c: AppContext, create?: Parameters<AppDeps['uploadProtocol']>[1]['create']) =>
    deps.uploadProtocol(c.req.raw, {
      create: create ?? (() => Promise.reject(new MethodNotAllowed(['HEAD', 'PATCH', 'DELETE']))),
      abandon: async (id) => {
        const upload = await deps.storage.media.upload(id);
        if (upload) await dropUpload(deps, upload);
      },
      finish: async (id) => {
        await finishUpload(deps, id);
        deps.wakeMedia();
      },
    });

  async function create(c: AppContext): Promise<Response> {
    const actor = memberActor(c);
    await limits.upload(`member-${actor.memberId}`);
    let begun: Awaited<ReturnType<typeof beginUpload>> | undefined;
    const response = await protocol(c, async (claim) => {
      begun = await beginUpload(deps, actor, claim);
      if (begun.wasPublic) cache.clear();
      return begun.id;
    });
    return answer(response, { 'upload-media': begun!.media, ...expires(begun!.expiresAt) });
  }

  const own = (c: AppContext) => ownUpload(deps, memberActor(c), c.req.param('id') ?? '');

  async function look(c: AppContext): Promise<Response> {
    // `HEAD` comes here; a `GET` would be the way to read what somebody has sent.
    if (c.req.method !== 'HEAD') throw new MethodNotAllowed(['HEAD', 'PATCH', 'DELETE']);
    const upload = await own(c);
    return answer(await protocol(c), expires(upload.expiresAt));
  }

  async function append(c: AppContext): Promise<Response> {
    const upload: Upload = await own(c);
    const expiresAt = await prolongUpload(deps, upload);
    return answer(await protocol(c), expires(expiresAt));
  }

  async function cancel(c: AppContext): Promise<Response> {
    await cancelUpload(deps, await own(c));
    return new Response(null, { status: 204, headers: uploadHeaders });
  }

  /** A refusal with the headers of the protocol, by code like every other. */
  const refusing = (handler: Route['handler']): Route['handler'] =>
    async function refuse(c, next) {
      try {
        return await handler(c, next);
      } catch (error) {
        if (error instanceof MethodNotAllowed) throw error;
        const { code, errors, retryAfter, cause } = toDomainError(error);
        if (code === 'internal') throw error;
        if (code === 'storage_full') deps.log.error({ err: cause }, 'the disk is full: no upload is taken');
        const status = (error as { status?: number }).status;
        return problem(c, code, { errors, retryAfter, headers: uploadHeaders, ...(status && { status }) });
      }
    };

  const one = `${paths.uploads}/:id`;
  return [
    { method: 'POST', path: paths.uploads, role: 'member', handler: refusing(create) },
    { method: 'GET', path: one, role: 'member', handler: refusing(look) },
    { method: 'PATCH', path: one, role: 'member', handler: refusing(append) },
    { method: 'DELETE', path: one, role: 'member', handler: refusing(cancel) },
  ];
}

function expires(at: number): Record<string, string> {
  return { 'upload-expires': new Date(at).toUTCString() };
}

/** What the protocol says, and nothing that the library adds to it. */
function answer(response: Response, more: Record<string, string>): Response {
  const headers = new Headers({ ...uploadHeaders, ...more });
  for (const name of ['location', 'upload-offset', 'upload-length']) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(null, { status: response.status, headers });
}
