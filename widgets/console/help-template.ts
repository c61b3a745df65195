import { html, type TemplateResult } from '../core.ts';
import type { Desk } from './desk.ts';
import type { Keyboard } from './keyboard.ts';

/** The keys of each line of the help. */
const keysOf = {
  next: ['J', '→'],
  previous: ['K', '←'],
  approve: ['A'],
  refuse: ['R'],
  feature: ['F'],
  tags: ['T'],
  captions: ['C'],
  undo: ['U'],
  reason: ['1', '…', '0'],
  send: ['Ctrl', 'Enter'],
  cancel: ['Esc'],
  help: ['?'],
} as const;

/** What each key does, and the switch that turns them off (WCAG 2.1.4). */
export function helpTemplate({ terms, query }: Desk, keyboard: Keyboard): TemplateResult {
  const words = terms.keyboard;
  return html`<dialog part="help" aria-labelledby="help">
    <h2 id="help">${words.title}</h2>
    <label class="check">
      <input type="checkbox" .checked=${keyboard.active} @change=${() => keyboard.toggle()} />
      <span>${keyboard.active ? words.on : words.off}</span>
    </label>
    <dl class="keys">
      ${Object.entries(keysOf).map(
        ([name, keys]) =>
          html`<div>
            <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${words.does[name as keyof typeof keysOf]}</dd>
          </div>`,
      )}
    </dl>
    <p class="hint">${words.note}</p>
    <button
      type="button"
      class="button quiet"
      part="button"
      @click=${() => query<HTMLDialogElement>('dialog')?.close()}
    >
      ${words.close}
    </button>
  </dialog>`;
}
