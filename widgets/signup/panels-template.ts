import { flame, html, type ApiFailure, type TemplateResult } from '../core.ts';
import type { SignupTerms } from '../lang/terms.ts';
import { failureMessage, isClosed } from './failure.ts';
import type { Sent } from './submission/submission.ts';

/**
 * Fields to correct, as links to them. It takes focus, which reads its heading; what follows is said
 * by the live region, so that nothing is said twice.
 */
export function summaryBox(
  terms: SignupTerms,
  messages: ReadonlyMap<string, string>,
  handleGo: (field: string, event: Event) => void,
): TemplateResult {
  return html`<div class="box" part="box" role="group" aria-labelledby="box" tabindex="-1">
    <p id="box" class="strong">${terms.summary(messages.size)}</p>
    <ul>
      ${Array.from(
        messages,
        ([field, message]) =>
          html`<li><a href="#${field}" @click=${(event: Event) => handleGo(field, event)}>${message}</a></li>`,
      )}
    </ul>
    <p>${terms.notSent}</p>
  </div>`;
}

/** Why nothing could be sent or shown, and the two ways on: again, or on the club's own site. */
export function failureBox(
  terms: SignupTerms,
  failure: ApiFailure,
  way: { href: string | undefined; handleRetry: () => void; kept?: boolean },
): TemplateResult {
  const again = !isClosed(failure);
  return html`<div class="box" part="box" role="group" aria-labelledby="box" tabindex="-1">
    <p id="box" class="strong">${failureMessage(terms, failure)}</p>
    ${way.kept ? html`<p>${terms.kept}</p>` : ''}
    ${
      again || way.href
        ? html`<p class="ways">
            ${
              again
                ? html`<button type="button" class="button quiet" @click=${way.handleRetry}>${terms.tryAgain}</button>`
                : ''
            }
            ${way.href ? html`<a href=${way.href}>${terms.elsewhere}</a>` : ''}
          </p>`
        : ''
    }
  </div>`;
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
