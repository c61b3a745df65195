/** `custom-elements.json`: what the elements' own comments say of them, for editors, catalogues and generators. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type { Attribute, ClassDeclaration, ClassMember, CustomElement, Declaration, Module, Package } from 'custom-elements-manifest/schema'; // prettier-ignore
import { embedOptions, embedThemes, isEmbeddable } from '../../../api/contract/embed.ts';
import { widgetNames, widgets } from './layout.ts';

/** An element's class; the schema's own type of it says nothing of elements. */
export type ElementDeclaration = ClassDeclaration & CustomElement;

const sources = ['internal/ambassador-element', ...widgetNames.flatMap((name) => [`${name}/${name}`, `${name}/${name}.events`])]; // prettier-ignore

/** What Lit calls, and what only a subclass sees. */
const inside = new Set(['ambassadorVersion', 'widget', 'styles', 'properties', 'terms', 'connectedCallback', 'disconnectedCallback']); // prettier-ignore

const isElement = (declaration: Declaration): declaration is ElementDeclaration =>
  'customElement' in declaration && declaration.customElement;

const isPublic = ({ name, privacy }: ClassMember) =>
  !name.startsWith('#') && !inside.has(name) && privacy !== 'private' && privacy !== 'protected';

const oneOf = (values: readonly string[]) =>
  values
    .filter(Boolean)
    .map((value) => `'${value}'`)
    .join(' | ');

/** The values that an attribute takes: those that the club's own configurator offers, where they are a closed list. */
function valuesOf(tag: string, attribute: string): string | undefined {
  if (attribute === 'theme') return oneOf(embedThemes);
  const widget = tag.replace('ambassador-', '');
  const option = isEmbeddable(widget) ? embedOptions[widget].find(({ name }) => name === attribute) : undefined;
  if (option?.kind === 'number') return 'number';
  return option?.kind === 'choice' ? oneOf(option.values) : undefined;
}

function tidyAttribute(tag: string, attribute: Attribute): Attribute {
  const text = valuesOf(tag, attribute.name) ?? attribute.type?.text.replace(/ \| (?:null|undefined)/g, '') ?? 'string';
  return { ...attribute, type: { text } };
}

function tidyElement(declaration: ElementDeclaration): ElementDeclaration {
  const { tagName = '', members = [], attributes = [], events = [] } = declaration;
  // What has no attribute is state: the analyzer takes every property of Lit's for an attribute.
  const isState = (name: string | undefined) => name === 'locale' || name === 'terms';
  const seen = new Map<string, ClassMember>();
  for (const member of members.filter(isPublic))
    if (!seen.has(member.name)) {
      const { attribute, ...rest } = member as ClassMember & { attribute?: string };
      seen.set(member.name, isState(attribute) ? rest : member);
    }
  return {
    ...declaration,
    superclass: { name: 'AmbassadorElement', module: 'internal/ambassador-element.js' },
    members: [...seen.values()],
    attributes: attributes.filter(({ fieldName }) => !isState(fieldName)).map((each) => tidyAttribute(tagName, each)),
    // A dispatched event is found without its name, beside the one that the comment describes.
    events: events.filter(({ name }) => name),
  };
}

function tidyModule(module: Module): Module {
  const declarations = (module.declarations ?? [])
    .filter(({ kind, name }) => kind === 'class' && name.startsWith('Ambassador'))
    .map((declaration) =>
      isElement(declaration) && declaration.tagName
        ? tidyElement(declaration)
        : 'members' in declaration
          ? { ...declaration, members: (declaration.members ?? []).filter(isPublic) }
          : declaration,
    );
  const names = new Set(declarations.map(({ name }) => name));
  return { ...module, declarations, exports: (module.exports ?? []).filter(({ name }) => names.has(name)) };
}

/** Describes every public element. */
export function describeElements(): Package {
  const modules = sources.map((name) =>
    ts.createSourceFile(`${name}.js`, readFileSync(join(widgets, `${name}.ts`), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const found = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const described = found.modules.map(tidyModule);
  // A class defines nothing; what does is a module of its own.
  const defining = widgetNames.map((name): Module => {
    const module = described.find(({ path }) => path === `${name}/${name}.js`);
    const element = module?.declarations?.find(isElement);
    if (!module || !element?.tagName) throw new Error(`The comment of ${name}/${name}.ts has no @tagname.`);
    const declaration = { name: element.name, module: module.path };
    const definition = { kind: 'custom-element-definition' as const, name: element.tagName, declaration };
    return { kind: 'javascript-module', path: `define/${name}.js`, declarations: [], exports: [definition] };
  });
  return { ...found, schemaVersion: '1.0.0', readme: 'README.md', modules: [...described, ...defining] };
}

/** The elements of a manifest that have a tag. */
export function elementsOf(manifest: Package): ElementDeclaration[] {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(isElement)
    .filter(({ tagName }) => tagName);
}
