import { css } from './sheet.ts';

/**
 * The ground of every widget. What a page's own sheet may have done to inherited properties is
 * undone on `.base`, the wrapper of what we draw, never on the host: the host also passes them to
 * the slotted fallback, which must look and measure the same before and after the upgrade.
 * A variable that is not set leaves font and colour inherited, and the background transparent.
 */
export const hostStyles = css`
  .base {
    all: initial;
    display: block;
    color-scheme: inherit;
    font: inherit;
    font-family: var(--ambassador-font);
    line-height: 1.5;
    overflow-wrap: break-word;
    color: var(--ambassador-text);
    background: var(--ambassador-surface);
  }
  /* French text on an Arabic page: the layout follows the page, each text its own direction. */
  .base * {
    unicode-bidi: plaintext;
  }
  .base:dir(rtl) {
    text-align: right;
  }
`;
