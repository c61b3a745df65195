import { DomainError } from '../domain/errors.ts';
import { Recent } from './recent.ts';

export interface StudioOptions {
  /** Pictures that are drawn at once; each is a thread's work for up to a tenth of a second. */
  atOnce?: number;
  /** Pictures that may wait behind them. */
  waiting?: number;
  /** What is remembered, in bytes. */
  memory?: number;
}

type Png = Uint8Array<ArrayBuffer>;

/**
 * Draws a picture once, a few at a time, and remembers it: whoever asks for the same one meanwhile gets it too.
 * @returns a function that refuses with `busy` when too many wait
 */
export function createStudio({ atOnce = 1, waiting = 20, memory = 24_000_000 }: StudioOptions) {
  let running = 0;
  const queue: (() => void)[] = [];
  const made = new Recent<Png>(memory, ({ byteLength }) => byteLength);
  const making = new Map<string, Promise<Png>>();

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new DomainError('busy', { retryAfter: 5 });
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next in line without ever being free.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return (key: string, draw: () => Promise<Png>): Promise<Png> => {
    const known = made.get(key);
    if (known) return Promise.resolve(known);
    const pending = making.get(key);
    if (pending) return pending;
    const promise = inTurn(async () => {
      const png = await draw();
      made.set(key, png);
      return png;
    }).finally(() => making.delete(key));
    making.set(key, promise);
    return promise;
  };
}
