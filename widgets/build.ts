/**
 * `node widgets/build.ts`: the files that pages load, into `dist/widgets`.
 *
 *   loader.js                         finds the tags; contains the core
 *   <widget>.<locale>.js              one widget with one language; the loader hands it the core
 *   lang/<widget>.<locale>.js         a further language of a widget that is there already
 *   parts/<widget>-<part>.js          what a widget loads at first use
 *   ambassador-<widget>.<locale>.js   one widget of the kit and the core, self-contained
 *   kit.<locale>.js                   all widgets of `kit.ts` and the core, self-contained
 *   frame.js                          gives frames of the club their height, on pages that show them
 *   doctor.js                         what a webmaster asks for, and `lang/doctor.<locale>.js`
 *   manifest.json                     version, sizes and hashes of all of them
 *
 * and the WordPress plugin, into `dist/wordpress`.
 *
 * Language is a dimension of the build because a page then needs two scripts, not three.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, watch as watchFolder, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build as viteBuild, mergeConfig, parseAst, type Plugin, type UserConfig } from 'vite';
import shared from '../vite.config.ts';
import { locales, type Locale } from '../api/contract/locales.ts';
import { version } from '../api/contract/version.ts';
import { guestLit, refuseMarkup } from './guest-lit.ts';
import { writePlugin } from './wordpress/plugin.ts';

const source = import.meta.dirname;
const core = join(source, 'core.ts');
/** The other ways into what widgets share: what comes through them is carried by each widget that uses it. */
const doors = ['form.ts', 'place.ts'].map((name) => join(source, name));

/** One built file: its size as sent, and the hash for a page's `integrity` attribute. */
export interface BuiltFile {
  bytes: number;
  brotli: number;
  integrity: string;
}

/** What was built, as written to `manifest.json`. */
export interface Manifest {
  version: string;
  files: Record<string, BuiltFile>;
}

/** Where to build to, and whether to go on building. */
export interface BuildOptions {
  /** Default: `dist/widgets`. */
  outDir?: string;
  /** Called after every further build; building then goes on as sources change, until the process ends. */
  watch?: (manifest: Manifest) => void;
}

/** Files by their name in the output folder. */
type Files = Map<string, string>;

/** The widgets: every folder that defines a tag. */
function widgetNames(): string[] {
  return globSync('*/define.ts', { cwd: source })
    .map((path) => dirname(path))
    .sort();
}

/** The widgets that any page may show at once; the others are loaded where they stand, and by the loader only. */
function kitNames(): string[] {
  const kit = readFileSync(join(source, 'kit.ts'), 'utf8');
  return widgetNames().filter((widget) => kit.includes(`'./${widget}/`));
}

/** A widget's name as its texts are exported: `story-form` gives `storyForm`. */
const exportName = (widget: string) => widget.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());

const from = (path: string) => `from ${JSON.stringify(join(source, path))};`;
const run = (module: string) => `import ${JSON.stringify(module)};`;

/** What the core exports, in a fixed order: loader and widgets of one build know each part by its place. */
const coreParts = () =>
  [...readFileSync(core, 'utf8').matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter(Boolean)
    .sort();

/** Modules that exist only in the build, by their name. */
const virtual: Record<string, (widget: string, locale: string) => string> = {
  terms: (widget, locale) =>
    `import { registerTerms } ${from('core.ts')}
     import { ${exportName(widget)} as terms } ${from(`lang/${locale}.ts`)}
     registerTerms('${widget}', '${locale}', terms);`,
  parts: () => `import { ${coreParts().join()} } ${from('core.ts')} export default [${coreParts().join()}];`,
  // Texts before tags: elements that are in the page already are upgraded while the tag is defined.
  widget: (widget, locale) => run(`virtual:terms/${widget}/${locale}`) + run(join(source, widget, 'define.ts')),
  sheets: () => `
    export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };
    export const getCompatibleStyle = (sheet) => sheet;
    export const supportsAdoptingStyleSheets = true;
    export { adoptStyles as css, adoptStyles as unsafeCSS, adoptStyles as CSSResult };`,
  source: () =>
    `import { importerBeside, useTermsSource } ${from('core.ts')}
     useTermsSource(importerBeside(import.meta.url));`,
  standalone: (widget, locale) =>
    run(join(source, 'door.ts')) + run('virtual:source') + run(`virtual:widget/${widget}/${locale}`),
  kit: (_all, locale) =>
    run(join(source, 'door.ts')) +
    run('virtual:source') +
    kitNames()
      .map((widget) => run(`virtual:terms/${widget}/${locale}`))
      .join('') +
    `export * ${from('kit.ts')}`,
  doctor: (_words, locale) => `export { ${locale} as default } ${from(`lang/doctor/${locale}.ts`)}`,
  lang: (widget, locale) => `export { ${exportName(widget)} as default } ${from(`lang/${locale}.ts`)}`,
};

const virtualModules: Plugin = {
  name: 'virtual-modules',
  enforce: 'pre',
  resolveId(id, importer) {
    // Half of that module serves browsers without constructed style sheets, where a strict page refuses the rest.
    if (id === './css-tag.js' && importer?.includes('reactive-element')) return '\0virtual:sheets';
    return id.startsWith('virtual:') ? `\0${id}` : undefined;
  },
  load(id) {
    if (!id.startsWith('\0virtual:')) return undefined;
    const [kind = '', widget = '', locale = ''] = id.slice('\0virtual:'.length).split('/');
    return virtual[kind]?.(widget, locale);
  },
};

const partName = (widget: string, id: string) => `parts/${widget}-${basename(id, '.ts')}.js`;

/**
 * Keeps the core out of a widget's file and the inside of the core out of a widget's source, and
 * makes each dynamic import a file of its own, which shares nothing with the others.
 */
function split(widget: string, parts: Set<string>): Plugin {
  return {
    name: 'split',
    enforce: 'pre',
    async resolveId(id, importer, { kind }) {
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      if (!resolved) return undefined;
      if (resolved.id === core) return { id: 'core', external: true };
      const inside = [join(source, 'internal'), join(source, 'styles')].some((path) => resolved.id.startsWith(path));
      if ((inside && !doors.includes(importer ?? '')) || /node_modules.lit/.test(resolved.id))
        throw new Error(`${importer} imports ${id}. Widgets take it from core.ts, or the page gets it twice.`);
      if (kind !== 'dynamic-import') return undefined;
      parts.add(resolved.id);
      return { id: `./${partName(widget, resolved.id)}?v=${version}`, external: true };
    },
  };
}

async function bundle(input: string, config: UserConfig): Promise<Files> {
  const entry: UserConfig = { build: { lib: { entry: input }, rolldownOptions: { input } } };
  const merged = mergeConfig<UserConfig, UserConfig>(mergeConfig<UserConfig, UserConfig>(shared, config), entry);
  const built = await viteBuild({ ...merged, configFile: false });
  const outputs = Array.isArray(built) ? built.flatMap((each) => each.output) : 'output' in built ? built.output : [];
  return new Map(outputs.map((file) => [file.fileName, file.type === 'chunk' ? tighten(file.code) : '']));
}

/**
 * Takes out of templates what is there for us: line ends, indentation, comments of style sheets.
 * Only of tagged templates: in any other string white space may mean something.
 */
export function tighten(code: string): string {
  let tight = '';
  let end = 0;
  const parts = templates(parseAst(code)).flatMap(({ quasis }) => {
    // A sheet is one piece, ends with a rule and has no tag in it; whatever may be markup is treated as such.
    refuseMarkup(quasis.map(({ value }) => value.raw).join('\0'));
    const sheet = quasis.length === 1 && /^[^<]*\{[^<]*\}\s*$/.test(quasis[0]?.value.raw ?? '');
    return quasis.map((quasi) => ({ ...quasi, sheet }));
  });
  // In the order of the text: templates stand within templates.
  for (const { start, end: stop, sheet } of parts.sort((a, b) => a.start - b.start)) {
    const text = code.slice(start, stop);
    tight += code.slice(end, start) + (sheet ? tightSheet(text) : text.replace(/\s*\n\s*/g, ' '));
    end = stop;
  }
  const names = new Map<string, string>();
  // Lit's private names are as long as they must be to be nobody else's; within one file they need not be.
  const short = (name: string) => {
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name) ?? name;
  };
  return (tight + code.slice(end))
    .replace(/_\$[A-Za-z]+\$?/g, short)
    .replace(/\s*\/\* @(?:__PURE__|vite-ignore) \*\/\s*/g, '');
}

const tightSheet = (text: string) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: (?=[^{}]*[;}])/g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<=[ :(,-])0(?=\.\d)/g, '')
    .replace(/='([\w-]+)'\]/g, '=$1]')
    .trim();

interface Template {
  quasis: { start: number; end: number; value: { raw: string } }[];
}

/** The tagged templates of a module. */
function templates(node: unknown): Template[] {
  if (!node || typeof node !== 'object') return [];
  const inner = Object.values(node).flatMap(templates);
  return 'type' in node && node.type === 'TaggedTemplateExpression' && 'quasi' in node
    ? [node.quasi as Template, ...inner]
    : inner;
}

/** Turns a widget's module, which imports the core, into one that is handed it. */
function injectable(file: string, code: string): string {
  const match = /^import\{([^}]*)\}from"core";/.exec(code);
  const body = match && code.slice(match[0].length);
  if (!match || /\bimport\.meta\b|(?:^|[;}])(?:import(?!\()|export)\b/.test(body ?? ''))
    throw new Error(`${file}: a widget's file must import the core and nothing else. It begins: ${code.slice(0, 200)}`);
  const locals = new Map((match[1] ?? '').split(',').map((part) => part.split(' as ', 2) as [string, string]));
  const places = coreParts().map((name) => (locals.has(name) ? (locals.get(name) ?? name) : ''));
  return `export const version="${version}";export function install([${places.join().replace(/,+$/, '')}]){${body}}`;
}

async function buildWidget(widget: string, locale: Locale): Promise<Files> {
  const parts = new Set<string>();
  const name = `${widget}.${locale}.js`;
  const files = await buildWhole(`virtual:widget/${widget}/${locale}`, name, {
    plugins: [split(widget, parts)],
  });
  files.set(name, injectable(name, files.get(name) ?? ''));
  for (const part of parts) {
    const [file, code = ''] = [...(await buildWhole(part, partName(widget, part)))][0] ?? [];
    if (!file || /\badoptedStyleSheets\b|\bimport\b/.test(code)) throw new Error(`${part} must load without the core.`);
    files.set(file, code);
  }
  return files;
}

/** One entry, one file: what it would load later is in it. */
function buildWhole(entry: string, name: string, more: UserConfig = {}): Promise<Files> {
  const output = { entryFileNames: name, codeSplitting: false };
  return bundle(
    entry,
    mergeConfig<UserConfig, UserConfig>(
      { plugins: [virtualModules, guestLit], build: { rolldownOptions: { output } } },
      more,
    ),
  );
}

async function buildFiles(): Promise<Files> {
  const widgets = widgetNames();
  const kit = kitNames();
  const banner = '/*! licenses.txt */';
  const jobs = [
    () => buildWhole(join(source, 'loader.ts'), 'loader.js', { define: { __WIDGETS__: JSON.stringify(widgets) } }),
    () => buildWhole(join(source, 'frame.ts'), 'frame.js'),
    () => buildWhole(join(source, 'doctor.ts'), 'doctor.js'),
    ...locales.map((locale) => () => buildWhole(`virtual:doctor/words/${locale}`, `lang/doctor.${locale}.js`)),
    ...locales.map((locale) => () => buildWhole(`virtual:kit/all/${locale}`, `kit.${locale}.js`)),
    ...widgets.flatMap((widget) =>
      locales.flatMap((locale) => [
        () => buildWidget(widget, locale),
        () => buildWhole(`virtual:lang/${widget}/${locale}`, `lang/${widget}.${locale}.js`),
      ]),
    ),
    ...kit.flatMap((widget) =>
      locales.map(
        (locale) => () => buildWhole(`virtual:standalone/${widget}/${locale}`, `ambassador-${widget}.${locale}.js`),
      ),
    ),
  ];
  const files: Files = new Map();
  for (const job of jobs)
    for (const [name, code] of await job()) {
      if (files.has(name) && files.get(name) !== code) throw new Error(`${name} is not the same in every language.`);
      files.set(name, /^(?:loader|kit|ambassador-)/.test(name) ? banner + code : code);
    }
  files.set('licenses.txt', readFileSync(join(source, '../node_modules/lit/LICENSE'), 'utf8'));
  return files;
}

/**
 * Vite builds for what `NODE_ENV` says and leaves it set: a shell that says `development` or `test` must not
 * give visitors Lit's development build, and whoever built must not be in production afterwards.
 */
export async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/**
 * Builds every file and its manifest.
 * @throws when a source does not build; nothing is written then
 */
export async function build(options: BuildOptions = {}): Promise<Manifest> {
  const { outDir = join(source, '../dist/widgets'), watch } = options;
  const files = await inProduction(buildFiles);
  const manifest: Manifest = { version, files: {} };
  rmSync(outDir, { recursive: true, force: true });
  for (const [name, code] of [...files].sort()) {
    const content = Buffer.from(code);
    mkdirSync(dirname(join(outDir, name)), { recursive: true });
    writeFileSync(join(outDir, name), content);
    manifest.files[name] = {
      bytes: content.length,
      brotli: brotliCompressSync(content).length,
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    };
  }
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  if (!options.outDir) writePlugin(join(source, '../dist/wordpress'));
  if (watch) rebuildOnChange(outDir, watch);
  return manifest;
}

function rebuildOnChange(outDir: string, built: (manifest: Manifest) => void): void {
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    // Editors write a file in several steps.
    timer = setTimeout(() => {
      building = building
        .then(() => build({ outDir }))
        .then(built)
        // A source that is being typed does not build: say so, keep the last good files, go on.
        .catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }, 100);
  };
  for (const folder of [source, join(source, '../api/contract')]) watchFolder(folder, { recursive: true }, later);
}

if (import.meta.main) {
  const started = performance.now();
  const { files } = await build();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built ${Object.keys(files).length} widget files in ${seconds} s.`);
}
