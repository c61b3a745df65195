import { css } from 'lit';

/**
 * What partners may set, `--ambassador-*`, and what widgets read, `--_*`. Text and surface are the
 * page's own unless `theme` says light or dark; lines and tints are mixed from the text's colour,
 * so that they fit on any page. Text on the accent is black or white, whichever WCAG's contrast
 * formula prefers, so that no chosen accent makes a button unreadable.
 */
export const tokens = css`
  :host {
    --_accent: var(--ambassador-accent, #b3261e);
    --_danger: var(--ambassador-danger, #a0123c);
    --_text: var(--ambassador-text, inherit);
    --_surface: var(--ambassador-surface, transparent);
    --_muted: color-mix(in srgb, currentColor 76%, transparent);
    --_border: var(--ambassador-border, color-mix(in srgb, currentColor 58%, transparent));
    --_line: color-mix(in srgb, currentColor 18%, transparent);
    --_tint: color-mix(in srgb, currentColor 5%, transparent);
    --_radius: var(--ambassador-radius, 10px);
    --_space: var(--ambassador-space, 1em);
    --_on-accent: #fff;
  }
  @supports (color: color(from red xyz-d65 x y z)) {
    :host {
      --_on-accent: color(
        from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 99999, 0.9505) clamp(0, (0.179 - y) * 99999, 1)
          clamp(0, (0.179 - y) * 99999, 1.089)
      );
    }
  }
  :host([theme='light']) {
    --_text: var(--ambassador-text, #241c19);
    --_surface: var(--ambassador-surface, #fff);
  }
  .base {
    color-scheme: light;
  }
`;

/** Adopted, after everything else, while the widget stands on a dark ground. */
export const darkTokens = css`
  :host {
    --_accent: var(--ambassador-accent, #ff9d85);
    --_danger: var(--ambassador-danger, #ff9ab5);
  }
  :host([theme='dark']) {
    --_text: var(--ambassador-text, #f6efea);
    --_surface: var(--ambassador-surface, #1d1715);
  }
  .base {
    color-scheme: dark;
  }
`;
