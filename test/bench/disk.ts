import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { tempDir } from '../support/temp.ts';

/** A file system in memory, where a durable commit costs nothing and means nothing (linux/magic.h). */
const tmpfs = 0x01021994;

/**
 * A new folder on a real disk, for benches that are about commits.
 * @throws {Error} when temporary files are kept in memory
 */
export function benchDir(): { path: string; remove(): void } {
  if (statfsSync(tmpdir()).type === tmpfs) {
    throw new Error(
      `${tmpdir()} is in memory, where a commit costs nothing. Nothing was measured. Set TMPDIR to a folder on a disk.`,
    );
  }
  return tempDir();
}
