/** What the package says of itself: `package.json`, and the licences of what is in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../../api/contract/locales.ts';
import { version } from '../../../api/contract/version.ts';
import { root, widgetNames } from './layout.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const own = JSON.parse(read('package.json')) as Record<'description' | 'license', string> & {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** A module with its types. Types first: the first condition that fits is taken. */
const module = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });

const major = (range = '') => range.split('.')[0];

/** Files for editors, as they are named in the package. */
export const editorFiles = {
  manifest: 'custom-elements.json',
  html: 'vscode.html-custom-data.json',
  css: 'vscode.css-custom-data.json',
  webTypes: 'web-types.json',
} as const;

/** As npm knows it. */
export const packageName = 'ambassador-widgets';

/** The package's `package.json`. */
export function packageJson(): string {
  const json = {
    name: packageName,
    version,
    description: own.description,
    license: own.license,
    keywords: ['web-components', 'custom-elements', 'lit', 'ambassadors', 'community'],
    type: 'module',
    engines: { node: '>=20' },
    main: './index.js',
    types: './index.d.ts',
    exports: {
      '.': module('index'),
      './kit.js': module('kit'),
      ...Object.fromEntries(widgetNames.map((name) => [`./define/${name}.js`, module(`define/${name}`)])),
      ...Object.fromEntries(
        widgetNames.flatMap((name) =>
          locales.map((locale) => [`./lang/${name}.${locale}.js`, module(`lang/${name}.${locale}`)]),
        ),
      ),
      './react': module('react/index'),
      './jsx': module('jsx'),
      './jsx/preact': module('jsx/preact'),
      './jsx/solid': module('jsx/solid'),
      ...Object.fromEntries([...Object.values(editorFiles), 'package.json'].map((name) => [`./${name}`, `./${name}`])),
    },
    // All that does something when it is imported: tags and texts. The rest is there for who uses it.
    sideEffects: ['./kit.js', './define/*.js', ...locales.map((locale) => `./lang/*.${locale}.js`)],
    files: ['**/*.js', '**/*.d.ts', ...Object.values(editorFiles), 'CHANGELOG.md', 'licenses.txt'],
    customElements: editorFiles.manifest,
    'web-types': `./${editorFiles.webTypes}`,
    dependencies: { lit: `^${own.dependencies['lit']}` },
    peerDependencies: { react: `>=${major(own.devDependencies['react'])}` },
    peerDependenciesMeta: { react: { optional: true } },
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** Licences of the packages whose code is in the package's own modules. */
export function licenses(bundled: ReadonlySet<string>): string {
  return [...bundled]
    .sort()
    .map((name) => {
      const folder = `node_modules/${name}`;
      const { version: its, license } = JSON.parse(read(`${folder}/package.json`)) as Record<string, string>;
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].find((each) => existsSync(join(root, folder, each)));
      if (!file) throw new Error(`${name} is in the package and has no file of its licence.`);
      return `${name} ${its} (${license})\n\n${read(`${folder}/${file}`).trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
