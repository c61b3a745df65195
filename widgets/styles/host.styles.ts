import { css } from 'lit';

/**
 * The ground of every widget. What a page's own sheet may have done to inherited properties is
 * undone on `.base`, the wrapper of what we draw, never on the host: the host also passes them to
 * the slotted fallback, which must look and measure the same before and after the upgrade.
 */
export const hostStyles = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .base {
    font-family: var(--ambassador-font, inherit);
    font-style: normal;
    font-variant: normal;
    letter-spacing: normal;
    word-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    text-wrap: pretty;
    white-space: normal;
    overflow-wrap: break-word;
    hyphens: manual;
    cursor: auto;
    user-select: auto;
    visibility: visible;
    color: var(--_text);
    background: var(--_surface);
    accent-color: var(--_accent);
  }
  /* French text on an Arabic page: the layout follows the page, each text its own direction. */
  .base:dir(rtl) {
    text-align: right;
  }
  .base :is(p, h2, h3, li, dt, dd, label, legend, summary, span) {
    unicode-bidi: plaintext;
  }
  :focus-visible {
    outline: 3px solid currentColor;
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
