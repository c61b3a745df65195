import { css } from '../core.ts';

/** The look of the story form: room to breathe, one accent, a desk that stays quiet while one writes. */
export const storyFormStyles = css`
  .base,
  .panel {
    border-radius: calc(var(--_radius) * 1.6);
  }
  .panel {
    padding: clamp(1.1em, 5%, 2.25em);
    border: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  :is(h2, h3, h4, p, ul, ol, blockquote) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  :is(h2, h3, h4) {
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    margin-block-end: 0.8em;
    font-size: 1.25em;
  }
  :is(h2, h3, .box, .sure):focus {
    outline: none;
  }
  .flame {
    inline-size: 1.2em;
    block-size: 1.2em;
    fill: currentColor;
  }
  .head {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25em 0.75em;
    margin-block-end: 1.75em;
  }
  .head .flame {
    font-size: 2em;
    grid-row: span 2;
    color: var(--_accent);
  }
  :is(.mark, .save, .state, .prompts p) {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .notice,
  .statement,
  blockquote,
  .box {
    margin-block: 1em;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_accent);
  }
  :is(.actions, .bar, .box, .prompts, .kinds, .media > li) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1em;
    margin-block: 0.75em;
  }
  .bar {
    justify-content: space-between;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0 0 1.75em;
    padding: 0;
    border: 0;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    column-gap: 1.25em;
  }
  .field select {
    inline-size: 100%;
    font: inherit;
    color: inherit;
    min-block-size: 48px;
    padding: 0.55em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
  }
  option {
    color: CanvasText;
    background: Canvas;
  }
  .stories,
  .media {
    display: grid;
    gap: 1em;
    margin-block: 1em;
  }
  .stories > li {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  li .button,
  .prompts button {
    min-block-size: 44px;
    padding: 0.4em 1em;
    font-weight: 400;
  }
  .state::before {
    content: '';
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.5em;
    border: 2px solid var(--_border);
    border-radius: 50%;
  }
  .published::before {
    background: var(--_accent);
  }
  .said,
  blockquote {
    white-space: pre-line;
  }

  .prompts p,
  .box > :is(strong, p, ul, blockquote) {
    flex: 0 0 100%;
  }
  .prompts button {
    text-align: start;
  }
  .prompts [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }

  .media > li {
    align-items: start;
  }
  .preview {
    flex: 0 1 9em;
  }
  .preview:empty,
  .media:empty {
    display: none;
  }
  .preview > * {
    max-inline-size: 100%;
    block-size: auto;
  }
  .facts {
    flex: 1 1 14em;
  }
  progress,
  video {
    inline-size: 100%;
    accent-color: var(--_accent);
  }
  .file {
    position: relative;
    overflow: hidden;
  }
  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .file:has(:focus-visible) {
    outline: 2px solid #fff;
    box-shadow: 0 0 0 5px #000;
  }
  video {
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius);
    background: #000;
  }
  .box {
    border-color: var(--_danger);
  }
  .done {
    display: grid;
    justify-items: center;
    gap: 1em;
    padding-block: 1em;
    text-align: center;
  }
  .done .flame {
    font-size: 3.75em;
    color: var(--_accent);
  }
`;
