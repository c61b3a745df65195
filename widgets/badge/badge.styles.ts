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
    flex-wrap: wrap;
    font-size: 0.8em;
  }
  .wrong-site + .chip {
    min-block-size: 100%;
  }
  button {
    all: unset;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid;
  }
  button,
  [role] {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 24px;
    padding: 0 0.5em;
  }
  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  svg {
    inline-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  [popover] {
    max-inline-size: 80vw;
    padding: 1em;
    position-area: block-end;
    position-try: flip-block;
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
