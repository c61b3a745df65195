import { css } from '../core.ts';

/** Fields of a form: a `.field` holds label, `.hint`, the native control and its `.error`. */
export const fieldStyles = css`
  :host {
    --_danger: var(--ambassador-danger, #c2184b);
    --_tint: color-mix(in srgb, currentColor 5%, transparent);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_danger: var(--ambassador-danger, light-dark(#b0124a, #ff9ab5));
    }
  }
  .field {
    display: grid;
    gap: 0.35em;
    margin-block-end: calc(var(--_space) * 1.25);
  }
  label,
  legend {
    font-weight: 600;
    padding: 0;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.9em;
    margin: 0;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 0.55em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_tint);
    appearance: none;
  }
  textarea {
    min-block-size: 6em;
    resize: vertical;
  }
  [type='checkbox'],
  [type='radio'] {
    inline-size: 1.35em;
    block-size: 1.35em;
    min-inline-size: 24px;
    min-block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: 0.75em;
    min-block-size: 44px;
    padding-block: 0.5em;
    cursor: pointer;
    font-weight: 400;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .error {
    display: flex;
    gap: 0.45em;
    margin: 0;
    color: var(--_danger);
    font-size: 0.95em;
    font-weight: 600;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 3px solid currentColor;
    outline-offset: 1px;
  }
`;
