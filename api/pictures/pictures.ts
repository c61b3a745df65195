import { renderAsync } from '@resvg/resvg-js';
import { DomainError } from '../domain/errors.ts';
import type { StoryPictures } from '../domain/pictures/ports.ts';
import { openFonts, type Fonts } from './fonts.ts';
import { pictureSvg } from './template.ts';

export interface PictureOptions {
  /** Pictures that are drawn at once; each is a thread's work for about a tenth of a second. */
  atOnce?: number;
  /** Pictures that may wait behind them. */
  waiting?: number;
  /** What is remembered, in bytes. */
  memory?: number;
}

/** Draws the pictures of stories with resvg, on the threads that Node keeps for such work. */
export function createPictures({ atOnce = 1, waiting = 20, memory = 24_000_000 }: PictureOptions = {}): StoryPictures {
  let fonts: Fonts | undefined;
  let running = 0;
  const queue: (() => void)[] = [];
  const made = new Recent(memory);
  const making = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

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

  return {
    draw(key, shape, content, photo) {
      const full = `${shape} ${key}`;
      const known = made.get(full);
      if (known) return Promise.resolve(known);
      const pending = making.get(full);
      if (pending) return pending;
      const promise = inTurn(async () => {
        fonts ??= openFonts();
        const svg = pictureSvg(fonts, shape, content, await photo());
        const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: fonts.files } });
        const png = new Uint8Array(image.asPng());
        made.set(full, png);
        return png;
      }).finally(() => making.delete(full));
      making.set(full, promise);
      return promise;
    },
  };
}

/** What was used last, as long as it fits. */
class Recent {
  readonly #most: number;
  readonly #entries = new Map<string, Uint8Array<ArrayBuffer>>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Uint8Array<ArrayBuffer> | undefined {
    const value = this.#entries.get(key);
    if (value) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: Uint8Array<ArrayBuffer>): void {
    this.#entries.set(key, value);
    this.#bytes += value.byteLength;
    for (const [oldest, bytes] of this.#entries) {
      if (this.#bytes <= this.#most) return;
      this.#entries.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
