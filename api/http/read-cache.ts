import type { Clock } from '../domain/ports.ts';

/**
 * Answers of hot reads, kept in memory. A write of this process clears it at once; a write of another
 * process shows after `life`. What is being read is read once, however many ask.
 */
export class ReadCache<T> {
  readonly #clock: Clock;
  readonly #life: number;
  readonly #most: number;
  /** From the oldest: an answer that is made anew moves to the end. */
  readonly #entries = new Map<string, { value: T; at: number }>();
  readonly #pending = new Map<string, Promise<T>>();
  #generation = 0;

  /**
   * @param life milliseconds that an answer of another process may be old
   * @param most how many answers are kept; the oldest go first
   */
  constructor(clock: Clock, life: number, most = 256) {
    this.#clock = clock;
    this.#life = life;
    this.#most = most;
  }

  /** The kept answer, when it is fresh. Separate from `load` so that a hit costs no promise. */
  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    return this.#isFresh(entry) ? entry.value : undefined;
  }

  /** How many answers are kept now. */
  get size(): number {
    return this.#entries.size;
  }

  /** Reads and keeps. Keys must be bounded: pass only what was found in the storage. */
  load(key: string, read: () => Promise<T>): Promise<T> {
    const running = this.#pending.get(key);
    if (running) return running;
    const generation = this.#generation;
    const promise = read()
      .then((value) => {
        // A write that came while we read made this answer old: give it, do not keep it.
        if (generation === this.#generation) this.#keep(key, value);
        return value;
      })
      .finally(() => {
        if (this.#pending.get(key) === promise) this.#pending.delete(key);
      });
    this.#pending.set(key, promise);
    return promise;
  }

  #isFresh({ at }: { at: number }): boolean {
    const age = this.#clock.now() - at;
    return age >= 0 && age < this.#life;
  }

  #keep(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, at: this.#clock.now() });
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= this.#most && this.#isFresh(entry)) break;
      this.#entries.delete(oldest);
    }
  }

  clear(): void {
    this.#generation += 1;
    this.#entries.clear();
    this.#pending.clear();
  }
}
