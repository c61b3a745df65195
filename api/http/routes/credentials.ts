import { pictureOf } from '../../domain/badges/view.ts';
import { DomainError } from '../../domain/errors.ts';
import type { BadgePictureSender, Wanted } from '../badges/pictures.ts';
import { credentialFile, readSigned, type Form, type Signed } from '../badges/signed.ts';
import type { AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

/**
 * What was signed of a badge, in four forms. Programs ask for it with whatever `Accept` they were born with, so the
 * address decides. A badge that has ended has none of them: 410, also where the file was there yesterday. Whoever shows
 * the baked picture itself shows the grey one then, with nothing in it.
 */
export function credentialRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>, pictures: BadgePictureSender): Route[] {
  const { badgePictures, credentials } = deps;
  const seal = ({ badge }: Signed) => pictureOf(badge, deps, deps.clock.now(), 'seal', 'light');
  const forms: Form[] = [
    credentialFile,
    { file: 'credential.jwt', type: 'text/plain; charset=utf-8', make: ({ jwt }) => jwt },
    {
      file: 'baked.png',
      type: 'image/png',
      download: true,
      make: async (signed) => credentials.bakePng(await badgePictures.png(seal(signed), 2), signed.credential),
    },
    {
      file: 'baked.svg',
      type: 'image/svg+xml',
      download: true,
      make: (signed) => credentials.bakeSvg(badgePictures.svg(seal(signed)), signed.credential),
    },
  ];
  return forms.map((form) => ({
    method: 'GET',
    path: `/b/:id/${form.file}`,
    role: 'public',
    handler: async (c) => {
      const id = c.req.param('id') ?? '';
      try {
        return sendReady(c, await readSigned(deps, cache, form, id));
      } catch (error) {
        const isOver = error instanceof DomainError && error.code === 'badge_ended';
        return (isOver && (await endedPicture(pictures, id, form))) || Promise.reject(error as Error);
      }
    },
  }));
}

const nobody = { 'cache-control': 'no-store' };

/** What a picture's address shows in place of one that is gone; nothing for a file that is none. */
async function endedPicture(pictures: BadgePictureSender, id: string, { type }: Form): Promise<Response | undefined> {
  if (!type.startsWith('image/')) return undefined;
  const wanted: Wanted = { type: type === 'image/png' ? 'png' : 'svg', form: 'seal', scheme: 'light', scale: 2 };
  const ready = await pictures.ready(id, wanted, { known: () => nobody, brief: nobody });
  if (!ready) return undefined;
  const { etag: _none, vary: _plain, ...headers } = ready.headers;
  return new Response(ready.plain, { status: 410, headers });
}
