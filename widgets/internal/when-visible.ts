import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where an element stands to what the visitor sees. `in` covers every doubt. */
export type Place = 'above' | 'in' | 'below';

/** Where an element stands now. Reads layout: ask once, not in a loop. */
export function placeOf(element: Element): Place {
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= innerHeight) return 'below';
  return bottom < 0 ? 'above' : 'in';
}

/** Tells its host when it comes into view, or leaves it upwards or downwards. */
export class WhenVisible implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #changed: (place: Place) => void;
  #observer: IntersectionObserver | undefined;
  /** The last known place; `in` until the browser has said otherwise. */
  place: Place = 'in';

  constructor(host: ReactiveControllerHost & Element, changed: (place: Place) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1);
      if (!entry) return;
      // Outside an ancestor's scroll port, yet inside the window: not seen, but close enough to count as in view.
      const height = entry.rootBounds?.height ?? innerHeight;
      const { top, bottom } = entry.boundingClientRect;
      this.place = entry.isIntersecting ? 'in' : top >= height ? 'below' : bottom <= 0 ? 'above' : 'in';
      this.#changed(this.place);
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
