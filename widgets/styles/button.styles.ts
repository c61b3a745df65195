import { css } from 'lit';

/** `.button`: the one action of a view; `.button.quiet`: the others; `.link`: a button that reads as text. */
export const buttonStyles = css`
  .button,
  .link {
    font: inherit;
    letter-spacing: inherit;
    margin: 0;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 48px;
    padding: 0.6em 1.4em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    transition: filter 0.15s;
  }
  .button:hover {
    filter: brightness(1.08) saturate(1.1);
  }
  .button.quiet {
    border-color: var(--_border);
    background: transparent;
    color: inherit;
  }
  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .button:focus-visible {
    outline-color: var(--_focus, currentColor);
  }
  [aria-disabled='true'] {
    cursor: progress;
    filter: saturate(0.4);
  }
`;
