import { css } from '../../core.ts';

/** The ground of the console, and the way in. */
export const frameStyles = css`
  :host {
    --_serif: var(
      --ambassador-serif,
      'Iowan Old Style',
      'Palatino Linotype',
      Palatino,
      'URW Palladio L',
      'Book Antiqua',
      Georgia,
      serif
    );
    --_paper: var(--ambassador-surface, Canvas);
    --_tint: color-mix(in srgb, currentColor 5%, transparent);
    --_soft: color-mix(in srgb, currentColor 74%, transparent);
  }
  .base {
    container-type: inline-size;
    /* Also in grids: a name without a space must not be wider than a phone. */
    overflow-wrap: anywhere;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-family: var(--_serif);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.85em;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1.15em;
  }
  h4 {
    font-size: 0.85em;
  }
  /* A heading takes the focus to be read, not to be pressed. */
  :is(h2, h3):focus-visible {
    outline: 0;
    box-shadow:
      -0.35em 0 0 -0.1em var(--_paper),
      -0.5em 0 0 -0.1em var(--_accent);
  }
  :is(h2, h3, input, textarea, select, button, summary, iframe) {
    scroll-margin-block: 5em 9em;
  }
  ul,
  ol {
    list-style: none;
  }
  .hint,
  .eyebrow,
  .note {
    color: var(--_soft);
  }
  .eyebrow {
    font-size: 0.85em;
  }
  .verbatim {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.7em;
    padding-inline: 0.35em;
    border: 1px solid currentColor;
    border-radius: 5px;
    font:
      600 0.75em/1.7 ui-monospace,
      'DejaVu Sans Mono',
      monospace;
    text-align: center;
    opacity: 0.85;
  }
  /* Nobody presses keys on a screen that is touched. */
  @media (hover: none) and (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 0.75em;
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: 0.25em 1em;
  }
  [aria-disabled='true'] {
    cursor: not-allowed;
  }
  .button[aria-disabled='true'] {
    filter: none;
    border-style: dashed;
    border-color: var(--_border);
    background: transparent;
    color: var(--_soft);
  }
  .box {
    padding: 0.8em 1.1em;
    border-inline-start: 4px solid var(--_accent);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_tint);
    font-weight: 600;
  }
  .box:dir(rtl) {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }

  .sign-in {
    max-inline-size: 27em;
    display: grid;
    gap: 0.9em;
  }
  .flame {
    block-size: 2.6em;
    fill: var(--_accent);
    justify-self: start;
  }
  .sign-in .code {
    max-inline-size: 9em;
    font:
      600 1.5em/1.4 ui-monospace,
      'DejaVu Sans Mono',
      monospace;
    letter-spacing: 0.18em;
  }
  .sign-in form {
    margin-block-start: 0.4em;
  }
  .sign-in form .link {
    display: block;
    margin-block-start: 1.2em;
  }
`;
