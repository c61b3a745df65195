import { placeOf, WhenVisible, type ReactiveControllerHost } from '../core.ts';

type Host = ReactiveControllerHost & HTMLElement & { open?: boolean; compact?: boolean };

/**
 * When the form may take the place of what the page has between our tags. We never move what the
 * visitor is looking at: in view or above it, the page's link stays and a press on it is the wish to
 * see the form; strictly below, the form unfolds by itself.
 */
export class Unfolding {
  readonly #host: Host;
  readonly #ready: () => boolean;
  readonly #visible: WhenVisible;
  #done = false;
  /** The form was asked for: it takes focus as soon as it is there. */
  wanted = false;

  /**
   * @param host the element
   * @param ready whether there is a form to show
   */
  constructor(host: Host, ready: () => boolean) {
    this.#host = host;
    this.#ready = ready;
    this.#visible = new WhenVisible(host, () => this.#done || host.requestUpdate());
    host.addEventListener('click', this.#handleClick);
  }

  /** The way in that the page itself offers: the first link between our tags. */
  get link(): HTMLAnchorElement | null {
    return this.#host.querySelector<HTMLAnchorElement>('a[href]');
  }

  /** Whether the form is to be shown now; once it is, it stays. */
  get unfolded(): boolean {
    const { open, compact } = this.#host;
    if (!this.#ready()) return false;
    return (this.#done ||=
      open || this.wanted || (!compact && this.#visible.place === 'below' && placeOf(this.#host) === 'below'));
  }

  /** Somebody wants to see the form. */
  readonly ask = (): void => {
    this.wanted = true;
    this.#host.requestUpdate();
  };

  readonly #handleClick = (event: MouseEvent): void => {
    // With a key held or another button, a link means a new tab, a download, a menu: the page's own business.
    const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    const { link } = this;
    if (special || event.defaultPrevented || !link || !event.composedPath().includes(link)) return;
    if (!this.#ready()) return;
    event.preventDefault();
    // The form is drawn in a task of its own: on a slow phone the press has been enough for one.
    setTimeout(this.ask);
  };
}
