import { css } from 'lit';

/**
 * What partners may set, `--ambassador-*`, and what widgets read, `--_*`. Text and surface are the
 * page's own unless `theme` says light or dark; lines and tints are mixed from the text's colour,
 * so that they fit on any page. Words are never in the accent colour, because nobody knows what
 * lies behind them. `form.ts` adds the tokens of buttons and fields.
 */
export const tokens = css`
  :host {
    --_accent: var(--ambassador-accent, #c5341c);
    --_text: var(--ambassador-text, inherit);
    --_surface: var(--ambassador-surface, transparent);
    --_muted: color-mix(in srgb, currentColor 78%, transparent);
    --_line: color-mix(in srgb, currentColor 20%, transparent);
    --_space: var(--ambassador-space, 1em);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--ambassador-accent, light-dark(#b3261e, #ff8a6b));
    }
  }
  :host([theme='light']) .base {
    color-scheme: light;
    --_text: var(--ambassador-text, #241c19);
    --_surface: var(--ambassador-surface, #fff);
  }
  :host([theme='dark']) .base {
    color-scheme: dark;
    --_text: var(--ambassador-text, #f6efea);
    --_surface: var(--ambassador-surface, #1d1715);
  }
`;
