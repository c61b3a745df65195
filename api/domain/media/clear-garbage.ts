import { logosOf } from '../partners/logo.ts';
import type { Deps } from '../ports.ts';

const atOnce = 200;

/**
 * Removes from the store what no row names any more: first the file, then its place on the list, so that a
 * crash in between repeats the harmless half. A file that cannot be removed now does not hold up the others.
 * @returns how many are gone, and how many could not be removed
 */
export async function clearGarbage({
  storage,
  media,
  clock,
}: Pick<Deps, 'storage' | 'media' | 'clock'>): Promise<{ removed: number; failed: number }> {
  const logos = await logosOf(storage);
  let removed = 0;
  let failed = 0;
  let reason: unknown;
  for (const name of await storage.media.garbage(clock.now(), atOnce)) {
    try {
      // `reconcile` may have taken a file for lost whose row was just being written.
      if (!logos.has(name) && !(await storage.media.fileByName(name))) await media.remove(name);
      await storage.write((tx) => tx.media.removed(name));
      removed += 1;
    } catch (error) {
      failed += 1;
      reason ??= error;
    }
  }
  if (failed > 0) throw new Error(`media: ${failed} files could not be removed (${removed} were).`, { cause: reason });
  return { removed, failed };
}
