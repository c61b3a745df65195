import { locales, type Locale } from '../../../api/contract/locales.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { refusalReasons, type RefusalReason } from '../../../api/contract/vocabulary.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { languageName } from '../dates.ts';
import type { Desk } from '../desk.ts';
import type { Statement } from './statement.ts';

/** What the form of a statement tells its panel. */
export interface StatementHandlers {
  send(): void;
  cancel(): void;
}

/** The form of a statement, with what its reader will see. */
export function statementTemplate(
  desk: Desk,
  statement: Statement,
  name: string,
  busy: boolean,
  on: StatementHandlers,
): TemplateResult {
  const { terms } = desk;
  const words = terms.statement;
  const { kind, problem, reader } = statement;
  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') on.cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) on.send();
    else return;
    event.preventDefault();
  };
  return html`<form
    class="statement"
    part="statement"
    novalidate
    aria-labelledby="statement"
    @keydown=${handleKey}
    @submit=${(event: Event) => {
      event.preventDefault();
      on.send();
    }}
  >
    <h3 id="statement" tabindex="-1">${words.titles[kind](name)}</h3>
    ${statement.needsReason ? reasonField(desk, statement) : nothing}
    <div class="field">
      <div class="between">
        <label for="text">${words.text[reader]}</label>
        ${languageField(desk, statement)}
      </div>
      <p class="hint" id="text-hint">${words.textHint}</p>
      <textarea
        id="text"
        rows="4"
        maxlength=${storyLimits.reason}
        lang=${statement.language}
        dir="auto"
        required
        aria-describedby="text-hint text-error"
        aria-invalid=${problem === 'text' || problem === 'unreadable' ? 'true' : 'false'}
        .value=${statement.text}
        @input=${(event: Event) => {
          statement.write((event.target as HTMLTextAreaElement).value);
          desk.redraw();
        }}
      ></textarea>
      <p class="error" id="text-error" role="alert">
        ${problem === 'text' ? words.textMissing : problem === 'unreadable' ? words.textUnreadable : nothing}
      </p>
    </div>
    ${preview(desk, statement)}
    <p class="ways">
      <button class="button" part="button" aria-disabled=${busy ? 'true' : 'false'}>${words.send[kind]}</button>
      <button type="button" class="button quiet" @click=${on.cancel}>${terms.cancel}</button>
    </p>
  </form>`;
}

function reasonField(desk: Desk, statement: Statement): TemplateResult {
  const { terms, keys } = desk;
  const words = terms.statement;
  const choice = (reason: RefusalReason, index: number) =>
    html`<label class="check reason">
      <input
        type="radio"
        name="reason"
        value=${reason}
        .checked=${statement.reason === reason}
        aria-describedby="reason-error"
        @change=${() => {
          statement.choose(reason);
          desk.redraw();
        }}
      />
      <span>${words.reasons[reason]}</span>
      ${keys && index < 10 ? html`<kbd aria-hidden="true">${(index + 1) % 10}</kbd>` : nothing}
    </label>`;
  return html`<fieldset
    class="reasons"
    aria-invalid=${statement.problem === 'reason' ? 'true' : 'false'}
    role="radiogroup"
    aria-required="true"
  >
    <legend>${words.reason}</legend>
    ${keys ? html`<p class="hint">${words.reasonHint}</p>` : nothing}
    <div class="grid">${refusalReasons.map(choice)}</div>
    <p class="error" id="reason-error" role="alert">
      ${statement.problem === 'reason' ? words.reasonMissing : nothing}
    </p>
  </fieldset>`;
}

function languageField(desk: Desk, statement: Statement): TemplateResult {
  return html`<label class="small">
    <span class="visually-hidden">${desk.terms.statement.language}</span>
    <select
      @change=${(event: Event) => {
        statement.speak((event.target as HTMLSelectElement).value as Locale);
        desk.redraw();
      }}
    >
      ${locales.map(
        (locale) =>
          html`<option value=${locale} .selected=${statement.language === locale}>
            ${languageName(locale, desk.locale)}
          </option>`,
      )}
    </select>
  </label>`;
}

/** What will be read, in the reader's language: the words as typed, within the mail that names the reason. */
function preview({ terms }: Desk, { reader, reason, text, language, needsReason }: Statement): TemplateResult {
  const words = terms.statement;
  return html`<div class="preview">
    <h4>${words.preview[reader]}</h4>
    ${reason ? html`<p><strong>${words.reasons[reason]}</strong></p>` : nothing}
    <p class="verbatim" lang=${language} dir="auto">${text}</p>
    ${needsReason ? html`<p class="hint">${words.previewNote}</p>` : nothing}
  </div>`;
}
