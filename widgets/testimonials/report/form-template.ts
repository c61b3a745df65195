import { reportReasons } from '../../../api/contract/vocabulary.ts';
import type { html as Html, TemplateResult } from '../../core.ts';
import type { ReportTerms } from '../../lang/report/terms.ts';
import type { Problems } from './fields.ts';

/** What the form is drawn from. */
export interface ReportView {
  terms: ReportTerms;
  /** Whether somebody must say who they are. */
  named: boolean;
  problems: Problems;
  failure: string | undefined;
  sending: boolean;
  /** The page where the story is seen. */
  page: string;
  handleChange(event: Event): void;
  handleSubmit(event: Event): void;
}

type Field = 'reason' | 'text' | 'url' | 'name' | 'email';

/** The form, with the widget's own way to draw. */
export function formTemplate(html: typeof Html, view: ReportView): TemplateResult {
  const { terms, problems } = view;
  const mark = html`<span class="muted"> (${terms.required})</span>`;
  const needed = (name: Field) => view.named || name === 'reason' || name === 'url';
  const wrong = (name: Field | 'goodFaith') => (problems.has(name) ? 'true' : 'false');
  const error = (name: Field | 'goodFaith') =>
    html`<p class="error" id="report-${name}-error">${problems.get(name)}</p>`;
  const field = (name: Field, control: unknown, hint = '') =>
    html`<div class="field">
      <label for="report-${name}">${terms.labels[name]}${needed(name) ? mark : ''}</label>
      ${hint ? html`<p class="hint" id="report-${name}-hint">${hint}</p>` : ''} ${control} ${error(name)}
    </div>`;
  const described = (name: Field) => `report-${name}-hint report-${name}-error`;
  const line = (name: 'url' | 'name' | 'email', type: string, autocomplete: AutoFill, value = '') =>
    html`<input
      id="report-${name}"
      name=${name}
      type=${type}
      ?required=${needed(name)}
      value=${value}
      autocomplete=${autocomplete}
      aria-describedby=${described(name)}
      aria-invalid=${wrong(name)}
    />`;
  return html`<form
    class="report"
    novalidate
    tabindex="-1"
    aria-labelledby="report-title"
    @input=${view.handleChange}
    @submit=${view.handleSubmit}
  >
    <strong id="report-title">${terms.title}</strong>
    ${field(
      'reason',
      html`<select
        id="report-reason"
        name="reason"
        required
        aria-describedby=${described('reason')}
        aria-invalid=${wrong('reason')}
      >
        <option value="">${terms.choose}</option>
        ${reportReasons.map((reason) => html`<option value=${reason}>${terms.reasons[reason]}</option>`)}
      </select>`,
    )}
    ${field(
      'text',
      html`<textarea
        id="report-text"
        name="text"
        rows="3"
        ?required=${needed('text')}
        aria-describedby=${described('text')}
        aria-invalid=${wrong('text')}
      ></textarea>`,
      terms.explain,
    )}
    ${field('url', line('url', 'url', 'off', view.page))} ${field('name', line('name', 'text', 'name'))}
    ${field('email', line('email', 'email', 'email'), `${terms.example}. ${terms.who}`)}
    <label class="check">
      <input
        type="checkbox"
        name="goodFaith"
        required
        aria-describedby="report-goodFaith-error"
        aria-invalid=${wrong('goodFaith')}
      />
      <span>${terms.goodFaith}${mark}</span>
    </label>
    ${error('goodFaith')}
    <div class="visually-hidden" inert>
      <label for="report-website">Website</label>
      <input id="report-website" name="website" type="text" tabindex="-1" autocomplete="off" />
    </div>
    ${view.failure ? html`<p class="error">${view.failure} ${terms.kept}</p>` : ''}
    <button class="button" aria-disabled=${view.sending ? 'true' : 'false'}>
      ${view.sending ? terms.sending : terms.send}
    </button>
  </form>`;
}
