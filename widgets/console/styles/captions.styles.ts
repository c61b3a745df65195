import { css } from '../../core.ts';

/** The film beside its lines. */
export const captionStyles = css`
  .captions {
    display: grid;
    gap: 0.9em;
  }
  .captions form {
    display: grid;
    gap: 1.5em;
    margin-block-start: 0.75em;
  }
  video {
    display: block;
    inline-size: 100%;
    max-block-size: 55vh;
    border-radius: var(--_radius);
    background: #000;
  }
  .film-side,
  .lines-side {
    display: grid;
    gap: 1em;
    align-content: start;
    min-inline-size: 0;
  }
  .import .field {
    margin-block: 0.75em;
  }
  .cues {
    display: grid;
    gap: 0.75em;
  }
  .cue {
    display: grid;
    align-items: start;
    gap: 0.6em 1em;
    padding: 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .cue:focus-within {
    border-color: currentColor;
  }
  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .time-field {
    display: grid;
    gap: 0.15em;
    justify-items: start;
  }
  .time-field label {
    font-size: 0.85em;
    font-weight: 400;
    color: var(--_soft);
  }
  .cue :is(input, textarea) {
    font: inherit;
    color: inherit;
    inline-size: 100%;
    margin: 0;
    padding: 0.4em 0.6em;
    border: 1px solid var(--_border);
    border-radius: 8px;
    background: var(--_paper);
  }
  .cue input {
    inline-size: 6.5em;
    min-block-size: 40px;
    font-variant-numeric: tabular-nums;
  }
  .cue [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .cue .words {
    display: grid;
    gap: 0.35em;
  }
  .cue .link {
    font-size: 0.9em;
  }
  .captions .transcript {
    margin: 0;
  }

  @container (min-width: 60em) {
    .captions .columns {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      align-items: start;
    }
    .film-side {
      position: sticky;
      inset-block-start: 1em;
    }
    .cue {
      grid-template-columns: auto minmax(0, 1fr);
    }
  }
`;
