import type { Locale } from '../../api/contract/locales.ts';
import type { MediaView, StoryView } from '../../api/contract/story.ts';
import { bare, html, type ReactiveController, type ReactiveControllerHost } from '../core.ts';
import type { Announcer } from '../form.ts';
import type { TestimonialsTerms } from '../lang/testimonials/terms.ts';
import type { CardView, Panel } from './card-template.ts';
import { loadReport } from './late-report.ts';
import type { Report } from './report/report.ts';
import type { Ask } from './stories.ts';
import { AmbassadorStoryPlayEvent } from './testimonials.events.ts';

type Host = ReactiveControllerHost &
  HTMLElement & { terms: TestimonialsTerms; locale: Locale; partner?: string | null };

/** The film that plays, of all stories on the page: there is one sound at a time. */
let current: HTMLVideoElement | undefined;

/** What a visitor has opened in the stories of one element: texts, films, ways to share, a report. */
export class Reading implements CardView, ReactiveController {
  readonly #host: Host;
  readonly #ask: Ask;
  readonly #announcer: Announcer;
  readonly #played: (film: string) => void;
  #report: Report | undefined;
  readonly unfolded = new Set<string>();
  readonly films = new Set<string>();
  open: CardView['open'];

  /**
   * @param host the element
   * @param ask the API
   * @param announcer says what has happened
   * @param played called when a film begins to play, with its id
   */
  constructor(host: Host, ask: Ask, announcer: Announcer, played: (film: string) => void) {
    this.#host = host;
    this.#ask = ask;
    this.#announcer = announcer;
    this.#played = played;
    host.addController(this);
  }

  get terms(): TestimonialsTerms {
    return this.#host.terms;
  }

  get locale(): Locale {
    return this.#host.locale;
  }

  get report(): unknown {
    return this.#report?.render(this.locale);
  }

  readonly handleFold = async ({ id }: StoryView, button: HTMLElement): Promise<void> => {
    const { top } = button.getBoundingClientRect();
    const folds = this.unfolded.delete(id);
    if (!folds) this.unfolded.add(id);
    await this.#draw();
    // Folded, the text leaves from above the button: the page follows, so that the button stays where it was.
    if (folds) scrollBy(bare({ top: button.getBoundingClientRect().top - top, behavior: 'instant' as const }));
  };

  readonly handleFilm = async (story: StoryView, media: MediaView): Promise<void> => {
    this.films.add(media.id);
    await this.#draw();
    const film = this.#host.shadowRoot!.querySelector<HTMLVideoElement>(`[data-film="${CSS.escape(media.id)}"]`);
    film?.focus(bare({ preventScroll: true }));
    // A browser that wants another press shows its own button.
    film?.play().catch(() => {});
    this.#host.dispatchEvent(new AmbassadorStoryPlayEvent({ story: story.id, media: media.id }));
  };

  readonly handlePlay = ({ target }: Event): void => {
    const film = target as HTMLVideoElement;
    if (current !== film) current?.pause();
    current = film;
    this.#played(film.dataset['film']!);
  };

  readonly handlePanel = (story: StoryView, panel: Panel): void => {
    const { open } = this;
    if (open?.story === story.id && open.panel === panel) this.#close();
    else if (panel === 'report') void this.#openReport(story);
    // The browser's own way first; the page may have forbidden it, as frames often are.
    else if ('share' in navigator)
      navigator.share(bare({ url: story.url, title: story.author.name })).catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) this.#open(story, panel);
      });
    else this.#open(story, panel);
  };

  readonly handleCopy = async ({ url }: StoryView): Promise<void> => {
    // Over plain HTTP there is no clipboard at all.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(url))
      .then(() => this.terms.copied)
      .catch(() => this.terms.notCopied);
    this.#announcer.say(copied);
  };

  /** Closes what is open below a story that is no longer shown. */
  keep(list: readonly StoryView[]): void {
    if (this.open && !list.some(({ id }) => id === this.open?.story)) this.#close();
  }

  hostDisconnected(): void {
    // A move is a removal and an insertion in one task: what was typed goes along.
    queueMicrotask(() => this.#host.isConnected || this.#close());
  }

  #open(story: StoryView, panel: Panel): void {
    this.#report?.stop();
    this.#report = undefined;
    this.open = { story: story.id, panel };
    this.#host.requestUpdate();
  }

  readonly #close = (): void => {
    this.#report?.stop();
    this.#report = this.open = undefined;
    this.#host.requestUpdate();
  };

  async #openReport(story: StoryView): Promise<void> {
    this.#open(story, 'report');
    try {
      const Report = await loadReport();
      if (this.open?.story !== story.id || this.open.panel !== 'report' || this.#report) return;
      this.#report = new Report({
        html,
        root: this.#host.shadowRoot!,
        ask: this.#ask,
        story: story.id,
        partner: this.#host.partner ?? undefined,
        update: () => this.#draw(),
        say: (message) => this.#announcer.say(message),
      });
      this.#host.requestUpdate();
    } catch {
      this.#close();
      this.#announcer.say(this.terms.failed);
    }
  }

  async #draw(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
