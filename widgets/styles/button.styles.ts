import { css } from '../core.ts';

/**
 * The ground of forms, and `.button`: the one action of a view; `.button.quiet`: the others; `.link`: a button that reads as
 * text. Words on the accent are black or white, whichever contrasts more by WCAG's formula (the
 * luminance 0.179 is where they change places), so that no chosen accent makes a button unreadable.
 */
export const buttonStyles = css`
  :host {
    --_on-accent: #fff;
    --_muted: color-mix(in srgb, currentColor 78%, transparent);
    --_space: var(--ambassador-space, 1em);
    --_radius: var(--ambassador-radius, 10px);
    --_border: var(--ambassador-border, color-mix(in srgb, currentColor 60%, transparent));
  }
  @supports (color: color(from red xyz x y z)) {
    :host {
      --_k: clamp(0, (0.179 - y) * 99999, 1);
      --_on-accent: color(from var(--_accent) xyz calc(var(--_k) * 0.95) var(--_k) calc(var(--_k) * 1.089));
    }
  }
  :host(:not([hidden])) {
    display: block;
  }
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  :focus-visible {
    outline: 3px solid currentColor;
    outline-offset: 2px;
  }
  .button,
  .link {
    font: inherit;
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
  /* Two rings: one of them contrasts, whatever the page and the accent are. */
  .button:focus-visible {
    outline: 2px solid #fff;
    outline-offset: 0;
    box-shadow: 0 0 0 5px #000;
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
    text-decoration: underline 2px var(--_accent);
    text-underline-offset: 0.2em;
  }
  [aria-disabled='true'] {
    cursor: progress;
    filter: saturate(0.4);
  }
`;
