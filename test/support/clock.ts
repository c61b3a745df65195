import type { Clock } from '../../api/domain/ports.ts';

/** A clock that stands still until it is told to go on. */
export class TestClock implements Clock {
  #now: number;
  constructor(now = Date.UTC(2027, 0, 4, 9)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Goes on by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Jumps to a moment, backwards too. */
  set(now: number): void {
    this.#now = now;
  }
}
