import { html, nothing, type TemplateResult } from '../../core.ts';
import type { StoryFormTerms } from '../../lang/story-form/terms.ts';

/** What every view is drawn from. */
export interface View {
  terms: StoryFormTerms;
  /** What is wrong, by field, once it may be said. */
  messages: ReadonlyMap<string, string>;
  /** A request is under way. */
  busy: boolean;
}

/** One text field. */
export interface TextField {
  name: string;
  label: unknown;
  hint: unknown;
  value: string;
  required?: boolean;
  rows?: number;
  /** Attributes of the platform that say what is typed. */
  type?: 'email' | 'url' | 'text';
  autocomplete?: AutoFill | 'nickname';
  inputmode?: 'numeric';
  lang?: string;
  input?: (value: string) => void;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

/** Where the message of a field stands: there before it says anything. */
export const errorOf = ({ messages }: View, name: string): TemplateResult =>
  html`<p class="error" id="${name}-error">${messages.get(name)}</p>`;

// Never left out: browsers would call what is only not filled in yet invalid.
export const invalid = ({ messages }: View, name: string): string => `${messages.has(name)}`;

/** Label, what to write with an example, the native control, its message. */
export function textField(view: View, field: TextField): TemplateResult {
  const { name, label, hint, value, required = false, rows, type = 'text', autocomplete = 'off', input } = field;
  const handleInput = (event: Event) => input?.(valueOf(event));
  const described = `${name}-hint ${name}-error`;
  const mark = html`<span class="mark"> (${required ? view.terms.required : view.terms.optional})</span>`;
  return html`<div class="field" part="field">
    <label for=${name}>${label}${mark}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${
      rows
        ? html`<textarea
            part="input"
            id=${name}
            name=${name}
            rows=${rows}
            lang=${field.lang ?? nothing}
            dir=${field.lang ? 'auto' : nothing}
            .value=${value}
            ?required=${required}
            aria-describedby=${described}
            aria-invalid=${invalid(view, name)}
            @input=${handleInput}
          ></textarea>`
        : html`<input
            part="input"
            id=${name}
            name=${name}
            type=${type}
            inputmode=${field.inputmode ?? nothing}
            autocomplete=${autocomplete}
            .value=${value}
            ?required=${required}
            aria-describedby=${described}
            aria-invalid=${invalid(view, name)}
            @input=${handleInput}
          />`
    }
    ${errorOf(view, name)}
  </div>`;
}

/** A choice from a list. */
export function selectField(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<div class="field" part="field">
    <label for=${name}>${label}</label>
    <select part="input" id=${name} name=${name} @change=${(event: Event) => choose(valueOf(event))}>
      ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
  </div>`;
}

/** A box to tick, or one of several choices. */
export function tick(
  view: View,
  group: string,
  choice: { value: string; text: unknown; checked: boolean; radio?: boolean; disabled?: boolean; input: () => void },
): TemplateResult {
  const { value, text, checked, radio = false, disabled = false, input } = choice;
  return html`<label class="check">
    <input
      type=${radio ? 'radio' : 'checkbox'}
      id="${group}-${value}"
      name=${group}
      value=${value}
      .checked=${checked}
      ?disabled=${disabled}
      aria-invalid=${invalid(view, group)}
      aria-describedby="${group}-error"
      @change=${input}
    />
    <span>${text}</span>
  </label>`;
}

/** The one action of a view. */
export function mainButton(view: View, text: string): TemplateResult {
  return html`<button class="button" part="button" aria-disabled=${view.busy ? 'true' : nothing}>
    ${view.busy ? view.terms.wait : text}
  </button>`;
}

/** Another action. */
export function quietButton(text: unknown, press: () => void, described: unknown = nothing): TemplateResult {
  return html`<button type="button" class="button quiet" aria-describedby=${described} @click=${press}>
    ${text}
  </button>`;
}

/** What stands above the button: it takes focus, which reads its heading. */
export function box(heading: unknown, content: unknown): TemplateResult {
  return html`<div class="box" part="box" role="group" aria-labelledby="box" tabindex="-1">
    <strong id="box">${heading}</strong>
    ${content}
  </div>`;
}
