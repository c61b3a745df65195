/** Markup of the two forms of signing in. */
import { html, raw } from 'hono/html';
import type { FieldCode, ProblemCode } from '../../contract/codes.ts';
import { limits } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locales.ts';
import { joinUrl } from '../../contract/paths.ts';
import { clubPartnerSlug } from '../../domain/partners/name.ts';
import { termsFor } from '../../lang/index.ts';
import type { SignInTerms } from '../../lang/sign-in/terms.ts';
import { withNext } from '../next.ts';
import { flame, withLang, type Html } from './layout.ts';

/** Why a form came back: because of its one field, or as a whole. */
export type Refusal = { field: FieldCode } | { problem: ProblemCode };

interface View {
  next: string;
  locale: Locale;
  refusal: Refusal | undefined;
}

/** What the forms of a door say, and where they lead. */
export interface Door {
  /** Path of the form that asks for the address. */
  ask: string;
  /** Path of the form that asks for the code. */
  code: string;
  words(locale: Locale): Pick<SignInTerms, 'ask' | 'code'>;
  /** Where somebody goes who is wrong here. */
  stranger(locale: Locale): { text: string; path: string };
  /** What else is to be said. */
  more?(locale: Locale): Html;
}

/** Asks for the address. */
export function addressForm(door: Door, view: View & { email: string; token: string }): Html {
  const { locale, email, token } = view;
  const terms = termsFor(locale);
  const { ask } = door.words(locale);
  const stranger = door.stranger(locale);
  const error = fieldOf(view.refusal);
  return html`<section class="sign-in">
    <h1>${flame}${ask.title}</h1>
    <p class="lead">${ask.lead}</p>
    ${problem(view)}
    <form method="post" action="${withLang(door.ask, locale)}" class="join" novalidate>
      ${hidden({ ...view, token })}
      ${field(
        {
          name: 'email',
          label: ask.label,
          hint: ask.hint,
          error: error && terms.fieldError('email', error, limits.email),
        },
        html`type="email" autocomplete="email" value="${email}"`,
      )}
      <p class="trap" aria-hidden="true">
        <label for="website">${terms.join.trap}</label>
        <input id="website" name="website" tabindex="-1" autocomplete="off" value="" />
      </p>
      <button class="button">${ask.submit}</button>
    </form>
    <p class="hint">${ask.cookie}</p>
    <p>${ask.stranger} <a href="${stranger.path}">${stranger.text}</a></p>
    ${door.more?.(locale) ?? ''}
  </section>`;
}

/** Asks for the code. */
export function codeForm(door: Door, view: View): Html {
  const { locale, next } = view;
  const { code } = door.words(locale);
  const error = fieldOf(view.refusal) && code.malformed;
  return html`<section class="sign-in">
    <h1>${flame}${code.title}</h1>
    <p class="lead">${code.lead}</p>
    ${problem(view)}
    <form method="post" action="${withLang(door.code, locale)}" class="join" novalidate>
      ${hidden(view)}
      ${field(
        { name: 'code', label: code.label, hint: code.hint, error },
        raw('type="text" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" maxlength="12" value=""'),
      )}
      <button class="button">${code.submit}</button>
    </form>
    <ul class="points">
      ${code.points.map((point) => html`<li>${point}</li>`)}
    </ul>
    <p><a href="${withNext(door.ask, next, locale)}">${code.again}</a></p>
  </section>`;
}

const fieldOf = (refusal: Refusal | undefined) => (refusal && 'field' in refusal ? refusal.field : undefined);

/** Where one joins the club. */
export const joinPath = (locale: Locale): string => {
  const { pathname, search } = new URL(joinUrl('https://club.example', clubPartnerSlug, locale));
  return pathname + search;
};

function hidden({ next, locale, token }: { next: string; locale: Locale; token?: string }): Html {
  const fields = { next, language: locale, ...(token !== undefined && { token }) };
  return html`${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}

function problem({ locale, refusal }: View): Html | string {
  if (!refusal || 'field' in refusal) return '';
  const { title, text } = termsFor(locale).problems[refusal.problem];
  return html`<div class="errors" role="alert">
    <h2>${title}</h2>
    <p>${text}</p>
  </div>`;
}

interface Field {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
}

function field({ name, label, hint, error }: Field, attributes: Html): Html {
  return html`<div class="field field-${name}">
    <label for="${name}">${label}</label>
    <p class="hint" id="${name}-hint">${hint}</p>
    ${error ? html`<p class="error" id="${name}-error" role="alert">${error}</p>` : ''}
    <input
      id="${name}"
      name="${name}"
      ${attributes}
      required
      aria-describedby="${name}-hint${error ? ` ${name}-error` : ''}"
      ${error ? raw('aria-invalid="true"') : ''}
    />
  </div>`;
}
