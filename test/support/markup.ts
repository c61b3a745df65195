import { parseFragment, type ChildNode, type DocumentFragment, type Element as Node } from 'parse5';

/** An element of a piece of markup, as a browser would make it that runs no script. */
export interface MarkupElement {
  tag: string;
  attributes: Record<string, string>;
  /** All text in it. */
  text: string;
  /** Every element in it, in order. */
  inside: MarkupElement[];
  /** Tags around it, the nearest last. */
  within: string[];
}

/** Every element of a piece of markup, in order. */
export function elementsOf(markup: string): MarkupElement[] {
  // What stands in <noscript> is elements for those who have no script: theirs is the reading that has more in it.
  return read(parseFragment(markup, { scriptingEnabled: false } as object) as DocumentFragment, []);
}

function read({ childNodes }: { childNodes: ChildNode[] }, within: string[]): MarkupElement[] {
  return childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const inside = read(node, [...within, node.tagName]);
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [{ tag: node.tagName, attributes, text: textOf(node).trim(), inside, within }, ...inside];
  });
}

function textOf(node: Node): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'tagName' in child ? textOf(child) : ''))
    .join('');
}
