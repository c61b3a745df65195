import { bare, type ReactiveController, type ReactiveControllerHost } from '../core.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** After so many milliseconds without scrolling the track stands still. */
const stillAfter = 120;

/**
 * The track of a carousel: a scroll container that snaps, and what of it can be seen. It clones and
 * moves nothing. Slides that are out of view are inert, which takes them out of the tab order and
 * from assistive technology; a slide that still shows a line of pixels is not.
 */
export class Slides implements ReactiveController {
  readonly #host: Host;
  readonly #still: (moved: boolean) => void;
  readonly #resized = new ResizeObserver(([size]) => {
    const { width } = size!.contentRect;
    // Safari does not always snap again when a phone is turned; what was moved within the page has lost its place.
    if (width === this.#width) this.#look(true);
    else this.go(this.#aim ?? this.first, false);
    this.#width = width;
  });
  /** Of the track as it was looked at last; 0 until then. */
  #width = 0;
  #track: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the track is going, until it is there. */
  #aim: number | undefined;
  #told = 0;
  /** The first and the last slide that can be read. */
  first = 0;
  last = 0;
  /** Whether there is nothing before, and nothing after what is shown. */
  atStart = true;
  atEnd = true;

  /**
   * @param host the element, whose root has one `.track`
   * @param still called when scrolling has ended: whether another slide is the first one now
   */
  constructor(host: Host, still: (moved: boolean) => void) {
    this.#host = host;
    this.#still = still;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    clearTimeout(this.#timer);
    this.#track = null;
  }

  hostUpdated(): void {
    // What has left the page may still be drawn; nobody watches it.
    const track = this.#host.isConnected ? this.#host.shadowRoot!.querySelector<HTMLElement>('.track') : null;
    if (track !== this.#track) {
      this.#resized.disconnect();
      this.#track = track;
      this.#width = 0;
      if (track) this.#resized.observe(track);
    }
    // The observer looks at a new track first: when the browser has laid it out and before anybody sees it. To ask here
    // would be layout in the task that has drawn, together too long for a slow phone.
    if (this.#width) this.#look(true);
  }

  /** Goes to a slide; beyond the ends, to the last one there is. */
  go(to: number, smooth = true): void {
    const track = this.#track;
    const aim = Math.max(0, Math.min(to, (track?.childElementCount ?? 0) - 1));
    const slide = track?.children[aim];
    if (!slide) return;
    this.#aim = aim;
    const from = track.getBoundingClientRect();
    const { left, right } = slide.getBoundingClientRect();
    const calm = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
    track.scrollBy(
      bare<ScrollToOptions>({
        left: this.#backwards ? right - from.right : left - from.left,
        top: 0,
        behavior: calm ? 'instant' : 'smooth',
      }),
    );
    if (calm) this.#look(true);
    this.#wait();
  }

  /** Goes on by as many slides as are in view. */
  step(direction: 1 | -1): void {
    this.go((this.#aim ?? this.first) + direction * (this.last - this.first + 1));
  }

  /** The track has scrolled. Returns whether that was the visitor's doing. */
  handleScroll(): boolean {
    this.#look();
    this.#wait();
    return this.#aim === undefined;
  }

  /** What a key means to the track; false when it means nothing. */
  handleKey({ key }: KeyboardEvent): boolean {
    const forwards = this.#backwards ? 'ArrowLeft' : 'ArrowRight';
    if (/^Arrow(Left|Right)$/.test(key)) this.step(key === forwards ? 1 : -1);
    else if (key === 'Home' || key === 'End') this.go(key === 'Home' ? 0 : Infinity);
    else return false;
    return true;
  }

  /** The page is written from right to left. */
  get #backwards(): boolean {
    return !!this.#track && getComputedStyle(this.#track).direction === 'rtl';
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#aim = undefined;
      const moved = this.first !== this.#told;
      this.#told = this.first;
      this.#host.requestUpdate();
      this.#still(moved);
    }, stillAfter);
  }

  /** @param tell whether a change is drawn at once; while the track scrolls, that waits until it stands still */
  #look(tell = false): void {
    const track = this.#track;
    // In a hidden tab of the page nothing has a size, and nothing can be said.
    if (!track?.clientWidth) return;
    const before = [this.first, this.last, this.atStart, this.atEnd].join();
    const view = track.getBoundingClientRect();
    const slides = Array.from(track.children) as HTMLElement[];
    const shown = slides.map((slide) => {
      const { left, right, width } = slide.getBoundingClientRect();
      return { slide, seen: Math.min(right, view.right) - Math.max(left, view.left), half: width / 2 };
    });
    const readable = shown.flatMap(({ seen, half }, index) => (seen > half ? index : []));
    // Half-way between two slides neither can be read: what was true stays true.
    this.first = readable[0] ?? this.first;
    this.last = readable.at(-1) ?? this.last;
    const way = Math.abs(track.scrollLeft);
    this.atStart = way < 2;
    this.atEnd = way + track.clientWidth > track.scrollWidth - 2;
    for (const { slide, seen } of shown) this.#hide(slide, seen < 1, slides);
    if (tell && before !== [this.first, this.last, this.atStart, this.atEnd].join()) this.#host.requestUpdate();
  }

  #hide(slide: HTMLElement, hidden: boolean, slides: readonly HTMLElement[]): void {
    if (slide.inert === hidden) return;
    if (hidden) {
      // Focus never stays in what nobody sees, nor does it fall to the page.
      const { activeElement } = this.#host.shadowRoot!;
      if (activeElement && slide.contains(activeElement)) {
        const heir = slides[this.first]!;
        heir.inert = false;
        heir.focus(bare({ preventScroll: true }));
      }
      slide.querySelector('video')?.pause();
    }
    slide.inert = hidden;
  }
}
