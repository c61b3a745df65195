import type { ReadyBody } from '../respond.ts';

/** A picture as it was last sent. */
export interface KnownPicture extends Pick<ReadyBody, 'plain' | 'brotli' | 'etag'> {
  type: string;
  /** When the badge was last seen to be as the picture shows it. */
  seenAt: number;
  /** When it stops to be true by itself: never, once the badge has ended. */
  until: number;
}

/**
 * The pictures of badges that were asked for last, as long as they fit. What was drawn is not drawn again while
 * nothing in it changes, and an address that was a picture goes on being one while the database is away.
 */
export class PictureMemory {
  readonly #most: number;
  readonly #entries = new Map<string, KnownPicture>();
  #bytes = 0;

  /** @param most bytes */
  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): KnownPicture | undefined {
    return this.#entries.get(name);
  }

  get bytes(): number {
    return this.#bytes;
  }

  set(name: string, picture: KnownPicture): void {
    const before = this.#entries.get(name);
    if (before) this.#bytes -= sizeOf(before);
    this.#entries.delete(name);
    this.#entries.set(name, picture);
    this.#bytes += sizeOf(picture);
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#most) return;
      this.#entries.delete(oldest);
      this.#bytes -= sizeOf(entry);
    }
  }
}

/** A text counts twice its length: one character of many that is not Latin makes it so. */
function sizeOf({ plain, brotli }: KnownPicture): number {
  return (typeof plain === 'string' ? plain.length * 2 : plain.byteLength) + (brotli?.byteLength ?? 0);
}
