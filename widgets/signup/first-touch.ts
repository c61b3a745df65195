import { version } from '../../api/contract/version.ts';
import { ApiFailure, type ReactiveController, type ReactiveControllerHost } from '../core.ts';
import type { Submission } from './submission/submission.ts';

/**
 * Browsers remember until the page is left that a module could not be loaded, so each further attempt
 * asks for another address. Only a build whose parts are files of their own ever comes to that.
 */
const load = (failures: number): Promise<{ Submission: typeof Submission }> =>
  failures
    ? import(/* @vite-ignore */ `./parts/signup-submission.js?v=${version}&again=${failures}`)
    : import('./submission/submission.ts');

/**
 * Loads what checking and sending take when the form is first touched: a page whose visitors do not
 * touch it never pays for them. Ends their work when the element has left the page.
 */
export class FirstTouch implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #create: (submission: typeof Submission) => Submission;
  #loading: Promise<Submission> | undefined;
  #failures = 0;
  /** What was loaded, once it is here. */
  submission: Submission | undefined;

  /**
   * @param host the element
   * @param create makes the submission of this element
   */
  constructor(host: ReactiveControllerHost & Element, create: (submission: typeof Submission) => Submission) {
    this.#host = host;
    this.#create = create;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** Whether somebody has touched the form. */
  get begun(): boolean {
    return !!this.#loading;
  }

  /**
   * Loads, once; after a failure, again.
   * @throws {ApiFailure} offline
   */
  load(): Promise<Submission> {
    const loading = (this.#loading ??= load(this.#failures).then(
      ({ Submission }) => {
        const submission = this.#create(Submission);
        if (this.#loading !== loading) submission.stop();
        else this.submission = submission;
        return submission;
      },
      () => {
        this.#failures++;
        this.#loading = undefined;
        throw new ApiFailure('offline');
      },
    ));
    return loading;
  }

  /** Forgets what was loaded: what comes next is for another partner, or for nobody. */
  stop(): void {
    this.submission?.stop();
    this.submission = this.#loading = undefined;
  }
}
