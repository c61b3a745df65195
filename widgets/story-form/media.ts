import { memberPaths } from '../../api/contract/paths.ts';
import type { MediaKind } from '../../api/contract/vocabulary.ts';
import type { ApiFailure, ReactiveController, ReactiveControllerHost } from '../core.ts';
import { loadPart } from './load-part.ts';
import type { MemberApi } from './member-api.ts';
import type { Recorder } from './parts/recorder.ts';
import type { Item, Uploads } from './parts/upload.ts';
import type { StoriesController } from './stories.ts';

/** What the element says and does when something happens to a file. */
export interface MediaEvents {
  failed(failure: ApiFailure): void;
  /** Start, quarters and end of a file. */
  reached(item: Item, percent: number): void;
  /** A recording has moved on. */
  filming(recorder: Recorder): void;
  lost(): void;
}

/**
 * Files and camera of the story on the desk. What they take is loaded when a file is chosen or the camera is
 * asked for; this only holds it.
 */
export class MediaController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #api: MemberApi;
  readonly #stories: StoriesController;
  readonly #events: MediaEvents;
  #uploads: Uploads | undefined;
  recorder: Recorder | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    api: MemberApi,
    stories: StoriesController,
    events: MediaEvents,
  ) {
    this.#host = host;
    this.#api = api;
    this.#stories = stories;
    this.#events = events;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.wake);
    document.addEventListener('visibilitychange', this.wake);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.wake);
    document.removeEventListener('visibilitychange', this.wake);
    queueMicrotask(() => this.#host.isConnected || this.clear());
  }

  /** Files that have not arrived. */
  get items(): readonly Item[] {
    return this.#uploads?.items ?? [];
  }

  /** What a photo or film looked like when it was chosen: the club's own pictures come later. */
  preview(media: string): HTMLCanvasElement | undefined {
    return this.#uploads?.previews.get(media);
  }

  /** Goes on after a cut, a sleep, a new session. */
  readonly wake = (): void => this.#uploads?.wake();

  /** Takes files up. */
  async add(files: readonly File[], kind: MediaKind, duration?: number): Promise<void> {
    try {
      const { Uploads } = await loadPart('upload');
      this.#uploads ??= new Uploads({
        endpoint: this.#api.url(memberPaths.uploads),
        token: () => this.#api.token,
        story: () => this.#stories.ensure(),
        media: async () => {
          await this.#stories.load();
          return this.#stories.draft?.media ?? [];
        },
        drop: (media) => this.#stories.changeMedia(media, 'DELETE'),
        shrink: async () => (await loadPart('film')).shrink,
        changed: () => this.#host.requestUpdate(),
        reached: this.#events.reached,
        lost: this.#events.lost,
      });
      this.#uploads.add(files, kind, duration);
    } catch (error) {
      this.#events.failed(error as ApiFailure);
    }
  }

  /** Forgets a file, here and at the club. */
  cancel(item: Item): void {
    this.#uploads?.cancel(item);
  }

  /** Tries a file once more. */
  retry(item: Item): void {
    this.#uploads?.retry(item);
  }

  /** Opens the camera. */
  async film(): Promise<void> {
    try {
      const { Recorder } = await loadPart('recorder');
      const recorder = (this.recorder = new Recorder(() => {
        this.#events.filming(recorder);
        this.#host.requestUpdate();
      }));
      await recorder.open();
    } catch (error) {
      this.#events.failed(error as ApiFailure);
    }
  }

  /** Takes up the film that was recorded. */
  keep(): void {
    const { film, duration } = this.recorder!;
    this.endFilming();
    void this.add([film!], 'video', duration);
  }

  /** Lets go of the camera. */
  endFilming(): void {
    this.recorder?.close();
    this.recorder = undefined;
    this.#host.requestUpdate();
  }

  /** Ends all: another story is opened, or the page is left. */
  clear(): void {
    this.#uploads?.stop();
    this.#uploads = undefined;
    this.endFilming();
  }
}
