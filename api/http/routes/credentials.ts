import { pictureOf } from '../../domain/badges/view.ts';
import { DomainError } from '../../domain/errors.ts';
import type { BadgePictureSender, Wanted } from '../badges/pictures.ts';
import { credentialFile, readSigned, type Form, type Signed } from '../badges/signed.ts';
import type { AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { sendUnknown } from './badge-pictures.ts';

/**
 * What was signed of a badge, in four forms. Programs ask for it with whatever `Accept` they were born with, so the
 * address decides. A badge that has ended has none of them: 410, also where the file was there yesterday. Whoever shows
 * the baked picture itself shows the grey one then, with nothing in it; where no badge is, one that says so.
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
        const code = error instanceof DomainError ? error.code : undefined;
        const wanted = wantedOf(form);
        if (wanted && code === 'not_found') return sendUnknown(pictures, wanted, nobody);
        const ended = wanted && code === 'badge_ended' && (await endedPicture(pictures, id, wanted));
        return ended || Promise.reject(error as Error);
      }
    },
  }));
}

const nobody = { 'cache-control': 'no-store' };

/** The picture that is baked; nothing for a file that is none. */
function wantedOf({ type }: Form): Wanted | undefined {
  if (!type.startsWith('image/')) return undefined;
  return { type: type === 'image/png' ? 'png' : 'svg', form: 'seal', scheme: 'light', scale: 2 };
}

/** What a picture's address shows in place of one that is gone. */
async function endedPicture(pictures: BadgePictureSender, id: string, wanted: Wanted): Promise<Response | undefined> {
  const ready = await pictures.ready(id, wanted, { known: () => nobody, brief: nobody });
  if (!ready) return undefined;
  const { etag: _none, vary: _plain, ...headers } = ready.headers;
  return new Response(ready.plain, { status: 410, headers });
}
