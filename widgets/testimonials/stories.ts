import { storyPaths } from '../../api/contract/paths.ts';
import type { StoryFeed, StoryView } from '../../api/contract/story.ts';
import { RequestController, type ApiFailure, type ApiRequest, type ReactiveControllerHost } from '../core.ts';

/** Asks the club's API; fails with an `ApiFailure`. */
export type Ask = <T>(path: string, request?: ApiRequest) => Promise<T>;

/** One page of stories. */
type Page = Pick<StoryFeed, 'stories' | 'next'>;

/** What the feed is asked for. */
export type Query = NonNullable<ApiRequest['query']>;

/** The stories of one element: a first page, further ones when asked, and single ones by their id. */
export class Stories {
  readonly #first: RequestController<Page>;
  readonly #more: RequestController<Page>;
  readonly #one: RequestController<StoryView>;
  readonly #ask: Ask;
  #query: Query = {};
  #next: string | null = null;
  /** What there is to show, in the order in which it came. */
  list: readonly StoryView[] = [];

  /**
   * @param host the element
   * @param ask the API
   */
  constructor(host: ReactiveControllerHost & Element, ask: Ask) {
    this.#first = new RequestController(host);
    this.#more = new RequestController(host);
    this.#one = new RequestController(host);
    this.#ask = ask;
  }

  /** Why there are no stories. */
  get failure(): ApiFailure | undefined {
    return this.#first.failure;
  }

  /** The request for the first page came to nothing: the element left while it was on its way. */
  get dropped(): boolean {
    return this.#first.status === 'idle';
  }

  /** Whether the club has further stories. */
  get hasMore(): boolean {
    return !!this.#next;
  }

  get moreFailed(): boolean {
    return this.#more.status === 'error';
  }

  get loadingMore(): boolean {
    return this.#more.status === 'pending';
  }

  /**
   * Asks anew. What was there stays until the answer is here, and when none comes; a refusal takes it away.
   * @param query which stories
   * @param only the id of the only story that is wanted
   */
  async load(query: Query, only?: string | null): Promise<void> {
    this.#more.abort();
    this.#query = query;
    const feed = await this.#first.run(async (signal) =>
      only
        ? { stories: [await this.#story(only, signal)], next: null }
        : await this.#ask<Page>(storyPaths.stories, { query, signal }),
    );
    if (feed) {
      this.list = feed.stories;
      this.#next = feed.next;
    } else if (this.failure?.kind === 'refused') this.list = [];
  }

  /**
   * The following page.
   * @returns how many stories came
   */
  async loadMore(): Promise<number> {
    if (this.loadingMore) return 0;
    const before = this.list.length;
    const query = { ...this.#query, after: this.#next };
    const feed = await this.#more.run((signal) => this.#ask<Page>(storyPaths.stories, { query, signal }));
    if (!feed) return 0;
    this.#add(feed.stories);
    this.#next = feed.next;
    return this.list.length - before;
  }

  /** Where a story stands, fetched if it is not there yet; -1 when the club does not show it. */
  async find(id: string): Promise<number> {
    const place = () => this.list.findIndex((story) => story.id === id);
    if (place() < 0) {
      const story = await this.#one.run((signal) => this.#story(id, signal));
      // At the end: whatever is shown already keeps its place.
      if (story) this.#add([story]);
    }
    return place();
  }

  #add(more: readonly StoryView[]): void {
    this.list = [...this.list, ...more.filter(({ id }) => !this.list.some((story) => story.id === id))];
  }

  #story(id: string, signal: AbortSignal): Promise<StoryView> {
    const { partner, lang } = this.#query;
    return this.#ask<StoryView>(storyPaths.story(id), { query: { partner, lang }, signal });
  }
}
