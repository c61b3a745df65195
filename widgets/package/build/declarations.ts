/**
 * The types of the package. The compiler writes them; what nobody can reach from an entry is left out, and a type
 * that the contract makes of a schema is written out: whoever installs the package has Lit and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ts } from '@custom-elements-manifest/analyzer/index.js';
import { locales } from '../../../api/contract/locales.ts';
import { pascal, placeInPackage, root, specifierOf, widgetNames, widgets } from './layout.ts';
import type { Files } from './modules.ts';

const entries = [
  'widgets/package/index.ts',
  'widgets/kit.ts',
  ...widgetNames.map((widget) => `widgets/${widget}/define.ts`),
];

/** Has the compiler write declarations, by the path of their source from the root. */
function emit(folder: string): (source: string) => string {
  const config = {
    extends: join(widgets, 'tsconfig.json'),
    compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: folder },
    files: [...entries.map((entry) => join(root, entry)), join(widgets, 'story-form/parts/tus.d.ts')],
    include: [],
  };
  const path = join(folder, 'tsconfig.json');
  writeFileSync(path, JSON.stringify(config));
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', path], { stdio: 'inherit' });
  return (source) => readFileSync(join(folder, source.replace(/\.ts$/, '.d.ts')), 'utf8');
}

/** A relative import or export in a declaration: what is taken, and from where. */
const relative = /((?:\b(?:import|export)\b[^;'"]*?\bfrom |\bimport |\bimport\()['"])(\.[^'"]+)(['"])/g;

/**
 * Types of the contract without the library of schemas that they come from.
 * @param taken the names that are wanted of each file
 */
function writeOut(taken: ReadonlyMap<string, ReadonlySet<string>>): Files {
  const sources = new Map(
    Array.from(taken, ([source, names]) => {
      const types = Array.from(names, (name) => {
        const from = `import('./${basename(source)}').${name}`;
        return `export type ${name} = { [Key in keyof ${from}]: ${from}[Key] };`;
      });
      return [join(root, source.replace(/\.ts$/, '-written-out.ts')), types.join('\n')];
    }),
  );
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) => {
    const text = sources.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  const checker = program.getTypeChecker();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  const typesOf = (name: string) => (program.getSourceFile(name)?.statements ?? []).filter(ts.isTypeAliasDeclaration);
  return new Map(
    Array.from(sources.keys(), (file) => {
      const types = typesOf(file).map(({ name }) => {
        const type = checker.typeToString(checker.getTypeAtLocation(name), undefined, flags);
        if (/\bany\b|^\w+$/.test(type)) throw new Error(`${file}: ${name.text} could not be written out: ${type}`);
        return `export type ${name.text} = ${type};\n`;
      });
      return [`${placeInPackage(file.replace('-written-out', ''))}.d.ts`, types.join('')];
    }),
  );
}

/** Builds every declaration, by its name in the package. */
export function buildDeclarations(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'ambassador-types-'));
  try {
    return collect(emit(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function collect(read: (source: string) => string): Files {
  const files: Files = new Map();
  /** Names that are taken of files that come from schemas. */
  const taken = new Map<string, Set<string>>();
  const waiting = [...entries];
  const seen = new Set(waiting);
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    const here = source;
    const place = placeInPackage(here);
    const text = read(here).replace(relative, (_all, before: string, path: string, after: string) => {
      const target = join(dirname(here), path);
      if (/from ['"](?:zod|@hono\/)/.test(read(target))) {
        const names = taken.get(target) ?? new Set();
        for (const [name] of before.matchAll(/(?<=[{,]\s*(?:type )?)[A-Z]\w*/g)) names.add(name);
        taken.set(target, names);
      } else if (!seen.has(target)) {
        seen.add(target);
        waiting.push(target);
      }
      return `${before}${specifierOf(`${place}.d.ts`, `${placeInPackage(target)}.js`)}${after}`;
    });
    const widget = /^define\/(.+)/.exec(place)?.[1];
    // Whoever defines a tag listens to its events, too: their types come along.
    files.set(`${place}.d.ts`, widget ? `${text}import '../${widget}/${widget}.events.js';\n` : text);
  }
  for (const [name, types] of writeOut(taken)) files.set(name, types);
  for (const widget of widgetNames)
    for (const locale of locales)
      files.set(
        `lang/${widget}.${locale}.d.ts`,
        `import type { Terms } from './terms.js';\n/** Texts of Ambassador${pascal(widget)}; importing this module makes them known. */\ndeclare const terms: Terms['${widget}'];\nexport default terms;\n`,
      );
  return files;
}
