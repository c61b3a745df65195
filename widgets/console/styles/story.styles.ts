import { css } from '../../core.ts';

/** A story, whole, and what can be decided about it. */
export const storyStyles = css`
  .at-hand {
    display: grid;
    gap: 1.5em;
    min-inline-size: 0;
  }
  .story,
  .letter {
    display: grid;
    gap: 1.2em;
  }
  .head {
    display: grid;
    gap: 0.45em;
  }
  .place {
    font-weight: 400;
    color: var(--_soft);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.5em;
    font-size: 0.88em;
  }
  .chips li {
    padding: 0.1em 0.75em;
    border: 1px solid var(--_line);
    border-radius: 1em;
  }
  .chips .strong {
    border-color: currentColor;
    font-weight: 600;
  }
  .chips .alert {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
    font-weight: 600;
  }
  .columns {
    display: grid;
    gap: 2em 2.5em;
  }
  .told {
    display: grid;
    gap: 1.4em;
    align-content: start;
    min-inline-size: 0;
  }
  .prompt q {
    display: block;
    font-style: italic;
    quotes: none;
  }
  blockquote {
    max-inline-size: 33em;
    font: 1.3em/1.6 var(--_serif);
  }
  .link-card,
  .preview {
    padding: 0.9em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .link-card .link {
    overflow-wrap: anywhere;
  }

  .media {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 1.25em;
  }
  .media .film,
  .media figure:only-child {
    grid-column: 1 / -1;
  }
  figure {
    display: grid;
    gap: 0.6em;
    align-content: start;
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: clamp(14em, 42vh, 24em);
    border: 0;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .film iframe,
  figure:only-child iframe {
    block-size: clamp(16em, 56vh, 32em);
  }
  figcaption {
    display: grid;
    gap: 0.2em;
  }
  .waiting-media {
    display: grid;
    place-items: center;
    min-block-size: 9em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    color: var(--_soft);
  }
  .missing {
    padding-inline-start: 0.6em;
    border-inline-start: 4px solid var(--_danger);
  }
  summary {
    min-block-size: 28px;
    cursor: pointer;
  }
  .cue-list {
    padding-block: 0.3em;
  }
  .cue-list li {
    display: grid;
    grid-template-columns: 4em 1fr;
    gap: 0.75em;
  }
  .time {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }

  .beside {
    display: grid;
    gap: 1.75em;
    align-content: start;
    font-size: 0.94em;
  }
  .facts,
  .history {
    display: grid;
    gap: 0.6em;
  }
  .facts dl {
    display: grid;
    gap: 0.8em;
  }
  dt {
    color: var(--_soft);
    font-size: 0.9em;
  }
  .uses li {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.2em;
    border-block-end: 1px solid var(--_line);
  }
  .uses .answer {
    font-weight: 600;
  }
  .not-given {
    color: var(--_soft);
  }
  .history li {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .history .hint,
  .letter .hint {
    display: block;
  }
  .letter {
    gap: 0.6em;
    max-inline-size: 42em;
  }
  .letter .told-words {
    font: 1.15em/1.6 var(--_serif);
  }
  .address {
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding-block: 0.9em;
    border-block-start: 1px solid var(--_line);
    background: var(--_paper);
  }
  .actions .ways {
    gap: 0.5em;
  }
  .actions .button {
    min-block-size: 44px;
    padding: 0.35em 0.7em;
    font-size: 0.9em;
  }
  .steps {
    grid-column: 2;
    margin-inline-start: auto;
  }
  .steps .button {
    border-color: transparent;
    padding-inline: 0.6em;
  }

  @container (min-width: 60em) {
    .actions {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: end;
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
    }
    /* What can be answered stays below the letter it answers. */
    .letter ~ .actions {
      position: static;
    }
  }
  @container (min-width: 62em) {
    .story .columns {
      grid-template-columns: minmax(0, 1fr) 15.5em;
    }
  }
`;
