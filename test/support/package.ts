/** The npm package, built, packed and installed into a project of its own, where nothing but Lit is beside it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { inProduction } from '../../widgets/build.ts';
import { buildPackage } from '../../widgets/package/build/main.ts';
import { tempDir } from './temp.ts';

const modules = join(import.meta.dirname, '../../node_modules');

/** A project that has the package installed. */
export interface Project {
  /** The project's folder. */
  path: string;
  /** Where the package was built, and where it is installed. */
  built: string;
  installed: string;
  tarball: string;
  /** Makes a package of ours one of the project's, too. */
  link(name: string): void;
  write(name: string, content: string): string;
  /** Runs a program of the project with this Node, and answers with what it printed. */
  run(name: string): string;
  /** Bundles a file as a site would, or as a library that keeps its exports; the chunks by their name. */
  bundle(name: string, options?: { format: 'lib' }): Promise<Map<string, string>>;
  remove(): void;
}

/**
 * Builds, packs and installs the package. Nothing is asked of the network: Lit is a link to ours.
 * @param types whether the types are built, which takes half of the time
 */
export async function project(types = true): Promise<Project> {
  const temp = tempDir();
  const path = join(temp.path, 'site');
  const built = join(temp.path, 'npm');
  const installed = join(path, 'node_modules/ambassador-widgets');
  mkdirSync(installed, { recursive: true });
  await buildPackage({ outDir: built, types });
  const packed = execFileSync('npm', ['pack', '--json', '--offline', '--pack-destination', temp.path], { cwd: built });
  const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
  const tarball = join(temp.path, filename);
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  const link = (name: string) => {
    mkdirSync(dirname(join(path, 'node_modules', name)), { recursive: true });
    symlinkSync(join(modules, name), join(path, 'node_modules', name));
  };
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
    return join(path, name);
  };
  link('lit');
  write('package.json', '{ "type": "module", "private": true }');
  return {
    path,
    built,
    installed,
    tarball,
    link,
    write,
    run: (name) => execFileSync(process.execPath, [join(path, name)], { cwd: path, encoding: 'utf8' }),
    async bundle(name, options) {
      const output = await inProduction(() =>
        build({
          root: path,
          configFile: false,
          logLevel: 'error',
          // React asks which of its builds is wanted; a library leaves that to others.
          define: { 'process.env.NODE_ENV': '"development"' },
          build: {
            write: false,
            minify: false,
            modulePreload: false,
            rolldownOptions: {
              input: join(path, name),
              ...(options && { preserveEntrySignatures: 'strict', output: { entryFileNames: '[name].js' } }),
            },
          },
        }),
      );
      const outputs = Array.isArray(output)
        ? output.flatMap((each) => each.output)
        : 'output' in output
          ? output.output
          : [];
      return new Map(outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : '']));
    },
    remove: () => temp.remove(),
  };
}
