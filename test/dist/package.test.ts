/** The npm package as a site's build meets it: what it holds, what it exports, what of it ends up in a bundle. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { embeddable } from '../../api/contract/embed.ts';
import { locales } from '../../api/contract/locales.ts';
import { version } from '../../api/contract/version.ts';
import { buildPackage } from '../../widgets/package/build/main.ts';
import { project, type Project } from '../support/package.ts';
import { describeTypes } from './package-types.ts';

interface PackageJson {
  version: string;
  dependencies: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
  files: string[];
  [key: string]: unknown;
}

describe('the npm package', () => {
  let site: Project;
  let json: PackageJson;

  before(async () => {
    site = await project();
    site.link('react');
    json = JSON.parse(readFileSync(join(site.installed, 'package.json'), 'utf8')) as PackageJson;
  });
  after(() => site?.remove());

  const files = (pattern = '**/*') => globSync(pattern, { cwd: site.installed, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name)); // prettier-ignore
  const read = (path: string) => readFileSync(path, 'utf8');

  test('says what it is, and depends on Lit alone', () => {
    assert.equal(json.version, version);
    assert.deepEqual(Object.keys(json.dependencies), ['lit']);
    assert.deepEqual(json['peerDependenciesMeta'], { react: { optional: true } });
    for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', 'licenses.txt', 'custom-elements.json'])
      assert.ok(read(join(site.installed, name)).length > 100, name);
    for (const [, name = ''] of read(join(site.installed, 'README.md')).matchAll(/'ambassador-widgets([^']*)'/g))
      assert.ok(Object.hasOwn(json.exports, `.${name}`), name);
    assert.match(read(join(site.installed, 'licenses.txt')), /^tus-js-client .*\(MIT\)$/m);
  });

  test('leaves nothing out when it is packed', () => {
    const names = (folder: string) => globSync('**/*.*', { cwd: folder }).sort();
    assert.deepEqual(names(site.installed), names(site.built));
  });

  test('passes publint', async () => {
    const { messages } = await publint({ pkgDir: site.installed, pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, json)),
      [],
    );
  });

  test('has types that are right in every way of resolving that knows modules', async () => {
    const packed = createPackageFromTarballData(new Uint8Array(readFileSync(site.tarball)));
    // Texts are alike: those of one widget stand for all.
    const excludeEntrypoints = [/^lang\/(?!badge)/, /^\.\/lang\/(?!badge)/];
    const found = await checkPackage(packed, { excludeEntrypoints });
    assert.ok(found.types && Object.hasOwn(found.entrypoints, './lang/badge.fr.js'));
    const problems = 'problems' in found ? found.problems : [];
    // That `require` meets a module is what a package of modules alone is; Node has answered it since 22.12.
    assert.deepEqual(
      problems.filter(({ kind }) => kind !== 'CJSResolvesToESM'),
      [],
    );
  });

  test('imports nothing but itself, Lit and, in its own corner, React', () => {
    for (const path of files('**/*.{js,d.ts}')) {
      const outside = [...read(path).matchAll(/(?:^(?:import|export)\b[^'"`;]*?\bfrom |^import |\bimport\()["']([^."'][^"']*)["']/gm)].map(([, name]) => name); // prettier-ignore
      const allowed = /\/react\/|\/jsx\.d\.ts/.test(path) ? ['react'] : path.endsWith('jsx/preact.d.ts') ? ['preact'] : path.endsWith('jsx/solid.d.ts') ? ['solid-js'] : ['lit']; // prettier-ignore
      assert.deepEqual(
        outside.filter((name) => !allowed.includes(name ?? '')),
        [],
        path,
      );
    }
  });

  test('every export can be imported in plain Node, where there is no page', () => {
    const names = Object.entries(json.exports).flatMap(([name, target]) => typeof target === 'object' ? [`ambassador-widgets${name.slice(1)}`] : []); // prettier-ignore
    assert.ok(names.length > embeddable.length * (1 + locales.length));
    site.write(
      'import.js',
      `const had = Reflect.ownKeys(globalThis);
       for (const name of ${JSON.stringify(names)}) await import(name);
       const { AmbassadorBadge } = await import('ambassador-widgets');
       const left = Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string' && !had.includes(key));
       console.log(JSON.stringify([customElements.get('ambassador-badge') === AmbassadorBadge, left]));`,
    );
    const [same, left] = JSON.parse(site.run('import.js')) as [boolean, string[]];
    assert.ok(same);
    // Lit brings a registry of its own, and counts its versions.
    assert.deepEqual(
      left.filter((name) => !/^lit|^reactive|^customElements$/.test(name)),
      [],
    );
    for (const target of Object.values(json.exports)) if (typeof target === 'string') assert.ok(read(join(site.installed, target))); // prettier-ignore
  });

  const others = (widget: string) => embeddable.filter((each) => each !== widget);

  for (const [what, code] of [
    ['a tag', `import 'ambassador-widgets/define/counter.js';`],
    ['a class', `import { AmbassadorCounter } from 'ambassador-widgets'; customElements.define('club-counter', AmbassadorCounter);`], // prettier-ignore
    ['a component', `import { AmbassadorCounter } from 'ambassador-widgets/react'; console.log(AmbassadorCounter);`],
  ] as const)
    test(`a bundle of ${what} has the others not in it, and each language in a file of its own`, async () => {
      site.write('entry.js', code);
      const chunks = await site.bundle('entry.js');
      const all = [...chunks.values()].join('\n');
      assert.match(all, /AmbassadorCounter\b/);
      for (const widget of others('counter')) assert.doesNotMatch(all, new RegExp(`widget = withTexts\\("${widget}"|"ambassador-${widget}"`), widget); // prettier-ignore
      const main = [...chunks].find(([, text]) => text.includes('withTexts('))?.[1] ?? '';
      assert.doesNotMatch(main, /ambassadrices|Mitglieder/);
      assert.equal(
        [...chunks.values()].filter((text) => /registerTerms\("counter",/.test(text)).length,
        locales.length,
      );
    });

  test('a language that is imported is in the bundle, and the others are not loaded with it', async () => {
    site.write('entry.js', `import 'ambassador-widgets/lang/counter.de.js'; import 'ambassador-widgets/define/counter.js';`); // prettier-ignore
    const chunks = await site.bundle('entry.js');
    const main = [...chunks].find(([, text]) => text.includes('withTexts('))?.[1] ?? '';
    assert.match(main, /Mitglieder/);
    assert.doesNotMatch(main, /ambassadrices/);
  });

  // The compiler's own files take half of the time and are its promise.
  test('a second build of all but the types is the same to the byte', async () => {
    const again = join(site.path, 'again');
    for (const name of await buildPackage({ outDir: again, types: false }))
      assert.equal(read(join(again, name)), read(join(site.built, name)), name);
  });

  test('has no address of the machine it was built on', () => {
    const root = join(import.meta.dirname, '../..');
    for (const path of files()) assert.ok(!read(path).includes(root), path);
  });

  describeTypes(() => site);
});
