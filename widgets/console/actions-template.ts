import { html, nothing, type TemplateResult } from '../core.ts';

/** A button with the key that does the same. */
export interface Action {
  label: string;
  run(): void;
  key?: string;
  /** The one that is meant most often. */
  main?: boolean;
  /** Cannot be used now; it stays where it is, keeps the focus, and says why when it is pressed. */
  off?: boolean;
  /** Shown in place of the words, which are then said alone. */
  sign?: string;
}

/** A button; its key is shown while keys do something. */
export function actionButton(action: Action, keys: boolean): TemplateResult {
  const { label, key, run, main, off, sign } = action;
  return html`<button
    type="button"
    part="button"
    class="button ${main ? '' : 'quiet'}"
    aria-keyshortcuts=${keys && key ? key : nothing}
    aria-disabled=${off ? 'true' : 'false'}
    @click=${run}
  >
    ${sign ? html`<span aria-hidden="true">${sign}</span><span class="visually-hidden">${label}</span>` : label}${keys && key ? html` <kbd aria-hidden="true">${key.toUpperCase()}</kbd>` : nothing}
  </button>`;
}
