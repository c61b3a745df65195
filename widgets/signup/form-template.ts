import { flame, html, nothing, type TemplateResult } from '../core.ts';
import type { SignupTerms } from '../lang/terms.ts';
import { checkField, circleField, textField, type FormView } from './field-template.ts';
import { consents, identity, invitation, more } from './fields.ts';

/** A link of the club. Only web addresses: what an answer says is never run. */
function clubLink(terms: SignupTerms, url: string, text: string): TemplateResult {
  return html`<a class="link" href=${/^https?:/.test(url) ? url : nothing} target="_blank" rel="noopener"
    >${text} (${terms.newTab})</a
  >`;
}

/**
 * What is inside the `<form>`.
 * @param form what to draw
 * @param box what stands above the button: fields to correct, or why nothing could be sent
 */
export function formTemplate(form: FormView, box: unknown): TemplateResult {
  const { terms, shown, sending } = form;
  const { notice } = shown;
  return html`
    <div class="row">${identity.map((field) => textField(form, field))}</div>
    ${circleField(form)}
    <div class="code">${textField(form, invitation)}</div>
    <details class="more" part="more">
      <summary>${terms.more}</summary>
      <div class="row">${more.map((field) => textField(form, field))}</div>
    </details>
    <fieldset>
      <legend>${terms.wishes}</legend>
      ${consents.map((name) => checkField(form, name))}
    </fieldset>
    <fieldset>
      <legend>${terms.agreements}</legend>
      ${checkField(form, 'age15', true)}
      ${checkField(
        form,
        'charter',
        true,
        html`<p class="beside">${clubLink(terms, shown.charter.url, terms.readCharter)}</p>`,
      )}
    </fieldset>
    <details class="notice" part="notice">
      <summary>${terms.notice}</summary>
      <dl>
        ${notice.sections.map(
          ({ title, text }) =>
            html`<dt>${title}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
      <p>${clubLink(terms, notice.url, terms.policy)}</p>
    </details>
    <div class="visually-hidden" inert>
      <label for="website">Website</label>
      <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
    </div>
    ${box}
    <button class="button" part="button" aria-disabled=${sending ? 'true' : nothing}>
      ${sending ? html`${flame()} ${terms.sending}` : terms.submit}
    </button>
  `;
}
