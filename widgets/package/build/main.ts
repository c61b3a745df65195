/** `npm run build:npm`: the package `ambassador-widgets`, into `dist/npm`, ready for `npm pack`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProduction } from '../../build.ts';
import { buildDeclarations } from './declarations.ts';
import { licenses, packageJson } from './describe.ts';
import { editorData } from './editors.ts';
import { frameworkFiles } from './frameworks.ts';
import { root } from './layout.ts';
import { describeElements, elementsOf } from './manifest.ts';
import { buildModules, type Files } from './modules.ts';

/** Where to build to, and whether somebody reads the types, which take half of the time. */
interface PackageOptions {
  /** Default: `dist/npm`. */
  outDir?: string;
  types?: boolean;
}

/**
 * Builds the package. The folder is emptied first.
 * @returns the names of its files
 * @throws when a source does not build; nothing is written then
 */
export async function buildPackage({ outDir = join(root, 'dist/npm'), types = true }: PackageOptions = {}): Promise<
  string[]
> {
  const { files: modules, bundled } = await inProduction(buildModules);
  const copied = { 'README.md': 'widgets/package/README.md', LICENSE: 'LICENSE', 'CHANGELOG.md': 'CHANGELOG.md' };
  const manifest = describeElements();
  const files: Files = new Map([
    ...modules,
    ...(types ? buildDeclarations() : []),
    ...editorData(manifest),
    ...frameworkFiles(elementsOf(manifest)),
    ...Object.entries(copied).map(([name, path]) => [name, readFileSync(join(root, path), 'utf8')] as const),
    ['licenses.txt', licenses(bundled)],
    ['package.json', packageJson()],
  ]);
  rmSync(outDir, { recursive: true, force: true });
  for (const [name, content] of [...files].sort()) {
    mkdirSync(dirname(join(outDir, name)), { recursive: true });
    writeFileSync(join(outDir, name), content);
  }
  return [...files.keys()].sort();
}

if (import.meta.main) {
  const names = await buildPackage();
  console.log(`Built the package: ${names.length} files in dist/npm.`);
}
