import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { matchLocale, type Locale } from '../../api/contract/locales.ts';
import { bare, ofDocument } from './dom.ts';

/** An element and the shadow hosts around it, from the inside out: each stands in a root of its own. */
function* withHosts(element: Element): Generator<Element> {
  for (let node: Element | undefined = element; node;) {
    yield node;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
}

// From the prototype: the nearest `lang` may be on a form that has a field named "getAttribute".
const languageTag = (element: Element) => Element.prototype.getAttribute.call(element, 'lang');

/** The supported language of an element: the nearest `lang`, through shadow hosts, else the document's, else French. */
export function localeOf(element: Element): Locale {
  const page = matchLocale(languageTag(ofDocument('documentElement')), 'fr');
  for (const node of withHosts(element)) {
    const near = node.closest('[lang]');
    if (near) return matchLocale(languageTag(near), page);
  }
  return page;
}

/** Tells its host in which language it stands, on connection and whenever a `lang` around it changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #speak: (locale: Locale) => void;
  readonly #observer = new MutationObserver(() => this.#check());

  constructor(host: ReactiveControllerHost & Element, speak: (locale: Locale) => void) {
    this.#host = host;
    this.#speak = speak;
    host.addController(this);
  }

  hostConnected(): void {
    // Only `lang` attributes wake the observer, so a busy page costs nothing.
    for (const node of withHosts(this.#host))
      this.#observer.observe(node.getRootNode(), bare({ attributeFilter: ['lang'], subtree: true }));
    this.#check();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #check(): void {
    this.#speak(localeOf(this.#host));
  }
}
