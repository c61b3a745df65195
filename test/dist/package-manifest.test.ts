/** What the package says of the elements, against the elements: nothing public is missing, nothing is invented. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { embeddable, embedOptions } from '../../api/contract/embed.ts';
import { version } from '../../api/contract/version.ts';
import { editorData } from '../../widgets/package/build/editors.ts';
import { describeElements, elementsOf } from '../../widgets/package/build/manifest.ts';

const root = join(import.meta.dirname, '../..');
const sources = (pattern: string) => globSync(pattern, { cwd: join(root, 'widgets') }).map((path) => readFileSync(join(root, 'widgets', path), 'utf8')).join('\n'); // prettier-ignore

const manifest = describeElements();
const elements = elementsOf(manifest);
const elementOf = (widget: string) => {
  const found = elements.find(({ tagName }) => tagName === `ambassador-${widget}`);
  assert.ok(found, widget);
  return found;
};
const names = (described: readonly { name: string }[] = []) => described.map(({ name }) => name).sort();
const unique = (found: Iterable<string>) => [...new Set(found)].sort();

/** The names of parts in templates: written out, or chosen from names that are written out. */
function partsIn(code: string): string[] {
  const written = [...code.matchAll(/\bpart="([^"]*)"/g)].flatMap(([, text = '']) => text.replace(/\$\{[^}]*\}/g, '').split(/\s+/)); // prettier-ignore
  const bare = [...code.matchAll(/\bpart=([a-z-]+)/g)].map(([, name = '']) => name);
  const chosen = [...code.matchAll(/\bpart=\$\{([^}]*)\}/g)].flatMap(([, expression = '']) => [...expression.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name)); // prettier-ignore
  return [...written, ...bare, ...chosen].filter(Boolean);
}

describe('the manifest of the elements', () => {
  test('is valid, by the schema of its makers', () => {
    const schema = JSON.parse(readFileSync(join(root, 'node_modules/custom-elements-manifest/schema.json'), 'utf8')) as object; // prettier-ignore
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)));
  });

  test('names every element that a page may have, the module of its class and the one that defines it', () => {
    assert.deepEqual(names(elements.map(({ tagName = '' }) => ({ name: tagName }))), embeddable.map((name) => `ambassador-${name}`).sort()); // prettier-ignore
    for (const widget of embeddable) {
      const module = manifest.modules.find(({ path }) => path === `define/${widget}.js`);
      const { name, module: path } = module?.exports?.[0]?.declaration ?? {};
      assert.equal(path, `${widget}/${widget}.js`);
      const declared = manifest.modules.find((each) => each.path === path)?.declarations ?? [];
      assert.ok(
        declared.some((each) => each.name === name),
        widget,
      );
    }
  });

  for (const widget of embeddable)
    describe(widget, () => {
      const element = elementOf(widget);
      const code = sources(`${widget}/**/*.ts`);

      test('has all of its attributes, and the values that the configurator offers', () => {
        const listed = /static override properties: PropertyDeclarations = \{([^]*?)\};/.exec(code)?.[1] ?? '';
        const own = [...listed.matchAll(/(\w+): \{([^}]*)\}/g)].map(([, name = '', options = '']) => /attribute: '([^']+)'/.exec(options)?.[1] ?? name); // prettier-ignore
        assert.ok(own.length > 0);
        assert.deepEqual(names(element.attributes), [...own, 'api', 'partner', 'theme'].sort());
        for (const option of embedOptions[widget]) {
          const described = element.attributes?.find(({ name }) => name === option.name);
          assert.ok(described, option.name);
          if (option.kind === 'flag') assert.equal(described.type?.text, 'boolean', option.name);
          if (option.kind === 'choice') for (const value of option.values) assert.ok(described.type?.text.includes(`'${value}'`) || !value, value); // prettier-ignore
        }
      });

      test('has all of its events, with their types', () => {
        const typed = [...code.matchAll(/^ {4}'(ambassador-[\w-]+)': (\w+Event);$/gm)].map(([, name, type]) => `${name} ${type}`); // prettier-ignore
        assert.ok(typed.length > 0);
        assert.deepEqual(unique((element.events ?? []).map(({ name, type }) => `${name} ${type.text}`)), unique(typed));
        const classes = manifest.modules.flatMap(({ declarations = [] }) => declarations).map(({ name }) => name);
        for (const { type } of element.events ?? []) assert.ok(classes.includes(type.text), type.text);
      });

      test('has all of its parts', () => {
        // Three buttons of a story take their name from their words' key.
        const named = widget === 'testimonials' ? ['share', 'report'] : [];
        const flame = /\bflame\(/.test(code) ? ['flame'] : [];
        assert.deepEqual(names(element.cssParts), unique([...partsIn(code), ...named, ...flame]));
      });

      test('has all of its custom properties', () => {
        const shared = ['host', 'tokens', ...(/buttonStyles/.test(code) ? ['button', 'field', 'visually-hidden'] : [])];
        const styles = [`${widget}/*.styles.ts`, ...shared.map((name) => `styles/${name}.styles.ts`)].map(sources);
        const used = [...styles.join('\n').matchAll(/var\((--ambassador-[\w-]+)/g)].map(([, name = '']) => name);
        assert.deepEqual(names(element.cssProperties), unique(used));
      });

      test('says something of each of them, and of itself', () => {
        const { attributes = [], events = [], cssParts = [], cssProperties = [], slots = [], members = [] } = element;
        for (const each of [...attributes, ...events, ...cssParts, ...cssProperties, ...slots, ...members])
          assert.match(each.description ?? '', /^[A-Z`].*\S/, each.name);
        for (const each of cssProperties) assert.ok(each.default, each.name);
        assert.match(element.summary ?? '', /\.$/);
        assert.ok(slots.some(({ name }) => name === ''));
      });

      test('shows nothing of its inside', () => {
        const inside = (element.members ?? []).filter(({ name, privacy }) => name.startsWith('#') || privacy === 'protected' || privacy === 'private'); // prettier-ignore
        assert.deepEqual(names(inside), []);
        assert.equal(new Set(names(element.members)).size, element.members?.length);
      });
    });
});

describe('what editors are told', () => {
  const data = editorData(manifest);
  const read = (name: string) => JSON.parse(data.get(name) ?? '') as Record<string, unknown>;
  const tags = embeddable.map((name) => `ambassador-${name}`);

  test('VS Code knows each tag, its attributes and their values', () => {
    const html = read('vscode.html-custom-data.json') as { tags: { name: string; attributes: { name: string; values: { name: string }[] }[] }[] }; // prettier-ignore
    assert.deepEqual(names(html.tags), tags.toSorted());
    for (const tag of html.tags)
      assert.deepEqual(names(tag.attributes), names(elements.find(({ tagName }) => tagName === tag.name)?.attributes));
    const layout = html.tags.find(({ name }) => name === 'ambassador-testimonials')?.attributes.find(({ name }) => name === 'layout'); // prettier-ignore
    assert.deepEqual(names(layout?.values), ['carousel', 'list', 'single', 'wall']);
  });

  test('VS Code knows each custom property once', () => {
    const { properties } = read('vscode.css-custom-data.json') as { properties: { name: string }[] };
    assert.deepEqual(names(properties), unique(elements.flatMap(({ cssProperties }) => names(cssProperties))));
  });

  test('JetBrains’ editors know each tag, by the name and version of the package', () => {
    const types = read('web-types.json') as { name: string; version: string; contributions: { html: { elements: { name: string; attributes: { name: string }[] }[] } } }; // prettier-ignore
    assert.deepEqual([types.name, types.version], ['ambassador-widgets', version]);
    assert.deepEqual(names(types.contributions.html.elements), tags.toSorted());
  });
});
