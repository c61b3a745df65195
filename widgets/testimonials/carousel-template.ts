import { html, nothing, type TemplateResult } from '../core.ts';
import type { TestimonialsTerms } from '../lang/testimonials/terms.ts';
import { backwards, forwards, pausing, playing } from './icons.ts';
import type { Rotation } from './rotation.ts';
import type { Slides } from './slides.ts';

/** What a carousel is drawn from. */
export interface CarouselView {
  terms: TestimonialsTerms;
  slides: Slides;
  rotation: Rotation;
  count: number;
}

const isRotationButton = ({ target }: Event) => target instanceof Element && !!target.closest('.rotation');

/**
 * Controls and track. The button for the rotation comes first, so that it is found before what moves;
 * the others stay where they are at the ends, and say that they have nothing to do there.
 * @param content the slides
 */
export function carouselTemplate(view: CarouselView, content: unknown): TemplateResult {
  const { terms, slides, rotation, count } = view;
  const { first, last, atStart, atEnd } = slides;

  const handleFocus = (event: FocusEvent) => {
    // A press of a mouse or a finger focuses the button too, and is about to say what it wants.
    if (!isRotationButton(event) || (event.target as Element).matches(':focus-visible')) rotation.stop();
  };
  const handlePress = (event: Event) => {
    if (!isRotationButton(event)) rotation.stop();
  };
  const handleEnter = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') rotation.hold();
  };
  const handleKey = (event: KeyboardEvent) => {
    const { target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const busy = target instanceof Element && target.closest('video, input, textarea, select');
    if (altKey || ctrlKey || metaKey || shiftKey || busy || !slides.handleKey(event)) return;
    event.preventDefault();
    rotation.stop();
  };
  const handleScroll = () => {
    if (slides.handleScroll()) rotation.stop();
  };
  const handleTurn = (direction: 1 | -1) => {
    // Assistive technology presses without focus and without a pointer.
    rotation.stop();
    slides.step(direction);
  };
  const turn = (direction: 1 | -1, name: string, sign: unknown, done: boolean) =>
    html`<button
      class="round"
      part=${direction > 0 ? 'next' : 'previous'}
      aria-label=${name}
      aria-disabled=${done ? 'true' : 'false'}
      @click=${() => handleTurn(direction)}
    >
      ${sign}
    </button>`;

  return html`<div
    class="carousel"
    role="group"
    aria-roledescription=${terms.carousel}
    aria-label=${terms.name}
    @focusin=${handleFocus}
    @keydown=${handleKey}
    @pointerdown=${handlePress}
    @wheel=${{ handleEvent: rotation.stop, passive: true }}
    @pointerenter=${handleEnter}
    @pointerleave=${rotation.release}
  >
    ${
      count < 2
        ? nothing
        : html`<div class="controls ${atStart && atEnd ? 'idle' : ''}" part="controls">
            ${
              rotation.possible
                ? html`<button
                    class="round rotation"
                    part="rotation"
                    aria-label=${rotation.on ? terms.pause : terms.play}
                    @click=${rotation.toggle}
                  >
                    ${rotation.on ? pausing : playing}
                  </button>`
                : nothing
            }
            ${turn(-1, terms.previous, backwards, atStart)}
            <p class="position" part="position" aria-live=${rotation.on ? 'off' : 'polite'} aria-atomic="true">
              ${first + 1}${last > first ? `–${last + 1}` : ''} / ${count}
            </p>
            ${turn(1, terms.next, forwards, atEnd)}
          </div>`
    }
    <div class="track" part="track" @scroll=${handleScroll}>${content}</div>
  </div>`;
}
