/** The modules of the package: one for each source, so that a bundler takes what a site uses and nothing else. */
import { join } from 'node:path';
import { build, mergeConfig, type Plugin, type UserConfig } from 'vite';
import shared from '../../../vite.config.ts';
import { locales } from '../../../api/contract/locales.ts';
import { placeInPackage, root, specifierOf, widgetNames, widgets } from './layout.ts';

/** Files by their name in the package. */
export type Files = Map<string, string>;

/** The modules, and which other packages have gone into them. */
export interface Modules {
  files: Files;
  bundled: ReadonlySet<string>;
}

const own = (path: string) => join(widgets, 'package', path);
const terms = join(widgets, 'internal/terms.ts');

/** Sources in whose place the package has its own. */
const standIns: Record<string, string> = {
  [join(widgets, 'internal/script-origin.ts')]: own('club.ts'),
  [join(widgets, 'styles/sheet.ts')]: own('sheet.ts'),
};

/** What a source says otherwise in the package; each must be there, or the build ends. */
const changes: Readonly<Record<string, [from: RegExp, to: string][]>> = {
  'internal/ambassador-element.ts': [
    [/\bLitElement, /, ''],
    [
      /^/,
      `import { LitElement } from '../package/lit-element.ts';\nimport { clubMissing } from '../package/club.ts';\n`,
    ],
    // Without a club there is nobody to ask and no address to link to, and nothing else is worth saying.
    [/this\.terms \? /, 'this.terms && (this.apiBase || this.warn(clubMissing)) ? '],
    [/(?<=protected warn\(message: string\): void \{)/, 'if (!this.apiBase) message = clubMissing;'],
  ],
  // Where a part could not be loaded, a bundler knows its address and we do not: the same is asked for again.
  'signup/first-touch.ts': [[/import\(\/\* @vite-ignore \*\/ [^)]*\)/, `import('./submission/submission.ts')`]],
  'testimonials/late-report.ts': [[/import\(\/\* @vite-ignore \*\/ [^)]*\)/, `import('./report/report.ts')`]],
  'story-form/load-part.ts': [[/import\(\/\* @vite-ignore \*\/ [^)]*\)/, '(failures++, first[name]())']],
};

/** A class brings the imports of its own languages. */
function changesOf(place: string): [from: RegExp, to: string][] | undefined {
  const widget = widgetNames.find((name) => place === `${name}/${name}.ts`);
  if (!widget) return changes[place];
  const texts = locales.map((locale) => `${locale}: () => import('../lang/${widget}.${locale}.js')`).join();
  return [
    [/^/, `import { withTexts } from '../package/texts.ts';\n`],
    [/(?<=static override readonly widget = )'[\w-]+'/, `withTexts('${widget}', {${texts}})`],
  ];
}

const inPackage: Plugin = {
  name: 'in-package',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    if (/^\.\.\/lang\/[\w-]+\.\w+\.js$/.test(id))
      return { id: join(widgets, 'lang', id.slice(8)), external: 'relative' };
    if (!id.startsWith('.') || !importer) return undefined;
    const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
    // A part brings its own dependencies, so it is one file and shares nothing.
    if (resolved && options.kind === 'dynamic-import' && resolved.id.includes('/story-form/parts/'))
      return { id: resolved.id.replace(/\.ts$/, '.js'), external: 'relative' };
    return resolved && (standIns[resolved.id] ?? resolved);
  },
  transform: {
    order: 'pre',
    handler(code, id) {
      return changesOf(`${placeInPackage(id)}.ts`)?.reduce((rest, [from, to]) => {
        if (!from.test(rest)) throw new Error(`${id} has changed: ${from} is not in it. Look at it again.`);
        return rest.replace(from, to);
      }, code);
    },
  },
};

async function bundle(config: UserConfig): Promise<Modules> {
  const settings: UserConfig = {
    build: {
      minify: false,
      rolldownOptions: {
        external: [/^lit(?:\/|$)/, /^react(?:\/|$)/],
        output: { minify: false, comments: { legal: true, annotation: true, jsdoc: true } },
      },
    },
  };
  const merged = mergeConfig<UserConfig, UserConfig>(mergeConfig<UserConfig, UserConfig>(shared, settings), config);
  const built = await build({ ...merged, configFile: false });
  const outputs = Array.isArray(built) ? built.flatMap((each) => each.output) : 'output' in built ? built.output : [];
  const sources = outputs.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  return {
    files: new Map(outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : ''])),
    bundled: new Set(sources.flatMap((id) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [])),
  };
}

/** Modules, one for each source. */
function modules(): Promise<Modules> {
  const entry = [
    own('index.ts'),
    join(widgets, 'kit.ts'),
    ...widgetNames.map((widget) => join(widgets, widget, 'define.ts')),
    join(widgets, 'react/widget.ts'),
  ];
  const inject = Object.fromEntries(
    ['IntersectionObserver', 'MutationObserver', 'ResizeObserver', 'matchMedia'].map((name) => [
      name,
      [own('platform.ts'), name] as [string, string],
    ]),
  );
  return bundle({
    plugins: [inPackage],
    build: {
      lib: { entry },
      rolldownOptions: {
        input: entry,
        transform: { inject },
        output: {
          preserveModules: true,
          preserveModulesRoot: root,
          entryFileNames: ({ name }) => `${placeInPackage(name)}.js`,
        },
      },
    },
  });
}

/** One entry, one file. */
async function whole(name: string, entry: string, plugins: Plugin[] = []): Promise<Modules> {
  const built = await bundle({
    plugins,
    build: {
      lib: { entry },
      rolldownOptions: { input: entry, output: { codeSplitting: false, entryFileNames: name } },
    },
  });
  if (built.files.size !== 1) throw new Error(`${name} is more than one file: ${[...built.files.keys()].join()}`);
  return built;
}

/** The texts of a widget in one language; importing them makes them known. */
function texts(widget: string, locale: string): Promise<Modules> {
  const name = `lang/${widget}.${locale}.js`;
  const words = widget.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
  const code = `import { registerTerms } from ${JSON.stringify(terms)};
    import { ${words} } from ${JSON.stringify(join(widgets, `lang/${locale}.ts`))};
    registerTerms('${widget}', '${locale}', ${words});
    export default ${words};`;
  const plugin: Plugin = {
    name: 'texts',
    enforce: 'pre',
    resolveId: (id) =>
      id === 'virtual:texts'
        ? `\0${id}`
        : id === terms
          ? { id: specifierOf(name, 'internal/terms.js'), external: true }
          : undefined,
    load: (id) => (id === '\0virtual:texts' ? code : undefined),
  };
  return whole(name, 'virtual:texts', [plugin]);
}

/** Builds every module. */
export async function buildModules(): Promise<Modules> {
  const built = [await modules()];
  for (const part of ['proof', 'review', 'media', 'film'])
    built.push(await whole(`story-form/parts/${part}.js`, join(widgets, `story-form/parts/${part}.ts`)));
  for (const widget of widgetNames) for (const locale of locales) built.push(await texts(widget, locale));
  const files: Files = new Map(built.flatMap((each) => [...each.files]));
  const count = built.reduce((sum, each) => sum + each.files.size, 0);
  if (files.size !== count) throw new Error('Two modules of the package have one name.');
  return { files, bundled: new Set(built.flatMap((each) => [...each.bundled])) };
}
