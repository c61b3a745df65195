/** Reading a page as a browser reads it. */
import assert from 'node:assert/strict';
import { parse, type Attribute, type ChildNode, type Element } from 'parse5';

const isElement = (node: ChildNode): node is Element => 'tagName' in node;

/** Every element of a page, in its order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (nodes: ChildNode[]) => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      found.push(node);
      walk(node.childNodes);
    }
  };
  walk((parse(html) as unknown as Element).childNodes);
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one: Attribute) => one.name === name)?.value;
}

/** The text in an element. */
export function textOf(element: Element): string {
  return element.childNodes
    .map((node) => (isElement(node) ? textOf(node) : 'value' in node ? (node as { value: string }).value : ''))
    .join('');
}

/** All elements of a name, or of a name and a class. */
export function all(html: string, tag: string, className?: string): Element[] {
  return elementsOf(html).filter(
    (one) =>
      one.tagName === tag && (className === undefined || attribute(one, 'class')?.split(' ').includes(className)),
  );
}

export function meta(html: string, name: string): string | undefined {
  const found = all(html, 'meta').find((one) => attribute(one, 'property') === name || attribute(one, 'name') === name);
  return found && attribute(found, 'content');
}

const linkAttributes = ['href', 'src', 'action', 'formaction', 'poster', 'data'];

/** Nothing on this page runs, loads or leads where a visitor's words wanted it to. */
export function assertHarmless(html: string): void {
  for (const element of elementsOf(html)) {
    const { tagName, attrs } = element;
    assert.ok(!['iframe', 'object', 'embed', 'base', 'style', 'animate', 'foreignobject'].includes(tagName), tagName);
    if (tagName === 'script') {
      const own =
        ['/widgets/1/loader.js', '/assets/copy.js', '/assets/frame-child.js'].includes(
          attribute(element, 'src') ?? '',
        ) || attribute(element, 'type') === 'application/ld+json';
      assert.ok(own, 'a script that is not ours');
    }
    for (const { name, value } of attrs) {
      assert.ok(!/^on/i.test(name), `${tagName} has ${name}`);
      assert.ok(!['srcdoc', 'style', 'autofocus'].includes(name), `${tagName} has ${name}`);
      if (linkAttributes.includes(name))
        assert.match(value, /^(?:https?:\/\/|\/|#|mailto:\?)/, `${tagName} ${name}=${value}`);
    }
  }
}
