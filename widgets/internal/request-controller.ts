import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiFailure } from './api-client.ts';

/** Where a request stands. */
export type RequestStatus = 'idle' | 'pending' | 'success' | 'error';

/**
 * The state of one kind of request of an element. A newer run makes older answers stale; leaving
 * the page aborts, moving within it does not.
 */
export class RequestController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #running: AbortController | undefined;
  status: RequestStatus = 'idle';
  /** The last answer; kept while a newer run is under way or has failed. */
  value: T | undefined;
  failure: ApiFailure | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a removal and an insertion in one task: only what is still outside afterwards has left.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.abort();
    });
  }

  /**
   * Runs a request, aborting the one before.
   * @returns its answer, or nothing when it failed (see `failure`) or became stale
   */
  async run(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.#become('pending');
    try {
      const value = await task(running.signal);
      if (running !== this.#running) return undefined;
      this.value = value;
      this.#become('success');
      return value;
    } catch (error) {
      if (running !== this.#running) return undefined;
      if (!(error instanceof ApiFailure)) {
        this.#become('idle');
        throw error;
      }
      this.#become('error', error);
      return undefined;
    }
  }

  /** Drops the request that is under way. */
  abort(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = undefined;
    if (this.status === 'pending') this.#become('idle');
  }

  #become(status: RequestStatus, failure?: ApiFailure): void {
    this.status = status;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
