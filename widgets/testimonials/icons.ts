import { html, type TemplateResult } from '../core.ts';

/** Drawn with lines, in the colour of the words beside them. */
const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** Signs of the controls. They have no name: their buttons do. */
export const backwards = icon('M15 5l-7 7 7 7');
export const forwards = icon('M9 5l7 7-7 7');
export const playing = icon('M8 5l11 7-11 7z');
export const pausing = icon('M8 5v14m8-14v14');
