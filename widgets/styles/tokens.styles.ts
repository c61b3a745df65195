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
    --_text: var(--ambassador-text, inherit);
    --_surface: var(--ambassador-surface, transparent);
    --_line: color-mix(in srgb, currentColor 20%, transparent);
  }
  :host(:is([theme='light'], [theme='dark'])) {
    --_text: var(--ambassador-text, CanvasText);
    --_surface: var(--ambassador-surface, Canvas);
  }
  :host([theme='light']) .base {
    color-scheme: light;
  }
  :host([theme='dark']) .base {
    color-scheme: dark;
  }
`;
