import { badgeTag } from '../../domain/badges/forget-cached.ts';
import { readCredential } from '../../domain/badges/read-credential.ts';
import { pictureOf, type ShownBadge } from '../../domain/badges/view.ts';
import { signedCaching } from '../badges/caching.ts';
import { credentialType } from '../negotiate-badge.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { apiHeaders, fingerprint, readyBody, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

interface Signed {
  badge: ShownBadge;
  credential: string;
  jwt: string;
}

/** One form of what was signed, by its address. */
interface Form {
  file: string;
  type: string;
  /** Saved, not shown: what is baked into it is the point, and pictures to show are smaller. */
  download?: true;
  make(signed: Signed): string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * What was signed of a badge, in four forms. Programs ask for it with whatever `Accept` they were born with, so the
 * address decides. A badge that has ended has none of them: 410, also where the file was there yesterday.
 */
export function credentialRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  const { badgePictures, credentials } = deps;
  const seal = ({ badge }: Signed) => pictureOf(badge, deps, deps.clock.now(), 'seal', 'light');
  const forms: Form[] = [
    { file: 'credential.json', type: credentialType, make: ({ credential }) => credential },
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
    handler: (c) => send(c, deps, cache, form),
  }));
}

async function send(c: AppContext, deps: AppDeps, cache: ReadCache<ReadyBody>, form: Form): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const key = `badge-${form.file}|${id}`;
  const read = async (): Promise<ReadyBody> => {
    const signed = await readCredential(deps, id);
    const body = await form.make(signed);
    return readyBody(
      body,
      `"${signed.badge.publicId}-valid-${fingerprint(body)}"`,
      headersOf(deps, signed.badge, form),
    );
  };
  return sendReady(c, cache.get(key) ?? (await cache.load(key, read)));
}

function headersOf(deps: AppDeps, { publicId }: ShownBadge, { file, type, download }: Form): Record<string, string> {
  return {
    ...apiHeaders,
    'content-type': type,
    ...(type === 'image/svg+xml' && { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }),
    ...(download && {
      'content-disposition': `attachment; filename="badge-${publicId}.${file.slice(file.indexOf('.') + 1)}"`,
    }),
    ...signedCaching(deps, badgeTag(publicId)),
  };
}
