/** What React, Preact and Solid are told of the elements, and the components for React; all of it from the manifest. */
import type { Attribute, Event } from 'custom-elements-manifest/schema';
import { locales } from '../../../api/contract/locales.ts';
import type { ElementDeclaration } from './manifest.ts';
import type { Files } from './modules.ts';

/** `ambassador-signup-success` gives `onSignupSuccess`. */
const handlerOf = (event: string) =>
  `on${event.replace(/^ambassador/, '').replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase())}`;

const comment = (text = '') => `/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '* /')} */`;

/** A number may be written as one, and as the text of an attribute. */
const typeOf = ({ type }: Attribute) => (type?.text === 'number' ? 'number | string' : (type?.text ?? 'string'));

const quoted = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`);

const member = (name: string, type: string, description: string | undefined) =>
  `  ${comment(description)}\n  ${quoted(name)}?: ${type} | undefined;\n`;

const eventType = ({ type }: Event) => type.text;
const handler = (event: Event) => `((event: ${eventType(event)}) => void)`;

const tagOf = ({ tagName = '' }: ElementDeclaration) => tagName;
const moduleOf = (element: ElementDeclaration) => tagOf(element).replace('ambassador-', '');

/** The attributes of every tag, as an interface of each. */
function attributes(elements: readonly ElementDeclaration[]): string {
  const interfaces = elements.map(
    (element) => `${comment(`Attributes of \`<${tagOf(element)}>\`.`)}
export interface ${element.name}Attributes {
${(element.attributes ?? []).map((each) => member(each.name, typeOf(each), each.description)).join('')}  /** Language, unless the nearest \`lang\` of the page says it. */
  lang?: ${locales.map((locale) => `'${locale}'`).join(' | ')} | (string & {}) | undefined;
}
`,
  );
  // A signature for each event: the prefix is the framework's.
  const handlers = elements.map(
    (element) => `${comment(`Handlers of the events of \`<${tagOf(element)}>\`, named as a framework names them.`)}
export type ${element.name}Handlers<Prefix extends string> = ${(element.events ?? [])
      .map((each) => `{ [Name in \`\${Prefix}${each.name}\`]?: ${handler(each)} | undefined }`)
      .join(' & ')};
`,
  );
  const names = elements.flatMap(({ events = [] }) => events.map(eventType));
  return `import type { ${names.join(', ')} } from './index.js';

${[...interfaces, ...handlers].join('\n')}`;
}

interface Framework {
  /** Imports of the framework's own types. */
  head: string;
  module: string;
  prefix: string;
  /** What every element has there. */
  common: (element: string) => string;
}

const frameworks: Record<string, Framework> = {
  jsx: {
    head: `import type { HTMLAttributes, RefAttributes } from 'react';`,
    module: 'react',
    prefix: 'on',
    common: (element) => `HTMLAttributes<${element}> & RefAttributes<${element}>`,
  },
  'jsx/preact': {
    head: `import type { ClassAttributes, HTMLAttributes } from 'preact';`,
    module: 'preact',
    prefix: 'on',
    common: (element) => `HTMLAttributes<${element}> & ClassAttributes<${element}>`,
  },
  'jsx/solid': {
    head: `import type { JSX } from 'solid-js';`,
    module: 'solid-js',
    prefix: 'on:',
    common: (element) => `JSX.HTMLAttributes<${element}>`,
  },
};

function jsx(elements: readonly ElementDeclaration[], { head, module, prefix, common }: Framework, up: string): string {
  const tags = elements.map(
    (element) => `      ${comment(element.summary)}
      '${tagOf(element)}': Widget<${common(element.name)}, ${element.name}Attributes & ${element.name}Handlers<'${prefix}'>>;`,
  );
  const names = elements.map(({ name }) => name);
  return `${head}
import type { ${names.join(', ')} } from '${up}/index.js';
import type { ${names.flatMap((name) => [`${name}Attributes`, `${name}Handlers`]).join(', ')} } from '${up}/attributes.js';

type Widget<Common, Own> = Own & Omit<Common, keyof Own>;

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
${tags.join('\n')}
    }
  }
}
`;
}

function component(element: ElementDeclaration): string {
  const renamed = (element.attributes ?? []).filter(({ name, fieldName = name }) => name !== fieldName);
  const names = Object.fromEntries(renamed.map(({ name, fieldName }) => [fieldName, name]));
  const events = Object.fromEntries((element.events ?? []).map(({ name }) => [handlerOf(name), name]));
  return `'use client';
import { widget } from './widget.js';
import '../define/${moduleOf(element)}.js';

${comment(element.summary)}
export const ${element.name} = /* @__PURE__ */ widget('${tagOf(element)}', ${JSON.stringify(names)}, ${JSON.stringify(events)});
`;
}

function componentTypes(elements: readonly ElementDeclaration[]): string {
  const components = elements.map((element) => {
    const own = [
      ...(element.attributes ?? []).map((each) => member(each.fieldName ?? each.name, typeOf(each), each.description)),
      ...(element.events ?? []).map((each) => member(handlerOf(each.name), handler(each), each.description)),
    ];
    return `${comment(`What \`<${element.name}>\` takes beside what every element does.`)}
export interface ${element.name}Own {
${own.join('')}}
${comment(`Props of \`<${element.name}>\`: its children are the fallback, its \`ref\` is the element.`)}
export type ${element.name}Props = Props<${element.name}Element, ${element.name}Own>;
${comment(element.summary)}
export declare const ${element.name}: FunctionComponent<${element.name}Props>;
`;
  });
  const classes = elements.map(({ name }) => `${name} as ${name}Element`);
  const events = elements.flatMap((element) => (element.events ?? []).map(eventType));
  return `import type { FunctionComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ${[...classes, ...events].join(', ')} } from '../index.js';

type Props<Element, Own> = Own & Omit<HTMLAttributes<Element>, keyof Own> & RefAttributes<Element>;

${components.join('\n')}`;
}

/** The files for frameworks, by their name in the package. */
export function frameworkFiles(elements: readonly ElementDeclaration[]): Files {
  const files: Files = new Map([['attributes.d.ts', attributes(elements)]]);
  for (const [name, framework] of Object.entries(frameworks)) {
    files.set(`${name}.d.ts`, jsx(elements, framework, name.includes('/') ? '..' : '.'));
    // There is nothing to run; a bundler that follows the import finds a module.
    files.set(`${name}.js`, 'export {};\n');
  }
  for (const element of elements) files.set(`react/${moduleOf(element)}.js`, component(element));
  files.set(
    'react/index.js',
    elements.map((each) => `export { ${each.name} } from './${moduleOf(each)}.js';\n`).join(''),
  );
  files.set('react/index.d.ts', componentTypes(elements));
  return files;
}
