import { css } from '../core.ts';

export const counterStyles = css`
  :host {
    display: inline;
  }
  :host([variant='figure']) {
    display: block;
  }

  /* The line takes the page's line box as it is: nothing in it may be taller than its text. */
  .line {
    line-height: inherit;
    font-variant-numeric: tabular-nums;
  }
  .flame {
    color: var(--_accent);
    fill: currentColor;
  }
  .flame-inner {
    fill: #fff;
    fill-opacity: 0.55;
  }
  .line .flame {
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-end: 0.3em;
    vertical-align: -0.08em;
  }
  .progress {
    --_track: linear-gradient(var(--_line) 0 0);
    --_done: linear-gradient(var(--_accent) 0 0);
    background:
      var(--_done) 0 100% / calc(var(--_progress, 0) * 100%) 2px no-repeat,
      var(--_track) 0 100% / 100% 2px no-repeat;
  }
  .progress:dir(rtl) {
    background-position: 100% 100%;
  }

  .figure {
    padding: var(--_space);
    font-variant-numeric: tabular-nums;
  }
  .figure p {
    margin: 0;
  }
  .number {
    display: flex;
    align-items: center;
    gap: 0.12em;
    font-size: 3.5em;
    font-weight: 700;
    line-height: 1;
    letter-spacing: -0.02em;
  }
  .number .flame {
    inline-size: 0.85em;
    block-size: 0.85em;
    margin-inline-start: -0.1em;
  }
  .label {
    font-size: 1.15em;
    font-weight: 600;
  }
  .bar {
    block-size: 6px;
    margin-block: 0.9em 0.5em;
    border-radius: 3px;
    background: var(--_line);
  }
  .fill {
    block-size: 100%;
    min-inline-size: 6px;
    inline-size: calc(var(--_progress, 0) * 100%);
    border-radius: inherit;
    background: var(--_accent);
    transition: inline-size 0.9s ease-out;
  }
  .aim {
    font-size: 0.9em;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .bar {
      outline: 1px solid CanvasText;
    }
    .fill {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
