import { fixture } from '@open-wc/testing';
import { waitUntil } from './wait-until.ts';

/**
 * Puts markup into the page as a page's own HTML would, and takes it out after the test.
 * @returns the first element of the markup
 */
export async function mount<E extends HTMLElement>(markup: string): Promise<E> {
  const holder = await fixture<HTMLElement>('<div></div>');
  holder.innerHTML = markup;
  return holder.firstElementChild as E;
}

/** What a widget has drawn, as text: its own shadow root, without the slotted light DOM. */
export function drawn(element: Element): string {
  return (element.shadowRoot?.querySelector('.base')?.textContent ?? '').replaceAll(/[ \n]+/g, ' ').trim();
}

/** Waits until a widget draws something of its own. */
export async function untilDrawn(element: Element): Promise<void> {
  await waitUntil(() => element.shadowRoot?.querySelector('.base'), `<${element.localName}> draws itself`);
}

/** Waits until all that is already on its way has arrived: answers, texts, renderings. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
  // Firefox reads bodies on another thread, one after the other: ours comes after those that are being read.
  await new Response('read').text();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Is the light DOM of a widget what the visitor sees? */
export function showsFallback(element: Element): boolean {
  const content = element.firstElementChild;
  return !!content?.assignedSlot && content.checkVisibility() && content.getBoundingClientRect().height > 0;
}
