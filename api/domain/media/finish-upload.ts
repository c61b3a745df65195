import { durations } from '../../contract/limits.ts';
import { DomainError } from '../errors.ts';
import type { Author } from '../stories/own.ts';
import type { UploadDeps } from './begin-upload.ts';
import { dropUpload } from './drop-upload.ts';
import type { Upload } from './ports.ts';

type FinishDeps = Omit<UploadDeps, 'ids'>;

/**
 * An author's own upload. Somebody else's does not exist for them.
 * @throws {DomainError} not_found, upload_gone
 */
export async function ownUpload({ storage, clock }: FinishDeps, author: Author, id: string): Promise<Upload> {
  const upload = /^[0-9a-f]{32}$/.test(id) ? await storage.media.upload(id) : undefined;
  if (upload?.memberId !== author.memberId) throw new DomainError('not_found');
  if (upload.finishedAt === null && upload.expiresAt <= clock.now()) throw new DomainError('upload_gone');
  return upload;
}

/** Somebody goes on with an upload: it lives on. Written once an hour at most. */
export async function prolongUpload({ storage, clock }: FinishDeps, upload: Upload): Promise<number> {
  const expiresAt = clock.now() + durations.uploadLife;
  if (expiresAt - upload.expiresAt < 60 * 60_000) return upload.expiresAt;
  await storage.write((tx) => tx.media.prolongUpload(upload.id, expiresAt));
  return expiresAt;
}

/**
 * Every byte is here: from now on the upload waits for the decoder. Doing it twice is fine.
 * @throws {DomainError} upload_gone, upload_mismatch
 */
export async function finishUpload(deps: FinishDeps, id: string): Promise<void> {
  const { storage, clock, uploads } = deps;
  const upload = await storage.media.upload(id);
  if (!upload) throw new DomainError('upload_gone');
  if (upload.finishedAt !== null) return;
  if (!(await uploads.seal(id))) {
    await dropUpload(deps, upload);
    throw new DomainError('upload_mismatch');
  }
  if (!(await storage.write((tx) => tx.media.finishUpload(id, clock.now())))) throw new DomainError('upload_gone');
}

/** The author does not want it any more. */
export async function cancelUpload(deps: FinishDeps, upload: Upload): Promise<void> {
  // What is whole belongs to the story: it is taken away there.
  if (upload.finishedAt === null) await dropUpload(deps, upload);
}
