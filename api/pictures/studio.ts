import { turns } from '../domain/turns.ts';
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
  const inTurn = turns(atOnce, waiting, 5);
  const made = new Recent<Png>(memory, ({ byteLength }) => byteLength);
  const making = new Map<string, Promise<Png>>();

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
