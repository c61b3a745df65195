import type { Lock, Locker, RequestRelease } from '@tus/server';
import { DomainError } from '../domain/errors.ts';

/** A writer that has sent nothing for so long has probably lost its network without our being told. */
const silence = 5_000;

interface Holder {
  release: RequestRelease;
  touchedAt: number;
}

/**
 * One writer for each upload, the first that came: a second tab is told so at once, and the first goes on.
 * A writer that has fallen silent is let go of, so that the same person, back on another network, need not
 * wait for it.
 */
export class UploadLocks implements Locker {
  readonly #holders = new Map<string, Holder>();

  newLock(id: string): Lock {
    const holder: Holder = { release: () => undefined, touchedAt: 0 };
    return {
      lock: (_signal, release) => {
        const other = this.#holders.get(id);
        if (other) {
          if (performance.now() - other.touchedAt > silence) void other.release();
          return Promise.reject(new DomainError('upload_locked', { retryAfter: 2 }));
        }
        this.#holders.set(id, Object.assign(holder, { release, touchedAt: performance.now() }));
        return Promise.resolve();
      },
      unlock: () => {
        if (this.#holders.get(id) === holder) this.#holders.delete(id);
        return Promise.resolve();
      },
    };
  }

  /** Bytes have come. */
  touch(id: string): void {
    const holder = this.#holders.get(id);
    if (holder) holder.touchedAt = performance.now();
  }
}
