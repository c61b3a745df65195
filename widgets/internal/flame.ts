import { html, type TemplateResult } from 'lit';

/** The club's mark: ambassadors declare their flame to the city. Decoration: it has no name. */
export function flame(): TemplateResult {
  return html`<svg class="flame" part="flame" viewBox="5 1 14 23" aria-hidden="true">
    <path
      d="M13 1c1 4-1 6-3 8-2 2-5 4-5 8a7 7 0 0 0 14 0c0-3-1-5-3-7 0 2-1 3-2 3 1-4 1-8-1-12zm-1 13c2 1 3 3 3 5a3 3 0 0 1-6 0c0-3 3-3 3-5z"
    />
  </svg>`;
}
