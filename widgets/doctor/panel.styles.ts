import { css } from '../styles/sheet.ts';

/** Sheet of the panel. `:host` says `!important`, which wins over what the page says with it (CSS Cascade 5 §6.4). */
export const panelStyles = css`
  :host {
    all: initial !important;
    color-scheme: light dark !important;
    position: fixed !important;
    inset: auto 0 0 auto !important;
    display: flex !important;
    box-sizing: border-box !important;
    inline-size: min(560px, 100%) !important;
    max-block-size: 100% !important;
    margin: 0 !important;
    padding: 16px !important;
    border: 0 !important;
    background: none !important;
    overflow: visible !important;
    opacity: 1 !important;
    visibility: visible !important;
    z-index: 2147483647 !important;
    pointer-events: none !important;
    font:
      16px/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      'Noto Sans',
      sans-serif !important;
    --paper: light-dark(#fffaf5, #17120f);
    --card: light-dark(#fff, #211a16);
    --ink: light-dark(#241a16, #f6ece4);
    --soft: light-dark(#6a5a52, #c0afa5);
    --line: light-dark(#e7d9cd, #42352d);
    --tint: light-dark(#fbeee4, #2a201b);
    --accent: light-dark(#b3261e, #ff9a85);
    --well: light-dark(#21683c, #8fd6a5);
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  [role='dialog'] {
    pointer-events: auto;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    max-block-size: min(100%, 86vh);
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--paper);
    color: var(--ink);
    box-shadow:
      0 2px 6px rgb(0 0 0 / 0.08),
      0 18px 50px rgb(0 0 0 / 0.24);
    overflow: clip;
  }
  [role='dialog']:focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 18px 14px 14px 22px;
    border-block-end: 1px solid var(--line);
  }
  header svg {
    flex: none;
    inline-size: 21px;
    block-size: 28px;
    fill: var(--accent);
  }
  header div {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
    line-height: 1.3;
    color: var(--soft);
  }
  header p {
    margin: 0;
    font-size: 21px;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  main {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 6px 22px 22px;
  }
  article {
    padding-block: 20px;
  }
  article + article {
    border-block-start: 1px solid var(--line);
  }
  .mark {
    display: inline-block;
    margin: 0 0 6px;
    padding: 1px 10px;
    border-radius: 99px;
    background: var(--tint);
    color: var(--ink);
    font-size: 13px;
    font-weight: 600;
  }
  .broken .mark {
    background: var(--accent);
    color: light-dark(#fff, #1d1512);
  }
  .advice .mark {
    background: none;
    box-shadow: inset 0 0 0 1px var(--line);
    color: var(--soft);
  }
  h3 {
    margin: 0 0 4px;
    font-size: 17px;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  article p {
    margin: 0 0 12px;
    color: var(--soft);
    overflow-wrap: anywhere;
  }
  article .where {
    margin: 0 0 6px;
    font-size: 14px;
    color: var(--ink);
  }
  .paste {
    display: flex;
    align-items: stretch;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--card);
    overflow: clip;
  }
  pre {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding: 11px 14px;
    max-block-size: 9.5em;
    overflow: auto;
    font:
      13.5px/1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  pre:focus-visible {
    outline-offset: -3px;
  }
  button {
    min-block-size: 44px;
    margin: 0;
    padding: 6px 16px;
    border: 0;
    border-radius: 10px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 15px;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: var(--tint);
  }
  .paste button {
    flex: none;
    border-inline-start: 1px solid var(--line);
    border-radius: 0;
    color: var(--accent);
  }
  .paste button:focus-visible {
    outline-offset: -4px;
  }
  .close {
    flex: none;
    inline-size: 44px;
    padding: 0;
    border-radius: 50%;
    font-size: 24px;
    line-height: 1;
    font-weight: 400;
  }
  .lead {
    margin: 18px 0 4px;
    font-size: 17px;
  }
  details,
  .checked {
    margin-block-start: 8px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  .all {
    border: 0;
  }
  h4 {
    margin: 0 0 8px;
    font-size: 14px;
    font-weight: 600;
    color: var(--soft);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: 10px;
    padding-block: 3px;
    font-size: 15px;
  }
  li svg {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 4px;
    fill: none;
    stroke: var(--well);
    stroke-width: 2.5;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 10px 14px;
    border-block-start: 1px solid var(--line);
  }
  footer button {
    flex: 1 1 auto;
    border: 1px solid var(--line);
  }
  footer .main {
    border-color: transparent;
    background: var(--accent);
    color: light-dark(#fff, #1d1512);
  }
  @media (max-width: 479px) {
    :host {
      padding: 0 !important;
    }
    [role='dialog'] {
      border-radius: 18px 18px 0 0;
      border-inline: 0;
      border-block-end: 0;
    }
    header {
      padding-inline-start: 16px;
    }
    main {
      padding-inline: 16px;
    }
    .paste {
      flex-direction: column;
    }
    .paste button {
      border-inline-start: 0;
      border-block-start: 1px solid var(--line);
    }
  }
  @media (forced-colors: active) {
    .mark,
    footer .main {
      border: 1px solid;
    }
  }
`;
