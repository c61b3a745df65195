import { flame, html, type ApiFailure, type TemplateResult } from '../../core.ts';
import type { StoryFormTerms } from '../../lang/story-form/terms.ts';
import { failureMessage, isClosed } from '../failure.ts';
import { box, quietButton, type View } from './controls.ts';

/** Fields to correct, as links to them. */
export function summaryBox({ terms, messages }: View, go: (field: string, event: Event) => void): TemplateResult {
  return box(
    terms.summary(messages.size),
    html`<ul>
        ${Array.from(
          messages,
          ([field, message]) =>
            html`<li><a class="link" href="#${field}" @click=${(event: Event) => go(field, event)}>${message}</a></li>`,
        )}
      </ul>
      <p>${terms.notSent}</p>`,
  );
}

/** Why something could not be done, and the ways on. */
export function failureBox(
  terms: StoryFormTerms,
  failure: ApiFailure,
  way: { href?: string | undefined; retry?: (() => void) | undefined; kept?: boolean },
): TemplateResult {
  return box(
    failureMessage(terms, failure),
    [
      way.kept && html`<p>${terms.kept}</p>`,
      way.retry && !isClosed(failure) && quietButton(terms.tryAgain, way.retry),
      way.href && html`<a class="link" href=${way.href}>${terms.elsewhere}</a>`,
    ].filter(Boolean),
  );
}

/** The thank-you: what happens next. */
export function doneView({ terms }: View, back: () => void): TemplateResult {
  return html`<div class="done" part="success">
    ${flame()}
    <h3 tabindex="-1">${terms.thanks}</h3>
    <p>${terms.thanksText}</p>
    ${quietButton(terms.toMine, back)}
  </div>`;
}
