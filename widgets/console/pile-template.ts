import { flame, html, type TemplateResult } from '../core.ts';
import type { Desk } from './desk.ts';

/** One line of the list beside what is looked at. */
export interface PileLine {
  title: string;
  /** The first words. */
  text: string;
  note: string;
}

/** The list of what is there, beside the one thing that is looked at. */
export function pileList(
  desk: Desk,
  lines: readonly PileLine[],
  index: number,
  go: (index: number) => void,
): TemplateResult {
  return html`<nav class="pile" part="list" aria-label=${desk.terms.queue.list}>
    <ol>
      ${lines.map(
        ({ title, text, note }, place) =>
          html`<li>
            <button type="button" aria-current=${place === index ? 'true' : 'false'} @click=${() => go(place)}>
              <span class="title"><bdi>${title}</bdi></span>
              <span class="note">${note}</span>
              <span class="text" dir="auto">${text}</span>
            </button>
          </li>`,
      )}
    </ol>
  </nav>`;
}

/** Nothing is left, or nothing has come. */
export function emptyTemplate({ terms }: Desk, sentence: string, again: () => void): TemplateResult {
  return html`<div class="empty" part="empty">
    ${flame()}
    <h2 id="empty" tabindex="-1">${sentence}</h2>
    <p class="hint">${terms.emptyHint}</p>
    <button type="button" class="button quiet" part="button" @click=${again}>${terms.lookAgain}</button>
  </div>`;
}
