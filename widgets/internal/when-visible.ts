import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where an element stands to what the visitor sees. `in` covers every doubt. */
export type Place = 'above' | 'in' | 'below';

/** Where an element stands now. Reads layout: ask once, not in a loop. */
export function placeOf(element: Element): Place {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= innerHeight ? 'below' : bottom < 0 ? 'above' : 'in';
}

/** Tells its host when it comes into view, or leaves it upwards or downwards. */
export class WhenVisible implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: IntersectionObserver;
  /** The last known place; `in` until the browser has said otherwise. */
  place: Place = 'in';

  constructor(host: ReactiveControllerHost & Element, changed: (place: Place) => void) {
    this.#host = host;
    // The observer says when to look; an element in another scroll port is in view for all we know.
    this.#observer = new IntersectionObserver(() => changed((this.place = placeOf(host))));
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
