import { pictureOf } from '../../domain/badges/view.ts';
import { credentialFile, readSigned, type Form, type Signed } from '../badges/signed.ts';
import type { AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

/**
 * What was signed of a badge, in four forms. Programs ask for it with whatever `Accept` they were born with, so the
 * address decides. A badge that has ended has none of them: 410, also where the file was there yesterday.
 */
export function credentialRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
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
    handler: async (c) => sendReady(c, await readSigned(deps, cache, form, c.req.param('id') ?? '')),
  }));
}
