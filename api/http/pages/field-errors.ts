import { html, raw } from 'hono/html';
import type { ProblemCode } from '../../contract/codes.ts';
import type { Locale } from '../../contract/locales.ts';
import { termsFor } from '../../lang/index.ts';
import type { Html } from './layout.ts';

/** What was refused of a form with fields `F`. */
export interface Refused<F extends string> {
  locale: Locale;
  errors: readonly { field: string }[];
  /** Why the form as a whole was not taken. */
  problem?: ProblemCode | undefined;
  /** In the order of the form. */
  fields: readonly F[];
  /** What is wrong with each, in the reader's language. */
  sentences: Record<F, string>;
  /** Fields that are a group of choices: the link of the summary leads to the first. */
  groups?: readonly F[];
}

/** What a form says of its errors: beside each field, and above them all (WCAG 2.2, 3.3.1 and 3.3.3). */
export function fieldErrors<F extends string>({ locale, errors, problem, fields, sentences, groups = [] }: Refused<F>) {
  const isWrong = (name: F) => errors.some(({ field }) => field === name);
  const isGroup = (name: F) => groups.includes(name);
  return {
    /** The sentence beside a field, if it is wrong. */
    errorOf(name: F): Html | string {
      return isWrong(name) ? html`<p class="error" id="${name}-error">${sentences[name]}</p>` : '';
    },
    /** Attributes of a field: its hint and its error, as screen readers find them. */
    described(name: F, hasHint: boolean): Html | string {
      const wrong = isWrong(name);
      const ids = [hasHint ? `${name}-hint` : '', wrong ? `${name}-error` : ''].filter(Boolean).join(' ');
      if (!ids) return '';
      return html`aria-describedby="${ids}" ${wrong && !isGroup(name) ? raw('aria-invalid="true"') : ''}`;
    },
    /** Above the form: why it was not taken, or links to the fields that are wrong. */
    summary(): Html | string {
      const terms = termsFor(locale);
      if (problem) {
        const { title, text } = terms.problems[problem];
        return html`<div class="errors" role="alert">
          <h2>${title}</h2>
          <p>${text}</p>
        </div>`;
      }
      if (errors.length === 0) return '';
      const wrong = fields.filter(isWrong);
      return html`<div class="errors" role="alert">
        <h2>${terms.join.errorsTitle(Math.max(1, wrong.length))}</h2>
        <ul>
          ${wrong.map((name) => html`<li><a href="#${isGroup(name) ? `${name}-0` : name}">${sentences[name]}</a></li>`)}
        </ul>
      </div>`;
    },
  };
}
