import { css } from '../../core.ts';

/** What stands around a story: the bar, the status line, the list, tables and help. */
export const partStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: 0.25em 2em;
    border-block-end: 1px solid var(--_line);
  }
  .bar ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.3em;
  }
  .bar nav button {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    margin: 0;
    padding: 0.3em 0;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    font: inherit;
    color: var(--_soft);
    cursor: pointer;
  }
  .bar nav button:hover {
    color: inherit;
    border-color: var(--_line);
  }
  .bar nav [aria-current='page']:is(button) {
    color: inherit;
    border-color: var(--_accent);
    font-weight: 600;
  }
  .count {
    min-inline-size: 1.8em;
    padding-inline: 0.5em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.78em;
    font-weight: 700;
    line-height: 1.8;
    text-align: center;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.2em;
    min-block-size: 44px;
    font-size: 0.85em;
    color: var(--_soft);
  }
  .who .link {
    min-block-size: 32px;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1em;
    min-block-size: 3.4em;
    padding-block: 0.3em;
  }
  .status p {
    font-weight: 600;
  }
  .status .button {
    min-block-size: 38px;
    padding: 0.2em 0.9em;
  }
  .status .hint {
    font-weight: 400;
  }

  .pile {
    display: none;
  }
  .pile button {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 0.75em;
    inline-size: 100%;
    margin: 0;
    padding: 0.7em 0.9em;
    border: 0;
    border-inline-start: 3px solid transparent;
    border-radius: 0 8px 8px 0;
    background: none;
    font: inherit;
    font-size: 0.9em;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  .pile button:dir(rtl) {
    border-radius: 8px 0 0 8px;
  }
  .pile button:hover {
    background: var(--_tint);
  }
  .pile [aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .pile .title {
    grid-column: 1 / -1;
    font-weight: 600;
  }
  .pile .note,
  .pile .text {
    grid-column: 1 / -1;
    overflow: hidden;
    font-size: 0.9em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .pile .text {
    color: var(--_soft);
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: 0.75em;
    padding-block: clamp(2em, 12cqi, 6em);
    text-align: center;
  }
  .empty .flame {
    block-size: 3.6em;
    justify-self: center;
  }
  .empty .button {
    margin-block-start: 0.75em;
  }

  .table {
    display: grid;
    gap: 1em;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    overflow-wrap: normal;
  }
  th,
  td {
    padding: 0.6em 1em 0.6em 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-size: 0.85em;
    color: var(--_soft);
  }

  dialog {
    max-inline-size: min(30em, 100vw - 2em);
    padding: clamp(1em, 4cqi, 1.5em);
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_paper);
    color: inherit;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog > * {
    margin-block-end: 0.8em;
  }
  .keys > div {
    display: grid;
    grid-template-columns: clamp(3em, 26cqi, 6.5em) 1fr;
    gap: 0.75em;
    padding-block: 0.35em;
    border-block-end: 1px solid var(--_line);
  }

  @container (min-width: 60em) {
    .desk {
      display: grid;
      grid-template-columns: 15.5em minmax(0, 1fr);
      gap: 2.5em;
      align-items: start;
    }
    .pile {
      display: block;
      position: sticky;
      inset-block-start: 1em;
      max-block-size: calc(100vh - 2em);
      overflow-y: auto;
    }
  }
`;
