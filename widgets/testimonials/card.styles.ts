import { css } from '../core.ts';

/** One story: a picture to the edge, words with room around them, and small print for everything else. */
export const cardStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.6);
    padding: calc(var(--_space) * 1.5);
    overflow-wrap: anywhere;
  }
  figure {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: calc(var(--_space) * 1.25);
    margin: 0;
  }
  p,
  blockquote {
    margin: 0;
  }
  blockquote,
  .said,
  .media {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }
  .said {
    flex: 1;
    align-content: start;
  }
  /* Words alone, beside taller neighbours: in the middle of their card. */
  .said:first-child:has(.brief) {
    align-content: center;
  }
  .words {
    text-align: start;
    text-wrap: pretty;
    white-space: pre-line;
  }
  blockquote {
    inline-size: 100%;
    font-size: 1.0625em;
    line-height: 1.6;
  }
  .brief {
    font-size: clamp(1.25em, 5cqi, 1.5em);
    line-height: 1.35;
  }
  .muted,
  .time,
  .position,
  .actions {
    font-size: 0.875em;
  }
  .muted {
    color: var(--_muted);
  }

  .media {
    grid-template-columns: 1fr 1fr;
    gap: 3px;
    justify-items: stretch;
    margin: calc(var(--_space) * -1.5);
    margin-block-end: 0;
    border-radius: calc(var(--_radius) * 1.6 - 1px) calc(var(--_radius) * 1.6 - 1px) 0 0;
    overflow: hidden;
  }
  .frame {
    position: relative;
    aspect-ratio: 4 / 3;
    background: var(--_tint);
  }
  /* An odd number: the first one is the large one. */
  .frame:first-child:nth-last-child(odd) {
    grid-column: 1 / -1;
    aspect-ratio: clamp(var(--_tallest, 0.8), var(--_ratio), 1.9);
  }
  .frame > *,
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    object-fit: cover;
  }
  video,
  .film img {
    object-fit: contain;
  }
  .film {
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  /* On any picture, white on its own dark ground can be read. */
  .disc,
  .time {
    position: absolute;
    display: grid;
    place-items: center;
    background: rgb(0 0 0 / 72%);
    color: #fff;
  }
  .disc {
    inset: calc(50% - 2em);
    inline-size: 4em;
    block-size: 4em;
    border: 2px solid #fff;
    border-radius: 50%;
    transition: transform 0.15s;
  }
  .film:hover .disc {
    transform: scale(1.08);
  }
  .film:focus-visible,
  video:focus-visible {
    outline-offset: -6px;
    outline-color: #fff;
    box-shadow: inset 0 0 0 9px #000;
  }
  .time {
    inset: auto 0.75em 0.75em auto;
    padding: 0.1em 0.5em;
    border-radius: 4px;
    font-variant-numeric: tabular-nums;
  }

  .icon {
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .disc .icon {
    inline-size: 2em;
    block-size: 2em;
    fill: currentColor;
  }
  .elsewhere {
    display: flex;
    gap: 0.75em;
    align-items: center;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }
  .elsewhere:hover,
  .round:hover {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }
  .elsewhere .icon {
    flex: none;
    color: var(--_accent);
  }
  details {
    inline-size: 100%;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  summary::marker {
    color: var(--_accent);
  }

  figcaption {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    line-height: 1.35;
  }
  figcaption b,
  figcaption .muted {
    display: block;
  }
  .flame {
    flex: none;
    block-size: 1em;
    fill: var(--_accent);
    transform: translateY(0.1em);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-start: var(--_space);
    padding-block-start: calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_line);
  }
  .actions .link {
    color: var(--_muted);
    text-decoration-line: none;
  }
  .actions .link:is(:hover, :focus-visible, [aria-expanded='true']) {
    text-decoration-line: underline;
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin: 0.75em 0 0;
    padding: 0;
    list-style: none;
  }
  .share .link {
    display: inline-block;
  }
  .report {
    margin-block-start: var(--_space);
    outline: none;
  }
  .report > strong {
    display: block;
    margin-block-end: 1em;
  }
  .report > .error {
    margin-block-end: 1em;
  }
  select {
    min-block-size: 48px;
    inline-size: 100%;
    padding-inline: 0.6em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Field;
    color: FieldText;
    font: inherit;
  }
`;
