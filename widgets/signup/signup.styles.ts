import { css } from '../core.ts';

/** The form's own look: room to breathe, one accent, whole cards to press. */
export const signupStyles = css`
  .base,
  .panel {
    border-radius: calc(var(--_radius) * 1.6);
  }
  .panel {
    padding: clamp(1.1em, 5%, 2.25em);
    border: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  h2 {
    margin: 0;
    font: inherit;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  p,
  dl,
  dd {
    margin: 0;
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
  dd {
    color: var(--_muted);
  }

  fieldset,
  details {
    min-inline-size: 0;
    margin: 0 0 1.5em;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.6em;
  }
  .mark {
    font-size: 0.9em;
    font-weight: 400;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    column-gap: 1.25em;
  }
  details .field:nth-child(n + 3) {
    grid-column: 1 / -1;
  }

  .card {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.15em 0.75em;
    margin-block-end: 0.6em;
    padding: 0.8em 1em;
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
    background: color-mix(in srgb, currentColor 5%, transparent);
  }
  .card:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card:has(:focus-visible) {
    outline: 3px solid;
    outline-offset: 2px;
  }
  .card input {
    outline: none;
  }
  /*
   * A browser without :has() drops this rule and always shows the field. By way of a variable, because WebKit
   * looks again at what has something in it, but not at what stands beside or below that.
   */
  form:not(:has(.invited :checked)) {
    --_code: none;
  }
  .code {
    display: var(--_code, block);
  }
  .beside,
  .tick .error {
    margin-block-end: 0.4em;
    margin-inline-start: calc(max(1.35em, 24px) + 0.75em);
  }

  details {
    border-block: 1px solid var(--_line);
  }
  summary {
    margin-inline-start: 1.2em;
    padding-block: 0.7em;
    font-weight: 600;
    list-style-position: outside;
    cursor: pointer;
  }
  summary::marker {
    color: var(--_accent);
  }
  summary + * {
    padding-block: 0.5em;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin-block-end: 0.9em;
    white-space: pre-line;
  }
  dl + p {
    margin-block-end: 1em;
  }
  [aria-invalid='true'] .card {
    border-color: var(--_danger);
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
  .box > :is(strong, p, ul) {
    flex: 0 0 100%;
  }
  .box:focus,
  h2:focus {
    outline: none;
  }
  ul {
    display: grid;
    gap: 0.4em;
    margin: 0;
    padding-inline-start: 1.2em;
  }
  form > .button {
    min-inline-size: min(100%, 16em);
  }
  [aria-disabled] .flame {
    animation: flicker 1.2s ease-in-out infinite;
    transform-origin: 50% 100%;
  }

  /* In a panel as tall as the form was, it stays where the visitor is looking. */
  .done {
    position: sticky;
    inset-block: 1em;
    display: grid;
    justify-items: center;
    gap: 1em;
    padding-block: 1em;
    text-align: center;
  }
  .done p {
    max-inline-size: 34em;
  }
  .done .flame {
    font-size: 3.75em;
    color: var(--_accent);
    filter: drop-shadow(0 0 0.25em color-mix(in srgb, var(--_accent) 50%, transparent));
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
`;
