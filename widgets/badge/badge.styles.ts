import { css } from '../core.ts';

export const badgeStyles = css`
  /* As high as the picture in its line, and not a pixel more: what the picture stood in stays as it is. */
  .base {
    display: inline-block;
    position: relative;
    line-height: inherit;
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
  .chip {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 0;
    box-sizing: border-box;
    max-inline-size: 100%;
    font-size: 0.8em;
    line-height: 1.4;
  }
  .chip,
  [popover] {
    border: 1px solid var(--_line);
    border-radius: 0.5em;
    background: var(--ambassador-surface, Canvas);
    color: var(--ambassador-text, CanvasText);
  }
  .cover {
    inline-size: 100%;
    min-block-size: 100%;
  }
  [role],
  button {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 24px;
    padding: 0 0.5em;
  }
  small {
    font: inherit;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    opacity: 0.8;
  }
  svg {
    flex: none;
    inline-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
  }
  button {
    font: inherit;
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  [popover] {
    max-inline-size: min(20em, 90vw);
    padding: 1em;
    font-size: 16px;
    position-area: block-end;
    position-try: flip-block;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.3em 1em;
    margin: 0.6em 0;
  }
  dd {
    margin: 0;
  }
  :focus-visible {
    outline: 3px solid;
    outline-offset: 2px;
  }
`;
