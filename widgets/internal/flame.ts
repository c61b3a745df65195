import { svg, html, type TemplateResult } from 'lit';

/** The club's mark: ambassadors declare their flame to the city. Decoration: it has no name. */
export function flame(): TemplateResult {
  return html`<svg class="flame" part="flame" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${flamePaths}
  </svg>`;
}

const flamePaths = svg`
  <path class="flame-outer" d="M12.7 1.5c.5 3.3-1 5.3-2.7 7.3C8 11.1 5.3 12.9 5.3 16.200A6.6 6.6 0 0 0 12 22.700a6.6 6.6 0 0 0 6.7-6.600c0-2.9-1.4-5.1-2.7-6.6-.1 1.5-.6 2.5-1.5 3.2.4-4.3-.2-8.3-1.8-11.200z"/>
  <path class="flame-inner" d="M12.1 13.500c.2 1.7-.7 2.5-1.4 3.3-.6.7-1 1.3-1 2.100a2.4 2.4 0 0 0 4.8 0c0-2.2-1.2-3.9-2.4-5.400z"/>
`;
