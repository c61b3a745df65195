import { placeOf } from '../core.ts';
import { extentOf } from '../place.ts';

/**
 * When stories may take the place of what the page has between our tags. We never move what the
 * visitor is looking at: out of view they may be as tall as they are, in view they take the room
 * that is there, and wait if it is not enough.
 */
export class Takeover {
  readonly #host: HTMLElement;
  readonly #draw: () => void;
  /** The stories are shown. */
  done = false;
  /** The room of what was there before, in pixels; 0 when it need not be kept. */
  room = 0;

  /**
   * @param host the element
   * @param draw draws it, at once
   */
  constructor(host: HTMLElement, draw: () => void) {
    this.#host = host;
    this.#draw = draw;
  }

  /**
   * Shows the stories, if that moves nothing that the visitor sees.
   * @param count how many stories there are
   * @param asked the page or the visitor asked for this change: then it may move
   */
  attempt(count: number, asked: boolean): void {
    const host = this.#host;
    // Pages are written before stories are told: what they have is not replaced by less.
    const enough = count > 0 && (this.done || count >= host.querySelectorAll('blockquote').length);
    const empty = !host.textContent?.trim() && !host.childElementCount;
    const place = placeOf(host);
    // Above the view, browsers that hold on to what is in view keep it where it is.
    const unseen = place === 'below' || (place === 'above' && CSS.supports('overflow-anchor: auto'));
    const free = asked || empty || unseen;
    const before = extentOf(host);
    this.room = free ? 0 : host.offsetHeight;
    this.#show(enough);
    if (enough && !free && extentOf(host) !== before) this.#show(false);
  }

  #show(done: boolean): void {
    this.done = done;
    this.#draw();
  }
}
