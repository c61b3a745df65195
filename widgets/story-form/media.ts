import type { ApiFailure, ReactiveController } from '../core.ts';
import { loadPart } from './load-part.ts';
import type { MediaDesk } from './parts/media.ts';
import type { MediaTools } from './parts/media-tools.ts';
import type { View } from './views/controls.ts';

/**
 * Files and camera of the story on the desk. What they take is loaded when a file is chosen, the camera is asked
 * for, or a story with pictures is opened; this only holds it.
 */
export class MediaController implements ReactiveController {
  readonly #tools: Omit<MediaTools, 'loadFilm'>;
  readonly #failed: (failure: ApiFailure) => void;
  #desk: MediaDesk | undefined;

  constructor(tools: Omit<MediaTools, 'loadFilm'>, failed: (failure: ApiFailure) => void) {
    this.#tools = tools;
    this.#failed = failed;
    tools.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.wake);
    // On the window, which it bubbles to: names of the page's elements may shadow what the document has.
    addEventListener('visibilitychange', this.wake);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.wake);
    removeEventListener('visibilitychange', this.wake);
    queueMicrotask(() => this.#tools.host.isConnected || this.clear());
  }

  /** How many files have not arrived. */
  get waiting(): number {
    return this.#desk?.items.length ?? 0;
  }

  /** Whether the camera is open. */
  get filming(): boolean {
    return !!this.#desk?.recorder;
  }

  /** Goes on after a cut, a sleep, a new session. */
  readonly wake = (): void => this.#desk?.wake();

  /** Loads what files take, and does something with it. */
  async use(work: (desk: MediaDesk) => void): Promise<void> {
    try {
      const { MediaDesk } = await loadPart('media');
      this.#desk ??= new MediaDesk({ ...this.#tools, loadFilm: () => loadPart('film') });
      work(this.#desk);
      this.#tools.host.requestUpdate();
    } catch (error) {
      this.#failed(error as ApiFailure);
    }
  }

  /** Ends all: another story is opened, or the page is left. */
  clear(): void {
    this.#desk?.clear();
    this.#desk = undefined;
  }

  /** Draws what has been chosen. */
  render(view: View): unknown {
    return this.#desk?.render(view);
  }
}
