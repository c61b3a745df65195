import { css } from '../core.ts';

export const counterStyles = css`
  /* The line takes the page's line box as it is: nothing in it may be taller than its text. */
  .line {
    display: inline-block;
    min-block-size: calc(var(--_lines) * 1lh);
    vertical-align: top;
    line-height: inherit;
  }
  .base {
    font-variant-numeric: tabular-nums;
  }
  .flame {
    block-size: 0.9em;
    vertical-align: -0.08em;
    fill: var(--_accent);
  }
  .progress,
  .bar {
    background:
      linear-gradient(var(--_accent) 0 0) 0 100% / var(--_progress) 2px no-repeat,
      linear-gradient(var(--_line) 0 0) 0 100% / 100% 2px no-repeat;
  }
  :dir(rtl) {
    background-position: 100% 100%;
  }

  .figure {
    padding: 1em;
  }
  p {
    margin: 0;
  }
  .number {
    font-size: 3.5em;
    font-weight: 700;
    line-height: 1.1;
  }
  .label {
    font-weight: 600;
  }
  .bar {
    block-size: 6px;
    margin-block: 0.9em 0.5em;
    border-radius: 3px;
    background-size:
      var(--_progress) 100%,
      100% 100%;
  }
  .note {
    font-size: 0.9em;
    opacity: 0.8;
  }
`;
