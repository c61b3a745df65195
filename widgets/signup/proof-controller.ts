import type { Challenge } from '../../api/contract/challenge.ts';
import { ApiFailure, type ReactiveController, type ReactiveControllerHost } from '../core.ts';
import type { Proof } from './proof/proof.ts';

/** Loads the solver when the form is first touched, and ends its work when the element has left the page. */
export class ProofController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #fetchChallenge: (signal: AbortSignal) => Promise<Challenge>;
  #proof: Promise<Proof> | undefined;

  constructor(host: ReactiveControllerHost & Element, fetchChallenge: (signal: AbortSignal) => Promise<Challenge>) {
    this.#host = host;
    this.#fetchChallenge = fetchChallenge;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** Starts loading and solving; what goes wrong shows when the proof is taken. */
  begin(): void {
    if (this.#proof) return;
    const loading = import('./proof/proof.ts').then(({ Proof }) => {
      const proof = new Proof(this.#fetchChallenge);
      proof.begin();
      return proof;
    });
    this.#proof = loading;
    loading.catch(() => {
      if (this.#proof === loading) this.#proof = undefined;
    });
  }

  /**
   * A proof for one request.
   * @throws {ApiFailure} when solver or challenge could not be had
   */
  async take(): Promise<string> {
    this.begin();
    try {
      return await (await this.#proof!).take();
    } catch (error) {
      throw error instanceof ApiFailure ? error : new ApiFailure('offline');
    }
  }

  /** Forgets the work that was done: the next proof is for another partner, or for nobody. */
  stop(): void {
    this.#proof?.then(
      (proof) => proof.stop(),
      () => {},
    );
    this.#proof = undefined;
  }
}
