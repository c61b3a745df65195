import { css } from '../core.ts';

/** The form's own look: room to breathe, one accent, whole cards to press. */
export const signupStyles = css`
  .panel {
    padding: clamp(1.1em, 5%, 2.25em);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.6);
  }
  :is(.head, .done) > :is(h2, p),
  .box p {
    margin: 0;
  }
  h2 {
    font: inherit;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  .head {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25em 0.75em;
    margin-block-end: 1.75em;
  }
  .head p {
    grid-column: 2;
    color: var(--_muted);
  }
  .flame {
    inline-size: 1.2em;
    block-size: 1.2em;
    fill: currentColor;
  }
  .flame-inner {
    fill: var(--_on-accent);
    fill-opacity: 0.6;
  }
  .head .flame {
    inline-size: 2.4em;
    block-size: 2.4em;
    grid-row: span 2;
    color: var(--_accent);
  }

  .row,
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 0 1.25em;
  }
  details .field:nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  @supports selector(:has(*)) {
    fieldset:not(:has(.invited :checked)) + .code {
      display: none;
    }
  }
  .field {
    align-content: start;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0 0 1.5em;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.6em;
  }
  .mark {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .error:empty {
    display: none;
  }

  .cards {
    gap: 0.75em;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    align-content: start;
    gap: 0.15em 0.75em;
    padding: 0.9em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .card .hint {
    grid-column: 2;
  }
  .card label::after {
    content: '';
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .card:hover {
    background: var(--_tint);
  }
  .card:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card:has(:focus-visible) {
    outline: 3px solid currentColor;
    outline-offset: 2px;
  }
  .card :focus-visible {
    outline: none;
  }

  .tick > :not(.check) {
    margin-block: 0 0.4em;
    margin-inline-start: calc(max(1.35em, 24px) + 0.75em);
  }
  a {
    color: inherit;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  details {
    margin-block-end: 1.5em;
    border-block: 1px solid var(--_line);
  }
  summary {
    padding-block: 0.7em;
    font-weight: 600;
    cursor: pointer;
  }
  details > :nth-child(2) {
    padding-block-start: 0.75em;
  }
  dl {
    margin: 0;
    font-size: 0.95em;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0 0 0.9em;
    color: var(--_muted);
    white-space: pre-line;
  }
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .box {
    display: grid;
    gap: 0.6em;
    margin-block: 1em;
    padding: 1em 1.1em;
    border: 1px solid var(--_danger);
    border-inline-start-width: 5px;
    border-radius: var(--_radius);
  }
  .box ul {
    display: grid;
    gap: 0.4em;
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .box li a {
    display: inline-block;
    min-block-size: 24px;
  }
  .strong {
    font-weight: 700;
  }
  .box .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.25em;
  }
  form > .button {
    min-inline-size: min(100%, 16em);
  }
  [aria-disabled] .flame {
    animation: flicker 1.2s ease-in-out infinite;
    transform-origin: 50% 100%;
  }

  .done {
    display: grid;
    justify-items: center;
    gap: 0.9em;
    padding-block: 1em;
    text-align: center;
  }
  .done > p {
    max-inline-size: 34em;
  }
  .done h2 {
    outline-offset: 0.3em;
  }
  .done .flame {
    inline-size: 4.5em;
    block-size: 4.5em;
    color: var(--_accent);
    filter: drop-shadow(0 0 0.9em color-mix(in srgb, var(--_accent) 45%, transparent));
    animation: rise 0.7s ease-out;
    transform-origin: 50% 100%;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: scale(0.3);
    }
  }
  @keyframes flicker {
    50% {
      transform: scale(0.88, 1.06);
    }
  }
  @media (forced-colors: active) {
    .card:has(:checked) {
      border-color: Highlight;
      box-shadow: inset 0 0 0 2px Highlight;
    }
    .flame {
      forced-color-adjust: none;
      color: CanvasText;
    }
  }
`;
