import { ofDocument, type ReactiveController, type ReactiveControllerHost } from '../core.ts';

/** Tells when the visitor comes back to the page: somebody who confirmed in another tab sees the number move. */
export class PageReturn implements ReactiveController {
  readonly #returned: () => void;

  constructor(host: ReactiveControllerHost, returned: () => void) {
    this.#returned = returned;
    host.addController(this);
  }

  // The event bubbles from the document to the window, whose methods no element name can hide.
  hostConnected(): void {
    window.addEventListener('visibilitychange', this);
  }

  hostDisconnected(): void {
    window.removeEventListener('visibilitychange', this);
  }

  handleEvent(): void {
    if (ofDocument('visibilityState') === 'visible') this.#returned();
  }
}
