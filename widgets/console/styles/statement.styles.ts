import { css } from '../../core.ts';

/** Forms: a refusal, an answer, tags. */
export const statementStyles = css`
  .statement {
    display: grid;
    gap: 1.1em;
    padding: clamp(1em, 3cqi, 1.75em);
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_tint);
  }
  .statement .field {
    margin: 0;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0 1.25em;
  }
  .reason {
    align-items: center;
  }
  .reason kbd {
    margin-inline-start: auto;
  }
  .reason:has(:checked) {
    font-weight: 600;
  }
  select {
    font: inherit;
    color: inherit;
    min-block-size: 40px;
    padding: 0.3em 0.6em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  .small select {
    min-block-size: 32px;
    font-size: 0.9em;
  }
  .field :is(input, textarea) {
    background: var(--_paper);
  }
  .preview {
    background: var(--_paper);
  }
  .preview h4 {
    color: var(--_soft);
    font-weight: 400;
    margin-block-end: 0.4em;
  }
  .preview .verbatim {
    min-block-size: 1.5em;
    font-family: var(--_serif);
    font-size: 1.1em;
  }
`;
