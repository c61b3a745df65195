import { flame, html, type ApiFailure, type TemplateResult } from '../core.ts';
import type { SignupTerms } from '../lang/terms.ts';
import { failureMessage, isClosed } from './failure.ts';
import type { Sent } from './submission/submission.ts';

/**
 * What stands above the button. It takes focus, which reads its heading; what follows is said by the
 * live region, so that nothing is said twice.
 */
const box = (heading: string, content: unknown): TemplateResult =>
  html`<div class="box" part="box" role="group" aria-labelledby="box" tabindex="-1">
    <strong id="box">${heading}</strong>
    ${content}
  </div>`;

/** Fields to correct, as links to them. */
export function summaryBox(
  terms: SignupTerms,
  messages: ReadonlyMap<string, string>,
  handleGo: (field: string, event: Event) => void,
): TemplateResult {
  const items = Array.from(
    messages,
    ([field, message]) =>
      html`<li><a class="link" href="#${field}" @click=${(event: Event) => handleGo(field, event)}>${message}</a></li>`,
  );
  return box(
    terms.summary(messages.size),
    html`<ul>
        ${items}
      </ul>
      <p>${terms.notSent}</p>`,
  );
}

/** Why nothing could be sent or shown, and the two ways on: again, or on the club's own site. */
export function failureBox(
  terms: SignupTerms,
  failure: ApiFailure,
  way: { href: string | undefined; handleRetry: () => void; kept?: boolean },
): TemplateResult {
  return box(
    failureMessage(terms, failure),
    [
      way.kept && html`<p>${terms.kept}</p>`,
      !isClosed(failure) &&
        html`<button type="button" class="button quiet" @click=${way.handleRetry}>${terms.tryAgain}</button>`,
      way.href && html`<a class="link" href=${way.href}>${terms.elsewhere}</a>`,
    ].filter(Boolean),
  );
}

/** The thank-you: what happens next, and the way back for a mistyped address. */
export function sentPanel(terms: SignupTerms, sent: Sent, handleCorrect: () => void): TemplateResult {
  // Isolated, so that a name in another script does not turn the sentence around.
  const name = `\u2068${sent.firstName}\u2069`;
  return html`<div class="done" part="success">
    ${flame()}
    <h2 tabindex="-1">${terms.thanks(name)}</h2>
    <p>
      ${terms.sent[0]}<strong><bdi>${sent.email}</bdi></strong
      >${terms.sent[1]}
    </p>
    <p class="hint">${terms.later(sent.hours)}</p>
    <button type="button" class="link" @click=${handleCorrect}>${terms.correct}</button>
  </div>`;
}
