import type { ReactiveController, ReactiveControllerHost } from '../core.ts';

const duration = 900;

/** A number that runs to its value once, for the eyes only: what is read aloud is always the value. */
export class CountUp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #frame = 0;
  /** The number to draw while it runs; nothing when it stands. */
  current: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#stop();
  }

  /** Runs from one number to another, unless the visitor asked for less motion. */
  run(from: number, to: number): void {
    this.#stop();
    if (from === to || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let begun: number | undefined;
    const step = (now: number) => {
      begun ??= now;
      const part = Math.min(1, (now - begun) / duration);
      // Fast at first, then settling: 1 - (1 - x)³.
      this.current = part < 1 ? Math.round(from + (to - from) * (1 - (1 - part) ** 3)) : undefined;
      this.#host.requestUpdate();
      if (part < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.current = undefined;
  }
}
