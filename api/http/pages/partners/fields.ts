/** Markup of what is said of a partner: the same for staff and for a partner's own people. */
import { html, raw } from 'hono/html';
import type { FieldProblem } from '../../../contract/codes.ts';
import { locales, type Locale } from '../../../contract/locales.ts';
import { partnerKinds } from '../../../contract/vocabulary.ts';
import { termsFor } from '../../../lang/index.ts';
import { partnerPages } from '../../../lang/partners/index.ts';
import { fieldErrors } from '../field-errors.ts';
import type { Html } from '../layout.ts';
import { contactRows, fieldsWrong, formFields, sentencesOf, type FormFieldName, type Values } from './values.ts';

export interface FieldsView {
  locale: Locale;
  /** The club's own language, in which a name has to be there. */
  first: Locale;
  values: Values;
  errors: readonly FieldProblem[];
}

/** What a form says of its errors. */
export function refusedOf({ locale, values, errors }: FieldsView) {
  const sentences = sentencesOf(partnerPages[locale], values, errors);
  const groups = ['languages', 'contacts'] as const;
  return fieldErrors({ locale, errors: fieldsWrong(errors), fields: formFields, sentences, groups });
}

type Refused = ReturnType<typeof refusedOf>;

interface Line {
  name: FormFieldName;
  label: string | Html;
  hint?: string;
  required?: boolean;
  attributes?: Html;
}

function label({ locale }: FieldsView, { name, label: text, required }: Line): Html {
  const { join } = termsFor(locale);
  return html`<label for="${name}">${text} ${required ? html`<span class="mark">${join.required}</span>` : ''}</label>`;
}

const hintOf = ({ name, hint }: Line): Html | string =>
  hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`;

/** A field of one line. */
export function lineField(view: FieldsView, refused: Refused, line: Line): Html {
  const { name, hint, required } = line;
  return html`<div class="field">
    ${label(view, line)} ${hintOf(line)} ${refused.errorOf(name)}
    <input
      id="${name}"
      name="${name}"
      value="${view.values.get(name) ?? ''}"
      ${line.attributes ?? raw('type="text" autocomplete="off"')}
      ${required ? raw('required') : ''}
      ${refused.described(name, hint !== undefined)}
    />
  </div>`;
}

/** A field in which each line is one. */
function linesField(view: FieldsView, refused: Refused, line: Line): Html {
  const { name } = line;
  const text = view.values.get(name) ?? '';
  const rows = Math.min(10, Math.max(2, text.split('\n').length + 1));
  return html`<div class="field">
    ${label(view, line)} ${hintOf(line)} ${refused.errorOf(name)}
    <textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      spellcheck="false"
      autocapitalize="off"
      autocomplete="off"
      ${line.required ? raw('required') : ''}
      ${refused.described(name, true)}
    >
${text}</textarea>
  </div>`;
}

/** A name for each language. */
export function nameFields(view: FieldsView, refused: Refused): Html {
  const { labels, hints } = partnerPages[view.locale];
  const ordered = [view.first, ...locales.filter((locale) => locale !== view.first)];
  return html`<fieldset aria-describedby="names-hint">
    <legend>${labels.names}</legend>
    <p class="hint" id="names-hint">${hints.names}</p>
    <div class="pairs">
      ${ordered.map((locale) =>
        lineField(view, refused, {
          name: `name-${locale}`,
          label: html`<span lang="${locale}">${termsFor(locale).site.languageName}</span>`,
          required: locale === view.first,
          attributes: html`type="text" autocomplete="off" lang="${locale}"`,
        }),
      )}
    </div>
  </fieldset>`;
}

export function kindField(view: FieldsView, refused: Refused): Html {
  const { labels, kinds } = partnerPages[view.locale];
  const line = { name: 'kind', label: labels.kind } as const;
  const chosen = view.values.get('kind') ?? '';
  return html`<div class="field">
    ${label(view, line)} ${refused.errorOf('kind')}
    <select id="kind" name="kind" ${refused.described('kind', false)}>
      ${partnerKinds.map(
        (kind) => html`<option value="${kind}" ${kind === chosen ? raw('selected') : ''}>${kinds[kind]}</option>`,
      )}
    </select>
  </div>`;
}

/** Whose pages may carry the widgets. */
export function placeFields(view: FieldsView, refused: Refused): Html {
  const { labels, hints, sections } = partnerPages[view.locale];
  return html`<fieldset>
    <legend>${sections.where}</legend>
    ${linesField(view, refused, { name: 'origins', label: labels.origins, hint: hints.origins, required: true })}
    <div class="box">
      <label>
        <input
          type="checkbox"
          name="allowsLocal"
          aria-describedby="allowsLocal-hint"
          ${view.values.has('allowsLocal') ? raw('checked') : ''}
        />
        <span>${labels.allowsLocal}</span>
      </label>
      <p class="hint" id="allowsLocal-hint">${hints.allowsLocal}</p>
    </div>
  </fieldset>`;
}

/** Where visitors are led back to, the colour and the languages. */
export function lookFields(view: FieldsView, refused: Refused): Html {
  const { labels, hints, sections } = partnerPages[view.locale];
  return html`<fieldset>
      <legend>${sections.look}</legend>
      ${lineField(view, refused, {
        name: 'accent',
        label: labels.accent,
        hint: hints.accent,
        attributes: raw('type="text" autocomplete="off" spellcheck="false" maxlength="7" class="short"'),
      })}
      ${linesField(view, refused, { name: 'returnUrls', label: labels.returnUrls, hint: hints.returnUrls })}
    </fieldset>
    <fieldset ${refused.described('languages', true)}>
      <legend>${labels.languages}</legend>
      <p class="hint" id="languages-hint">${hints.languages}</p>
      ${refused.errorOf('languages')}
      <div class="ticks">
        ${locales.map(
          (locale, index) =>
            html`<div class="box">
              <label>
                <input
                  type="checkbox"
                  id="languages-${index}"
                  name="language-${locale}"
                  ${view.values.has(`language-${locale}`) ? raw('checked') : ''}
                />
                <span lang="${locale}">${termsFor(locale).site.languageName}</span>
              </label>
            </div>`,
        )}
      </div>
    </fieldset>`;
}

export function contactFields(view: FieldsView, refused: Refused): Html {
  const { labels, hints, sections } = partnerPages[view.locale];
  const field = (index: number, part: 'name' | 'email') => {
    const name = `contacts-${index}-${part}`;
    // The first one is where the summary of errors leads.
    const id = index === 0 && part === 'name' ? 'contacts-0' : name;
    return html`<div class="field">
      <label for="${id}">${part === 'name' ? labels.contactName : labels.contactEmail}</label>
      <input
        id="${id}"
        name="${name}"
        type="${part === 'name' ? 'text' : 'email'}"
        autocomplete="off"
        value="${view.values.get(name) ?? ''}"
      />
    </div>`;
  };
  return html`<fieldset ${refused.described('contacts', true)}>
    <legend>${sections.contacts}</legend>
    <p class="hint" id="contacts-hint">${hints.contacts}</p>
    ${refused.errorOf('contacts')}
    ${Array.from(
      { length: contactRows(view.values) },
      (_, index) =>
        html`<div class="pairs" role="group" aria-label="${sections.contacts} ${index + 1}">
          ${field(index, 'name')} ${field(index, 'email')}
        </div>`,
    )}
  </fieldset>`;
}
