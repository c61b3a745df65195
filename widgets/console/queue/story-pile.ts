import type { QueueStory } from '../../../api/contract/moderation.ts';
import type { Desk } from '../desk.ts';
import { Pile } from '../pile.ts';
import type { QueueView } from '../staff-client.ts';

/** Milliseconds after which the addresses of a story's files may no longer be good. */
const freshness = 8 * 60_000;

/** How far from the end the following page is fetched. */
const ahead = 3;

const same = (a: QueueStory, b: QueueStory) => a.id === b.id;

/** The stories of one view, fetched a page at a time, and read again when they have lain too long. */
export class StoryPile extends Pile<QueueStory> {
  readonly #desk: Desk;
  readonly #view: QueueView;
  /** When each story was read, in epoch milliseconds. */
  readonly #read = new WeakMap<QueueStory, number>();
  loaded = false;

  constructor(desk: Desk, view: QueueView) {
    super();
    this.#desk = desk;
    this.#view = view;
  }

  /** Fetches the first page; stays with the story that is looked at, if it is still there. */
  load(): Promise<void> {
    return this.#ask(async () => {
      const { stories, next, tags, waiting } = await this.#desk.client.queue(this.#view);
      this.fill(this.#noted(stories), next, same);
      Object.assign(this.#desk, { tags, waiting });
      this.loaded = true;
    });
  }

  /** Fetches the following page before the last story is reached. */
  async more(): Promise<void> {
    const after = this.next;
    if (!after || this.items.length - this.index > ahead) return;
    // Taken before the answer: two steps must not ask for the same page twice.
    this.next = null;
    let following: string | null = after;
    await this.#ask(async () => {
      const { stories, next } = await this.#desk.client.queue(this.#view, after);
      const fresh = stories.filter((story) => !this.find(story));
      this.add(this.#noted(fresh), (following = next));
    });
    this.next = following;
  }

  /** Addresses of files that are not public are good for some minutes: a story that lay here longer is read again. */
  async refresh(): Promise<void> {
    const story = this.current;
    if (!story || story.media.length === 0 || Date.now() - (this.#read.get(story) ?? 0) < freshness) return;
    await this.#ask(async () => this.put(await this.#desk.client.story(story.id)));
  }

  find(story: QueueStory): QueueStory | undefined {
    return this.items.find((one) => same(one, story));
  }

  /** Puts a story in the place of what was known of it; false when it is not here. */
  put(story: QueueStory): boolean {
    const before = this.find(story);
    this.#noted([story]);
    if (before) this.replace(before, story);
    return !!before;
  }

  #noted(stories: QueueStory[]): QueueStory[] {
    for (const story of stories) this.#read.set(story, Date.now());
    return stories;
  }

  async #ask(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#desk.fail(error);
    }
    this.#desk.redraw();
  }
}
