import { css } from '../core.ts';

/** Fields of a form: a `.field` holds label, `.hint`, the native control and its `.error`. */
export const fieldStyles = css`
  /* Only lines and bars, never words: one colour that stands out on light and on dark pages. */
  :host {
    --_danger: var(--ambassador-danger, #d6266a);
  }
  .field {
    display: grid;
    gap: 0.35em;
    align-content: start;
    margin-block-end: calc(var(--_space) * 1.25);
  }
  label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .field :is(input, textarea) {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 0.55em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    appearance: none;
  }
  textarea {
    resize: vertical;
  }
  [type='checkbox'],
  [type='radio'] {
    inline-size: max(1.35em, 24px);
    block-size: max(1.35em, 24px);
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .check {
    display: flex;
    gap: 0.75em;
    min-block-size: 44px;
    padding-block: 0.5em;
    cursor: pointer;
    font-weight: 400;
  }
  .check input {
    flex: none;
  }
  .field [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  /* The bar says "wrong" in colour; the words keep the page's colour, whose contrast is the page's. */
  .error {
    padding-inline-start: 0.6em;
    border-inline-start: 4px solid var(--_danger);
    font-size: 0.95em;
    font-weight: 600;
  }
  .error:empty {
    display: none;
  }
`;
