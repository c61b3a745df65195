import type { ReactiveController, ReactiveControllerHost } from '../core.ts';

/** Tells its host which story the page's address names: `#story-…`, now and when it changes. */
export class DeepLink implements ReactiveController {
  readonly #follow: () => void;

  /**
   * @param host the element
   * @param follow called when the address names another story
   */
  constructor(host: ReactiveControllerHost, follow: () => void) {
    this.#follow = follow;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
  }

  /** The id of the story. */
  get story(): string | undefined {
    return /^#story-([\w-]+)$/.exec(location.hash)?.[1];
  }
}
