import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Builds the widgets when there is no build, or a source is newer than it. */
export async function buildIfStale(): Promise<void> {
  const built = statSync(join(root, 'dist/widgets/manifest.json'), { throwIfNoEntry: false });
  const sources = globSync(
    ['widgets/**/*.ts', 'widgets/wordpress/**/*.*', 'api/contract/*.ts', 'vite.config.ts', 'package-lock.json'],
    { cwd: root },
  );
  if (built && sources.every((path) => statSync(join(root, path)).mtimeMs <= built.mtimeMs)) return;
  // The builder is large: a start that needs none does not load it.
  const { build } = await import('../widgets/build.ts');
  await build();
}
