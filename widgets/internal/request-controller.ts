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
    queueMicrotask(() => this.#host.isConnected || this.abort());
  }

  /**
   * Runs a request, aborting the one before.
   * @returns its answer, or nothing when it failed (see `failure`) or became stale
   */
  async run(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.abort();
    const { signal } = (this.#running = new AbortController());
    this.#become('pending');
    try {
      const value = await task(signal);
      if (!signal.aborted) {
        this.#become('success');
        return (this.value = value);
      }
    } catch (error) {
      if (signal.aborted) return undefined;
      this.#become('error', error as ApiFailure);
      if (!(error instanceof ApiFailure)) throw error;
    }
    return undefined;
  }

  /** Drops the request that is under way. */
  abort(): void {
    this.#running?.abort();
    if (this.status === 'pending') this.#become('idle');
  }

  #become(status: RequestStatus, failure?: ApiFailure): void {
    this.status = status;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
