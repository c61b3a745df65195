import { css } from '../core.ts';

/** How stories stand together. */
export const testimonialsStyles = css`
  .base {
    container-type: inline-size;
    min-block-size: var(--_room);
  }
  .controls {
    display: flex;
    gap: 0.25em;
    align-items: center;
    justify-content: flex-end;
    margin-block-end: 0.5em;
  }
  /* Everything is in view: the row keeps its room, because a narrower page needs it. */
  .idle {
    visibility: hidden;
  }
  .round {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .round[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  :dir(rtl) > :not(.rotation) > .icon {
    transform: scaleX(-1);
  }
  .position {
    min-inline-size: 4em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .track {
    display: flex;
    gap: var(--_space);
    overflow: auto hidden;
    /* As plaintext, as all of ours is, Firefox would scroll it by the direction of its first words. */
    unicode-bidi: normal;
    scroll-snap-type: x mandatory;
    overscroll-behavior-x: contain;
    scrollbar-width: none;
    --_slides: 1;
    --_tallest: 1;
  }
  .track > .card {
    flex: 0 0 calc((100% - (var(--_slides) - 1) * var(--_space)) / var(--_slides));
    scroll-snap-align: start;
  }
  /* Inside: the track would cut it. */
  .card:focus-visible {
    outline-offset: -3px;
  }

  .stories {
    display: grid;
    gap: var(--_space);
  }
  .wall {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
  }
  .list .card,
  .single .card {
    max-inline-size: 48em;
  }
  .single .card {
    padding: 0;
    border: 0;
  }
  .single .media {
    margin: 0;
    border-radius: calc(var(--_radius) * 1.6);
  }
  .base > .button {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  @container (min-width: 40em) {
    .track {
      --_slides: 2;
    }
    /* The picture beside the words. */
    .list figure:has(.media) {
      display: grid;
      grid-template: 1fr auto / 2fr 3fr;
    }
    .list .media {
      grid-row: span 2;
      align-self: start;
      margin: 0;
      border-radius: var(--_radius);
    }
  }
  @container (min-width: 62em) {
    .track {
      --_slides: 3;
    }
  }
  @media print {
    .track {
      flex-wrap: wrap;
      overflow: visible;
    }
    .controls,
    .actions {
      display: none;
    }
  }
`;
