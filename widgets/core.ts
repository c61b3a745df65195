/**
 * The shared core: what widgets are made of. Widgets import it and nothing else outside their
 * folder, save `form.ts` and `place.ts`; in a build it is loaded once, with the loader, and handed to each widget.
 */
export { html, nothing } from 'lit';
export type {
  CSSResultGroup,
  PropertyDeclarations,
  PropertyValues,
  ReactiveController,
  ReactiveControllerHost,
  TemplateResult,
} from 'lit';
export { AmbassadorElement, baseStyles } from './internal/ambassador-element.ts';
export { ApiFailure, fetchJson } from './internal/api-client.ts';
export type { ApiRequest, FailureKind } from './internal/api-client.ts';
export { define } from './internal/define-tag.ts';
export { bare, ofDocument } from './internal/dom.ts';
export { flame } from './internal/flame.ts';
export { RequestController } from './internal/request-controller.ts';
export type { RequestStatus } from './internal/request-controller.ts';
export { registerTerms, importerBeside, useTermsSource } from './internal/terms.ts';
export { placeOf, WhenVisible } from './internal/when-visible.ts';
export type { Place } from './internal/when-visible.ts';
export { css } from './styles/sheet.ts';
