/** Stands in for Lit's own class in the package, whose elements may have been drawn by a server. */
import { isServer, LitElement as Lit, ReactiveElement } from 'lit';

/** What a server has in place of a shadow root: nothing was drawn yet. */
const undrawn = { querySelector: () => null, querySelectorAll: () => [] };

/** A Lit element that takes its place where a server has drawn it. */
export class LitElement extends Lit {
  constructor() {
    super();
    if (isServer) Object.assign(this, { renderRoot: undrawn });
  }

  /**
   * A server knows nothing but the slot, and so does an element before its first answer: what the server drew is
   * replaced by the same, in one task. That needs no script for hydration and leaves no `<style>`.
   */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    // Not the one of `super`, which Lit's script for hydration replaces: nothing is left to hydrate.
    const create = Reflect.get(ReactiveElement.prototype, 'createRenderRoot') as () => ShadowRoot;
    return create.call(this);
  }
}
