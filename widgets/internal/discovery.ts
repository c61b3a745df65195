import type { Locale } from '../../api/contract/locales.ts';
import { bare, findAll, tellFailed } from './dom.ts';
import { localeOf } from './language.ts';

/** Fetches and defines one widget, in the language of its first element. */
export type LoadWidget = (widget: string, locale: Locale) => Promise<void>;

/**
 * Finds `ambassador-*` tags in the document, now and as they arrive, and has each of them loaded
 * once. Knows which widgets there are, so that a foreign tag of a similar name asks for nothing.
 * Elements inside another component's shadow root are found only if the tag also stands outside.
 */
export function discover(widgets: readonly string[], load: LoadWidget): void {
  const waiting = new Map(widgets.map((widget) => [`ambassador-${widget}`, widget]));
  const tags = [...waiting.keys()].join();
  const found = (element: Element) => {
    const tag = element.localName;
    const widget = waiting.get(tag);
    if (!widget) return;
    waiting.delete(tag);
    if (!waiting.size) observer.disconnect();
    const late = new Promise<void>((_resolve, reject) => setTimeout(reject, 8000, 'late'));
    Promise.race([load(widget, localeOf(element)), late]).catch((error: unknown) => {
      console.error(`[${tag}] Could not be loaded (${error}). Check script-src. The content between the tags stays.`);
      tellFailed(element);
    });
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) [node, ...node.querySelectorAll(tags)].forEach(found);
  });
  observer.observe(document, bare({ childList: true, subtree: true }));
  findAll(tags).forEach(found);
}
