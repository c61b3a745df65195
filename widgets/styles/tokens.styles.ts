import { css } from './sheet.ts';

/**
 * What partners may set, `--ambassador-*`, and what widgets read, `--_*`. Text and surface are the
 * page's own unless `theme` says light or dark; lines and tints are mixed from the text's colour,
 * so that they fit on any page. The accent has 3:1 or more on white and on near-black; words are
 * never in it, because nobody knows what lies behind them. `form.ts` adds what forms need.
 */
export const tokens = css`
  :host {
    --_accent: var(--ambassador-accent, #d13a1e);
    --_line: color-mix(in srgb, currentColor 20%, transparent);
  }
  :host([theme='light']) .base {
    color-scheme: light;
  }
  :host([theme='dark']) .base {
    color-scheme: dark;
  }
  :host([theme='light']) .base,
  :host([theme='dark']) .base {
    color: var(--ambassador-text, CanvasText);
    background: var(--ambassador-surface, Canvas);
  }
`;
