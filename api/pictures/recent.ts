/** What was used last, as long as it fits. */
export class Recent<T> {
  readonly #most: number;
  readonly #sizeOf: (value: T) => number;
  readonly #entries = new Map<string, T>();
  #size = 0;

  /** @param sizeOf what a value takes of `most` */
  constructor(most: number, sizeOf: (value: T) => number) {
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  get(key: string): T | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.#entries.set(key, value);
    this.#size += this.#sizeOf(value);
    for (const [oldest, old] of this.#entries) {
      if (this.#size <= this.#most) return;
      this.#entries.delete(oldest);
      this.#size -= this.#sizeOf(old);
    }
  }
}
