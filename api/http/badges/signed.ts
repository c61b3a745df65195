import { badgeTag } from '../../domain/badges/forget-cached.ts';
import { readCredential } from '../../domain/badges/read-credential.ts';
import type { ShownBadge } from '../../domain/badges/view.ts';
import type { AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { apiHeaders, fingerprint, readyBody, type ReadyBody } from '../respond.ts';
import { signedCaching } from './caching.ts';

export const credentialType = 'application/vc+ld+json';

export interface Signed {
  badge: ShownBadge;
  credential: string;
  jwt: string;
}

/** One form of what was signed, by its address. */
export interface Form {
  file: string;
  type: string;
  /** Saved, not shown: what is baked into it is the point, and pictures to show are smaller. */
  download?: true;
  make(signed: Signed): string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/** The one that verifiers read, also where a page is for people. */
export const credentialFile: Form = {
  file: 'credential.json',
  type: credentialType,
  make: ({ credential }) => credential,
};

/**
 * One form of a badge, kept for a moment: while the stored signature is out of date, every answer would be signed anew.
 * @throws {DomainError} not_found, badge_ended
 */
export async function readSigned(
  deps: AppDeps,
  cache: ReadCache<ReadyBody>,
  form: Form,
  id: string,
): Promise<ReadyBody> {
  const key = `badge-${form.file}|${id}`;
  const read = async (): Promise<ReadyBody> => {
    const signed = await readCredential(deps, id);
    const body = await form.make(signed);
    const etag = `"${signed.badge.publicId}-valid-${fingerprint(body)}"`;
    return readyBody(body, etag, headersOf(deps, signed.badge, form));
  };
  return cache.get(key) ?? cache.load(key, read);
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
