import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder of this test's own. Call `remove` when done. */
export function tempDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'ambassador-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
