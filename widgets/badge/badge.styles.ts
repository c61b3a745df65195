import { css } from '../core.ts';

export const badgeStyles = css`
  /* As high as the picture in its line, and not a pixel more: what the picture stood in stays as it is. */
  .base {
    display: inline-block;
    position: relative;
    line-height: inherit;
    background: none !important;
  }
  .roomy {
    padding-block-end: 2.2em;
  }
  /* The picture of a badge that has ended may still lie in somebody's cache. */
  .ended {
    filter: grayscale(1);
  }
  .wrong-site {
    visibility: hidden;
  }
  .chip,
  [popover] {
    border: 1px solid var(--_line);
    border-radius: 0.5em;
    background: var(--ambassador-surface, Canvas);
    color: var(--ambassador-text, CanvasText);
  }
  .chip {
    position: absolute;
    inset-block-end: 0;
    max-inline-size: 100%;
    display: flex;
    font-size: 0.8em;
    line-height: 1.5;
    /* On paper, too, words lie on a ground of their own. */
    print-color-adjust: exact;
    overflow-wrap: anywhere;
  }
  .wrong-site + .chip {
    min-block-size: 100%;
  }
  .chip > * {
    padding: 0.3em 0.6em;
  }
  /* A picture that does not come keeps its size and place, too: browsers would write its text along the line. */
  img {
    display: block;
  }
  a {
    display: block;
    color: inherit;
  }
  button {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
  }
  [role] svg {
    color: var(--_accent);
  }
  svg {
    inline-size: 1em;
    vertical-align: -0.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  [popover] {
    inset: 4px;
    padding: 1em;
  }
  @supports (position-area: block-end) {
    /*
     * Around its button, with no room to be aligned in: Firefox aligns out of the view where the page's direction
     * is not that of the text around. The browser's own margins, auto, count in WebKit.
     */
    [popover] {
      position-area: block-end;
      position-try: flip-block;
      inset-inline: clamp(4px, anchor(center) - 10em, 100% - 20em - 4px);
      justify-self: start;
      margin: 0;
    }
  }
  dl {
    display: grid;
    grid: none / auto 1fr;
    gap: 0 1em;
  }
  dd {
    margin: 0;
  }
`;
