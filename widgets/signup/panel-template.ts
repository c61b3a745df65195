import { flame, html, type TemplateResult } from '../core.ts';
import type { FormView } from './field-template.ts';
import { formTemplate } from './form-template.ts';

/** What the form tells its element. */
export interface FormHandlers {
  touch(): void;
  input(event: Event): void;
  submit(event: Event): void;
}

/** Enter sends, in the longer text as in every other field. */
function handleKey(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  target.form?.requestSubmit();
}

/**
 * Heading and form. After a sign-up they are hidden, not removed, so that what was typed is still
 * there for whoever mistyped the address.
 */
export function panelTemplate(form: FormView, on: FormHandlers, box: unknown, hidden: boolean): TemplateResult {
  const { terms, shown } = form;
  return html`<div ?hidden=${hidden}>
    <div class="head">
      ${flame()}
      <h2 id="title" part="title">${terms.title(shown.club.city)}</h2>
      <p>${terms.lead}</p>
    </div>
    <form
      novalidate
      aria-labelledby="title"
      @focusin=${on.touch}
      @input=${on.input}
      @keydown=${handleKey}
      @submit=${on.submit}
    >
      ${formTemplate(form, box)}
    </form>
  </div>`;
}
