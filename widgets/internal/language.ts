import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { matchLocale, type Locale } from '../../api/contract/locales.ts';
import { bare, ofDocument } from './dom.ts';

/** The nodes in which a `lang` attribute decides for this element: its root, and the roots of the hosts around it. */
function rootsOf(element: Element): Node[] {
  const roots: Node[] = [];
  for (let node: Element | undefined = element; node;) {
    const root = node.getRootNode();
    roots.push(root);
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return roots;
}

/** The supported language of an element: the nearest `lang`, through shadow hosts, else the document's, else French. */
export function localeOf(element: Element): Locale {
  const page = matchLocale(ofDocument('documentElement')?.getAttribute('lang'), 'fr');
  for (let node: Element | undefined = element; node;) {
    const tag = node.closest('[lang]')?.getAttribute('lang');
    if (tag != null) return matchLocale(tag, page);
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return page;
}

/** Tells its host in which language it stands, on connection and whenever a `lang` around it changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #speak: (locale: Locale) => void;
  readonly #observer = new MutationObserver(() => this.#check());
  #locale: Locale | undefined;

  constructor(host: ReactiveControllerHost & Element, speak: (locale: Locale) => void) {
    this.#host = host;
    this.#speak = speak;
    host.addController(this);
  }

  hostConnected(): void {
    // Only `lang` attributes wake the observer, so a busy page costs nothing.
    for (const root of rootsOf(this.#host))
      this.#observer.observe(root, bare({ attributeFilter: ['lang'], subtree: true }));
    this.#check();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #check(): void {
    const locale = localeOf(this.#host);
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.#speak(locale);
  }
}
