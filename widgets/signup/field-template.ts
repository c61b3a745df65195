import type { CircleView, PartnerView } from '../../api/contract/partner.ts';
import { html, nothing, type TemplateResult } from '../core.ts';
import type { CheckName, TextField } from './fields.ts';
import type { SignupTerms } from '../lang/terms.ts';

/** What the form is drawn from. The controls keep their own values: nothing here writes them. */
export interface FormView {
  terms: SignupTerms;
  shown: PartnerView;
  /** What is wrong, by field, once it may be said. */
  messages: ReadonlyMap<string, string>;
  /** How many characters the sentence has room for. */
  left: number;
  /** The circle that the page proposes. */
  circle: string | null | undefined;
  sending: boolean;
}

/** Where the message of a field stands. It is there before it says anything, so nothing is moved by its arrival. */
const errorOf = (form: FormView, name: string) =>
  html`<p class="error" id="${name}-error">${form.messages.get(name)}</p>`;

// Never left out: browsers would call a box that is only not ticked yet invalid.
const invalid = (form: FormView, name: string) => (form.messages.has(name) ? 'true' : 'false');

const requiredMark = (form: FormView) => html`<span class="mark"> (${form.terms.required})</span>`;

/** One text field: label, what to write with an example, the native control, its message. */
export function textField(form: FormView, field: TextField): TemplateResult {
  const { name, type = 'text', autocomplete, required = false } = field;
  const { terms } = form;
  const described = `${name}-hint ${name}-error`;
  // A sentence needs room to be read over; Enter sends it like every other field.
  const control =
    name === 'sentence'
      ? html`<textarea
          part="input"
          id=${name}
          name=${name}
          rows="3"
          enterkeyhint="send"
          aria-describedby=${described}
          aria-invalid=${invalid(form, name)}
        ></textarea>`
      : html`<input
          part="input"
          id=${name}
          name=${name}
          type=${type}
          autocomplete=${autocomplete}
          ?required=${required === true}
          aria-describedby=${described}
          aria-invalid=${invalid(form, name)}
        />`;
  const hint = name === 'sentence' ? terms.left(form.left) : terms.hints[name];
  return html`<div class="field" part="field">
    <label for=${name}>${terms.labels[name]}${required ? requiredMark(form) : nothing}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${control} ${errorOf(form, name)}
  </div>`;
}

/** The circles as cards: the whole card is the label of its radio button. */
export function circleField(form: FormView): TemplateResult {
  const card = ({ id, name, description, byInvitation }: CircleView, index: number) =>
    html`<div class="card ${byInvitation ? 'invited' : ''}" part="circle">
      <input
        type="radio"
        name="circle"
        id="circle-${index}"
        value=${id}
        ?checked=${id === form.circle}
        required
        aria-invalid=${invalid(form, 'circle')}
        aria-describedby="about-${index} circle-error"
      />
      <label for="circle-${index}">${name}</label>
      <p class="hint" id="about-${index}">${description}</p>
    </div>`;
  return html`<fieldset role="radiogroup" aria-required="true" aria-invalid=${invalid(form, 'circle')}>
    <legend>${form.terms.labels.circle}${requiredMark(form)}</legend>
    ${form.shown.circles.map(card)} ${errorOf(form, 'circle')}
  </fieldset>`;
}

/**
 * One box to tick, with the sentence that is kept as proof of what was agreed to.
 * @param extra what follows the sentence
 */
export function checkField(
  form: FormView,
  name: CheckName,
  required = false,
  extra: unknown = nothing,
): TemplateResult {
  return html`<div class="tick">
    <label class="check">
      <input
        type="checkbox"
        id=${name}
        name=${name}
        ?required=${required}
        aria-describedby="${name}-error"
        aria-invalid=${invalid(form, name)}
      />
      <span>${form.shown.consents[name]}${required ? requiredMark(form) : nothing}</span>
    </label>
    ${extra} ${errorOf(form, name)}
  </div>`;
}
