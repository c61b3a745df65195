import { html, type ApiFailure, type TemplateResult } from '../../core.ts';
import type { StoryFormTerms } from '../../lang/story-form/terms.ts';
import { failureMessage, isClosed } from '../failure.ts';
import { box, quietButton } from './controls.ts';

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
