/** Files and camera: loaded when one of them is asked for. Draws with what it is lent. */
import type { Locale } from '../../../api/contract/locales.ts';
import { mediaLimits, storyLimits } from '../../../api/contract/limits.ts';
import { memberPaths } from '../../../api/contract/paths.ts';
import type { MediaKind } from '../../../api/contract/vocabulary.ts';
import { storyFormMedia as de } from '../../lang/story-form/media/de.ts';
import { storyFormMedia as en } from '../../lang/story-form/media/en.ts';
import { storyFormMedia as fr } from '../../lang/story-form/media/fr.ts';
import { storyFormMedia as gsw } from '../../lang/story-form/media/gsw.ts';
import type { StoryFormMediaTerms } from '../../lang/story-form/media/terms.ts';
import type { View } from '../views/controls.ts';
import type { MediaTools } from './media-tools.ts';
import { mediaViews, type MediaHandlers } from './media-view.ts';
import { Recorder } from './recorder.ts';
import { recorderViews } from './recorder-view.ts';
import { Uploads, type Item } from './upload.ts';

const texts: Record<Locale, StoryFormMediaTerms> = { fr, de, en, gsw };

/** The files of the story on the desk, and the camera. */
export class MediaDesk {
  readonly #with: MediaTools;
  readonly #uploads: Uploads;
  readonly #mediaView: ReturnType<typeof mediaViews>;
  readonly #recorderView: ReturnType<typeof recorderViews>;
  /** The camera, while it is open. */
  recorder: Recorder | undefined;

  constructor(tools: MediaTools) {
    this.#with = tools;
    const { club, stories, host } = tools;
    this.#mediaView = mediaViews(tools);
    this.#recorderView = recorderViews(tools);
    this.#uploads = new Uploads({
      endpoint: club.url(memberPaths.uploads),
      token: () => club.token,
      story: () => stories.ensure(),
      media: async () => {
        await stories.load();
        return stories.draft?.media ?? [];
      },
      drop: (media) => stories.changeMedia(media, 'DELETE'),
      shrink: async () => (await tools.loadFilm()).shrink,
      changed: () => host.requestUpdate(),
      reached: (item, percent) => this.#sayReached(item, percent),
      lost: tools.lost,
    });
  }

  /** Files that have not arrived. */
  get items(): readonly Item[] {
    return this.#uploads.items;
  }

  /** Goes on after a cut, a sleep, a new session. */
  wake(): void {
    this.#uploads.wake();
  }

  /** Takes up files that were chosen, as many as there is room for. */
  add(files: readonly File[], kind: MediaKind, duration?: number): void {
    this.endFilming();
    const most = kind === 'photo' ? storyLimits.photos : storyLimits.videos;
    const room = most - this.#with.stories.draft!.media.length - this.items.length;
    this.#uploads.add(files.slice(0, Math.max(0, room)), kind, duration);
  }

  /** Opens the camera. */
  film(): void {
    this.recorder = new Recorder(() => {
      if (this.recorder) this.#sayFilming(this.recorder);
      this.#with.host.requestUpdate();
    });
    void this.recorder.open();
  }

  /** Lets go of the camera. */
  endFilming(): void {
    this.recorder?.close();
    this.recorder = undefined;
    this.#with.host.requestUpdate();
  }

  /** Ends all. */
  clear(): void {
    this.#uploads.stop();
    this.endFilming();
  }

  /** Draws files and camera. */
  render(view: View): unknown {
    const terms = this.#terms;
    const { draft } = this.#with.stories;
    const list = this.#mediaView(view, terms, draft!, this.items, this.#uploads.previews, this.#handlers);
    return [
      list,
      this.recorder &&
        this.#recorderView(view, terms, this.recorder, {
          keep: () => {
            const { film, duration } = this.recorder!;
            this.add([film!], 'video', duration);
          },
          end: () => this.endFilming(),
          choose: (event) => this.add([...((event.target as HTMLInputElement).files ?? [])], 'video'),
        }),
    ];
  }

  get #terms(): StoryFormMediaTerms {
    return texts[this.#with.host.locale];
  }

  get #handlers(): MediaHandlers {
    const { stories, attempt, changed } = this.#with;
    return {
      cancel: (item) => this.#uploads.cancel(item),
      retry: (item) => this.#uploads.retry(item),
      alt: (one, text) => {
        stories.draft!.alts.set(one.id, text);
        changed();
      },
      move: ({ id }, by) => {
        const { media } = stories.draft!;
        const from = media.findIndex((one) => one.id === id);
        // At once here; the club follows.
        media.splice(from + by, 0, ...media.splice(from, 1));
        void attempt(() => stories.changeMedia(id, 'PUT', { position: from + by }));
      },
      drop: (one) =>
        void attempt(async () => {
          await stories.changeMedia(one.id, 'DELETE');
          await stories.load();
          changed();
        }),
    };
  }

  #sayReached({ name }: Item, percent: number): void {
    const terms = this.#terms;
    this.#with.announcer.say(percent < 100 ? terms.percent(name, percent) : terms.arrived(name));
  }

  #sayFilming({ phase, seconds }: Recorder): void {
    const terms = this.#terms;
    const say = (text: string) => this.#with.announcer.say(text);
    const total = mediaLimits.duration / 1000;
    const { asking, ready, recorded, noCamera: refused } = terms;
    const quarter = [1, 2, 3, 4].some((part) => seconds === Math.floor((total / 4) * part));
    if (phase === 'countdown') say(`${seconds}`);
    else if (phase !== 'recording') say({ asking, ready, recorded, refused }[phase]);
    else if (!seconds) say(terms.recording);
    else if (quarter) say(terms.gone(seconds, total));
  }
}
