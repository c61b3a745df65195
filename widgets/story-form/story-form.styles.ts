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
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  blockquote {
    margin: 0;
    padding: 0;
  }
  h2,
  h3,
  h4 {
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    margin-block-end: 0.8em;
    font-size: 1.25em;
  }
  :is(h2, h3, .box, #sent, .sure):focus {
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
  .head p,
  .mark,
  .save,
  .state {
    color: var(--_muted);
  }
  .mark,
  .save,
  .state {
    font-size: 0.9em;
    font-weight: 400;
  }
  .notice {
    margin-block-end: 1.25em;
    padding: 0.8em 1em;
    border-inline-start: 4px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  #sent {
    margin-block-end: 1em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1em;
    margin-block-start: 0.75em;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1em;
    margin-block-end: 1em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0 0 1.75em;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.4em;
    font-size: 1.05em;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    column-gap: 1.25em;
  }
  .field select {
    font: inherit;
    color: inherit;
    inline-size: 100%;
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
  .count {
    white-space: nowrap;
  }

  .stories {
    display: grid;
    gap: 1em;
    margin-block-end: 1.5em;
    list-style: none;
  }
  .stories > li {
    padding: 1em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .stories .button {
    min-block-size: 44px;
    padding: 0.4em 1em;
    font-weight: 500;
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
  .state.published::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .state.pending::before {
    border-color: var(--_accent);
  }
  .statement {
    margin-block: 0.8em;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_line);
  }
  .said,
  blockquote {
    white-space: pre-line;
  }
  blockquote {
    max-block-size: 12em;
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--_line);
    overflow: auto;
  }

  .prompts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 1.25em;
  }
  .prompts p {
    flex: 0 0 100%;
    color: var(--_muted);
    font-size: 0.9em;
  }
  .prompts button {
    font: inherit;
    color: inherit;
    min-block-size: 44px;
    padding: 0.4em 1em;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2.2);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .prompts button:hover {
    background: color-mix(in srgb, currentColor 5%, transparent);
  }
  .prompts [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.75em;
  }
  .check:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }

  .media {
    display: grid;
    gap: 1.25em;
    margin-block: 0.75em;
    list-style: none;
  }
  .media:empty {
    display: none;
  }
  .media > li {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
  }
  .preview {
    flex: 0 1 9em;
  }
  .preview:empty {
    display: none;
  }
  .preview > * {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: calc(var(--_radius) * 0.6);
  }
  .facts {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .facts .field {
    margin-block: 0.5em 0;
  }
  .facts .button {
    min-block-size: 44px;
    padding: 0.4em 1em;
    font-weight: 500;
  }
  progress {
    inline-size: 100%;
    block-size: 0.6em;
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
    font-size: 100px;
    cursor: pointer;
  }
  .file:has(:focus-visible) {
    outline: 2px solid #fff;
    box-shadow: 0 0 0 5px #000;
  }
  .camera {
    position: relative;
    max-inline-size: 36em;
  }
  video {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius);
    background: #000;
    object-fit: contain;
  }
  .countdown {
    position: absolute;
    inset: 0 0 auto;
    aspect-ratio: 4 / 3;
    display: grid;
    place-items: center;
    color: #fff;
    font-size: 5em;
    font-weight: 700;
    line-height: 1;
    text-shadow: 0 0 0.2em #000;
  }

  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.7em 1.25em;
    margin-block: 1em 1.5em;
    padding-block: 0.25em;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_danger);
  }
  .box > :is(strong, p, ul, blockquote) {
    flex: 0 0 100%;
  }
  .box ul {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.2em;
  }
  .done {
    display: grid;
    justify-items: center;
    gap: 1em;
    padding-block: 1em;
    text-align: center;
  }
  .done h3 {
    margin: 0;
  }
  .done .flame {
    font-size: 3.75em;
    color: var(--_accent);
    animation: rise 0.7s ease-out;
    transform-origin: 50% 100%;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: scale(0.3);
    }
  }
`;
