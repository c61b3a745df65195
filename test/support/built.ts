/** The built widgets, for tests that look at what pages load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../widgets/build.ts';
import { tempDir } from './temp.ts';

/** A build of what the sources are now. */
export interface BuiltWidgets {
  folder: string;
  manifest: Manifest;
  remove(): void;
}

/** Takes the build that `npm test` has just made; whoever runs one file alone must not look at yesterday's. */
export async function builtWidgets(): Promise<BuiltWidgets> {
  const folder = process.env['BUILT_WIDGETS'];
  if (folder) {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    return { folder, manifest, remove() {} };
  }
  // The builder is large: a test that needs none does not load it.
  const { build } = await import('../../widgets/build.ts');
  const temp = tempDir();
  return { folder: temp.path, manifest: await build({ outDir: temp.path }), remove: () => temp.remove() };
}
