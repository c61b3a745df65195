/**
 * Defines a tag unless it is taken. Our own class, of this or another version, may hold it
 * already: then the first one stays and nothing is said. Somebody else's class is left alone too,
 * with one warning, because a page cannot have two.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (!('ambassadorVersion' in taken))
    console.warn(`[${tag}] Another script has defined this tag. Remove one of the two. Nothing was sent.`);
}
