/** Markup of the form without JavaScript. Native controls, real labels, errors beside fields and on top. */
import { html, raw } from 'hono/html';
import type { Club } from '../../contract/club.ts';
import type { FieldProblem, ProblemCode } from '../../contract/codes.ts';
import { limits } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import type { ConsentTexts } from '../../domain/ports.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { termsFor, type ServerTerms } from '../../lang/index.ts';
import type { FormField } from '../../lang/terms.ts';
import { flame, withLang, type Html } from './layout.ts';
import { returnKey } from './way-back.ts';

export interface FormView {
  club: Club;
  publicUrl: string;
  partner: Partner;
  consent: ConsentTexts;
  framed: boolean;
  locale: Locale;
  values: Map<string, string>;
  errors: FieldProblem[];
  problem?: ProblemCode;
  action: string;
  token: string;
  title: string;
  /** Name of the partner that sent the visitor; nothing on the club's own page. */
  via: string | undefined;
  /** The link back to its site. */
  back: Html | string;
  /** Where that leads to: it goes with the form. */
  returnUrl: string | undefined;
}

interface Field {
  name: FormField;
  type?: 'email';
  autocomplete: string;
  required?: boolean;
  max: number;
}

const mainFields: Field[] = [
  { name: 'firstName', autocomplete: 'given-name', required: true, max: limits.firstName },
  { name: 'email', type: 'email', autocomplete: 'email', required: true, max: limits.email },
];
const moreFields: Field[] = [
  { name: 'lastName', autocomplete: 'family-name', max: limits.lastName },
  { name: 'place', autocomplete: 'off', max: limits.place },
  { name: 'organisation', autocomplete: 'organization', max: limits.organisation },
  { name: 'sentence', autocomplete: 'off', max: limits.sentence },
];
const wishes = ['newsletter', 'public', 'introductions'] as const;

/** Only a clear yes is a consent: plain HTML forms also send `newsletter=0`. */
export function isTicked(values: Map<string, string>, name: string): boolean {
  return /^(?:on|1|true|yes)$/i.test(values.get(name) ?? '');
}

/** The whole form, as it stands on its page or in a frame. */
export function joinForm(view: FormView): Html {
  const terms = termsFor(view.locale);
  const { join } = terms;
  const moreOpen = moreFields.some(({ name }) => view.values.get(name) || errorOf(view, name));
  const body = html`<h1>${flame}${view.title}</h1>
    <p class="lead">${join.lead}</p>
    ${view.via || view.back ? html`<p class="via">${view.via ? join.via(view.via) : ''} ${view.back}</p>` : ''}
    ${summary(view, terms)}
    <form method="post" action="${view.action}" class="join" novalidate>
      ${hiddenFields(view)}
      <p class="hint">${join.requiredNote}</p>
      ${mainFields.map((field) => textField(view, terms, field))} ${circles(view, terms)}
      <details ${moreOpen ? raw('open') : ''}>
        <summary>${join.more}</summary>
        ${moreFields.map((field) => textField(view, terms, field))}
      </details>
      <fieldset>
        <legend>${join.agreements}</legend>
        ${box(view, terms, 'age15', 'on', true)} ${box(view, terms, 'charter', view.club.charter.version, true)}
        <p>
          <a href="${withLang(paths.charter, view.locale)}" target="_blank">${join.readCharter}</a>
          (${terms.site.newTab})
        </p>
      </fieldset>
      <fieldset>
        <legend>${join.wishes}</legend>
        ${wishes.map((name) => box(view, terms, name, 'on', false))}
      </fieldset>
      <details class="notice">
        <summary>${join.notice}</summary>
        ${view.consent.notice.map(
          ({ title, text }) =>
            html`<h3>${title}</h3>
              <p>${text}</p>`,
        )}
      </details>
      <p class="trap" aria-hidden="true">
        <label for="website">${join.trap}</label>
        <input id="website" name="website" tabindex="-1" autocomplete="off" value="" />
      </p>
      <button class="button">${join.submit}</button>
    </form>`;
  return view.framed
    ? html`<main class="embed-join">${body}</main>`
    : html`<article class="document">${body}</article>`;
}

/** What is shown when the form was taken. */
export function sentMessage(view: {
  locale: Locale;
  email: string;
  again: string;
  framed: boolean;
  back: Html | string;
}): Html {
  const { sent } = termsFor(view.locale).join;
  const body = html`${flame}
    <h1>${sent.title}</h1>
    <p class="lead">${sent.text(view.email)}</p>
    <ul class="points">
      ${sent.points.map((point) => html`<li>${point}</li>`)}
    </ul>
    ${view.back}
    <p><a href="${view.again}">${sent.again}</a></p>`;
  return view.framed ? html`<main class="message">${body}</main>` : html`<section class="message">${body}</section>`;
}

function errorOf(view: FormView, name: string): FieldProblem | undefined {
  return view.errors.find((error) => error.field === name);
}

function errorText(view: FormView, terms: ServerTerms, error: FieldProblem): string {
  const max = [...mainFields, ...moreFields].find(({ name }) => name === error.field)?.max;
  return terms.fieldError(error.field, error.code, max);
}

function summary(view: FormView, terms: ServerTerms): Html | string {
  if (view.problem) {
    const { title, text } = terms.problems[view.problem];
    return html`<div class="errors" role="alert">
      <h2>${title}</h2>
      <p>${text}</p>
    </div>`;
  }
  if (view.errors.length === 0) return '';
  return html`<div class="errors" role="alert">
    <h2>${terms.join.errorsTitle(view.errors.length)}</h2>
    <ul>
      ${view.errors.map((error) => html`<li><a href="#${targetOf(view, error)}">${errorText(view, terms, error)}</a></li>`)}
    </ul>
  </div>`;
}

/** A group is reached through its first button. */
function targetOf(view: FormView, error: FieldProblem): string {
  return error.field === 'circle' ? `circle-${view.club.circles[0]!.id}` : error.field;
}

function hiddenFields(view: FormView): Html {
  const hidden: [string, string][] = [
    ['partner', view.partner.slug],
    ['language', view.locale],
    ['token', view.token],
    ...(view.returnUrl === undefined ? [] : [[returnKey, view.returnUrl] satisfies [string, string]]),
    ...Array.from(view.values).filter(([name]) => /^(?:utm_\w+|referrer|ambassador)$/.test(name)),
  ];
  return html`${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

function textField(view: FormView, terms: ServerTerms, field: Field): Html {
  const { name } = field;
  const { join } = terms;
  const error = errorOf(view, name);
  const hint = join.hints[name];
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return html`<div class="field field-${name}">
    <label for="${name}"
      >${join.labels[name]} <span class="mark">${field.required ? join.required : join.optional}</span></label
    >
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
    ${error ? html`<p class="error" id="${name}-error">${errorText(view, terms, error)}</p>` : ''}
    <input
      id="${name}"
      name="${name}"
      type="${field.type ?? 'text'}"
      autocomplete="${field.autocomplete}"
      value="${view.values.get(name) ?? ''}"
      ${field.required ? raw('required') : ''}
      ${described ? html`aria-describedby="${described}"` : ''}
      ${error ? raw('aria-invalid="true"') : ''}
    />
  </div>`;
}

function circles(view: FormView, terms: ServerTerms): Html {
  const { join } = terms;
  const chosen = view.values.get('circle');
  const error = errorOf(view, 'circle');
  const byInvitation = view.club.circles.some((circle) => circle.byInvitation);
  return html`<fieldset class="circles" ${error ? raw('aria-describedby="circle-error"') : ''}>
      <legend>${join.labels.circle} <span class="mark">${join.required}</span></legend>
      ${error ? html`<p class="error" id="circle-error">${errorText(view, terms, error)}</p>` : ''}
      ${view.club.circles.map(
        (circle) =>
          html`<label class="choice" for="circle-${circle.id}">
            <input
              type="radio"
              id="circle-${circle.id}"
              name="circle"
              value="${circle.id}"
              ${chosen === circle.id ? raw('checked') : ''}
              ${circle.byInvitation ? raw('data-invitation') : ''}
            />
            <span><strong>${circle.name[view.locale]}</strong> <small>${circle.description[view.locale]}</small></span>
          </label>`,
      )}
    </fieldset>
    ${byInvitation ? textField(view, terms, { name: 'invitation', autocomplete: 'off', max: limits.invitation }) : ''}`;
}

function box(
  view: FormView,
  terms: ServerTerms,
  name: keyof ConsentTexts['consents'],
  value: string,
  required: boolean,
): Html {
  const error = errorOf(view, name);
  // Who agreed to an old charter has not agreed to the new one.
  const ticked = value === 'on' ? isTicked(view.values, name) : view.values.get(name) === value;
  return html`<div class="field box">
    ${error ? html`<p class="error" id="${name}-error">${errorText(view, terms, error)}</p>` : ''}
    <label for="${name}">
      <input
        type="checkbox"
        id="${name}"
        name="${name}"
        value="${value}"
        ${ticked ? raw('checked') : ''}
        ${error ? raw(`aria-invalid="true" aria-describedby="${name}-error"`) : ''}
      />
      <span
        >${view.consent.consents[name]} ${required ? html`<span class="mark">${terms.join.required}</span>` : ''}</span
      >
    </label>
  </div>`;
}
