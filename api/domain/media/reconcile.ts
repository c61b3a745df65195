import { logosOf } from '../partners/logo.ts';
import type { Deps } from '../ports.ts';

const page = 500;

/** How old a file must be, without a row, before it is taken for lost: longer than any film takes to be made. */
const grace = 60 * 60_000;

/**
 * Compares store and tables. Files that no row names are put on the list of what to remove, an hour ahead:
 * one whose row is just being written is looked at again before it goes. Rows without a file are only told
 * of: that is a damaged store, and a person has to look for the backup.
 */
export async function reconcile({
  storage,
  media,
  clock,
  log,
}: Pick<Deps, 'storage' | 'media' | 'clock' | 'log'>): Promise<{ orphans: number; missing: number }> {
  const inStore = new Set<string>();
  const orphans: string[] = [];
  const logos = await logosOf(storage);
  for await (const name of media.list()) {
    inStore.add(name);
    if (!logos.has(name) && !(await storage.media.fileByName(name))) orphans.push(name);
  }
  for (let at = 0; at < orphans.length; at += page) {
    await storage.write((tx) => tx.media.discard(orphans.slice(at, at + page), clock.now() + grace));
  }
  let missing = 0;
  for (const name of logos) if (!inStore.has(name) && !(await media.stat(name))) missing += 1;
  for (let after = ''; ;) {
    const names = await storage.media.fileNames(after, page);
    for (const name of names) if (!inStore.has(name) && !(await media.stat(name))) missing += 1;
    if (names.length < page) break;
    after = names.at(-1)!;
  }
  if (missing > 0) log.error({ missing }, 'The media store lacks files that pages show. Restore them from a backup.');
  if (orphans.length > 0)
    log.info({ orphans: orphans.length }, 'Found files that no story shows. They are removed in an hour.');
  return { orphans: orphans.length, missing };
}
