import type { Deps } from '../ports.ts';
import { dropUpload } from './drop-upload.ts';
import { finishUpload } from './finish-upload.ts';
import type { UploadFiles } from './ports.ts';

type ReapDeps = Pick<Deps, 'storage' | 'clock' | 'log'> & { uploads: UploadFiles };

const atOnce = 100;

/**
 * Clears the folder of uploads: those that nobody goes on with, and bytes that no row knows (their photo was
 * taken away, or the program was cut off). Finishes what is whole and was cut off before it was said so.
 */
export async function reapUploads(deps: ReapDeps): Promise<{ abandoned: number; orphans: number }> {
  const { storage, clock, uploads } = deps;
  let abandoned = 0;
  for (const upload of await storage.media.expiredUploads(clock.now(), atOnce)) {
    await dropUpload(deps, upload);
    abandoned += 1;
  }
  let orphans = 0;
  for (const id of await uploads.list()) {
    // A row is always there before its bytes are: bytes without one are nobody's.
    const upload = await storage.media.upload(id);
    if (!upload) {
      await uploads.remove(id);
      orphans += 1;
    } else if (upload.finishedAt === null && (await uploads.size(id)) === upload.size) {
      await finishUpload(deps, id).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'An upload that is whole could not be finished.');
      });
    }
  }
  if (abandoned + orphans > 0) deps.log.info({ abandoned, orphans }, 'Removed uploads that nobody goes on with.');
  return { abandoned, orphans };
}
