import { ofDocument, type ReactiveController, type ReactiveControllerHost } from '../core.ts';

/** Nothing moves on sooner than this, in seconds. */
const least = 6;
const usual = 8;

/**
 * Seconds between two slides, from an attribute.
 * @param attribute nothing: it does not rotate; empty: the usual time; a number of seconds
 */
export function secondsOf(attribute: string | null | undefined): number {
  if (attribute === null || attribute === undefined || attribute === 'false') return 0;
  return Math.max(least, Number(attribute) || usual);
}

/** Whether the page is in front of somebody. */
export const isSeen = () => ofDocument('visibilityState') === 'visible';

/**
 * The rotation of a carousel. It begins once, when the carousel is first in view, and is stopped by
 * whatever shows that somebody reads, or that nobody does. After that only the visitor starts it
 * again. Where less motion is preferred there is none, and no button for it.
 */
export class Rotation implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #seconds: () => number;
  readonly #step: () => void;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #begun = false;
  /** A mouse rests on the carousel: it waits, and stops when the mouse leaves. */
  #held = false;
  /** Whether it rotates. */
  on = false;

  /**
   * @param host the element
   * @param seconds between two slides; 0 when nothing can move
   * @param step goes on to the next slide
   */
  constructor(host: ReactiveControllerHost & Element, seconds: () => number, step: () => void) {
    this.#host = host;
    this.#seconds = seconds;
    this.#step = step;
    host.addController(this);
  }

  hostConnected(): void {
    this.#calm.addEventListener('change', this.#handleChange);
    addEventListener('visibilitychange', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#calm.removeEventListener('change', this.#handleChange);
    removeEventListener('visibilitychange', this.#handleChange);
    if (this.#begun) this.stop();
  }

  /** Whether there is anything to start or stop. */
  get possible(): boolean {
    return !this.#calm.matches && this.#seconds() > 0;
  }

  /** The carousel is in view: it begins to rotate if it never has, and nobody has touched it. */
  begin(): void {
    // What has left the page may still be drawn once more; its timer would keep it for ever.
    if (this.#host.isConnected && !this.#begun && this.possible && isSeen()) this.play();
  }

  /** Starts it, whatever has stopped it. */
  play(): void {
    this.#begun = this.on = true;
    this.#held = false;
    this.#run();
    this.#host.requestUpdate();
  }

  /** Stops it for good, until `play`. */
  readonly stop = (): void => {
    this.#begun = true;
    clearTimeout(this.#timer);
    if (!this.on) return;
    this.on = this.#held = false;
    this.#host.requestUpdate();
  };

  /** The carousel is out of view: nobody would see it move. One that has not begun still may. */
  leave(): void {
    if (this.on) this.stop();
  }

  /** What the button does. */
  readonly toggle = (): void => (this.on ? this.stop() : this.play());

  /**
   * A mouse comes: the carousel waits, and the button still says "stop", so that a press on it does
   * what the hand was on its way to do.
   */
  readonly hold = (): void => {
    clearTimeout(this.#timer);
    if (this.on) this.#held = true;
    else this.stop();
  };

  /** The mouse has left. */
  readonly release = (): void => {
    if (this.#held) this.stop();
  };

  #run(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.possible) return this.stop();
      this.#step();
      this.#run();
    }, this.#seconds() * 1000);
  }

  readonly #handleChange = (): void => {
    if (this.on && !(this.possible && isSeen())) this.stop();
    this.#host.requestUpdate();
  };
}
