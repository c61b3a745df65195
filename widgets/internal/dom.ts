/**
 * Reads of the page that no page can bend. `document.x` answers with `<img name="x">` when the
 * page has one (DOM clobbering), so the real getters are taken from the prototype; and option
 * bags are read by the platform through `Object.prototype`, so ours have none.
 */

/** The document's own property, whatever elements are named after it. */
export function ofDocument<K extends keyof Document>(key: K): Document[K] {
  return Reflect.get(Document.prototype, key, document) as Document[K];
}

/** A copy without a prototype: what is missing stays missing on a page that pollutes `Object.prototype`. */
export function bare<T extends object>(options: T): T {
  return Object.assign(Object.create(null) as T, options);
}

/** Tells the page that an element cannot show itself. What is between its tags is shown. */
export function tellFailed(element: Element): void {
  element.dispatchEvent(new Event('ambassador-load-error', bare({ bubbles: true, composed: true })));
}

/** The elements of the document that match a selector. */
export function findAll(selector: string): NodeListOf<Element> {
  return Document.prototype.querySelectorAll.call(document, selector);
}
