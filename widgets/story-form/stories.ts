import type { MyStories, MyStoryView, StoryChange } from '../../api/contract/story.ts';
import { memberPaths } from '../../api/contract/paths.ts';
import { ApiFailure, type ReactiveController, type ReactiveControllerHost } from '../core.ts';
import type { Locale } from '../../api/contract/locales.ts';
import { draftOf, isDirty, rebase, requestOf, same, type Draft, type Fields } from './draft.ts';
import type { MemberApi } from './member-api.ts';

type Host = ReactiveControllerHost & HTMLElement & { locale: Locale; partner?: string | null };

/** Whether the club has what was typed. */
export type SaveState = 'saved' | 'unsaved' | 'saving';

/** How long nobody types before a draft is saved. */
const rest = 1500;
/** How long after a failure it is tried again. */
const again = 15_000;
/** How long the club may take to prepare a file before it is asked again. */
const look = 2000;

/**
 * The author's stories: read, saved while they are written, handed in, withdrawn, deleted. One request after the
 * other; what was typed meanwhile is saved by the next one.
 */
export class StoriesController implements ReactiveController {
  readonly #host: Host;
  readonly #api: MemberApi;
  readonly #failed: (failure: ApiFailure) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  /** What the club said last. */
  mine: MyStories | undefined;
  /** The story on the desk. */
  draft: Draft | undefined;
  /** Another version of it that was written elsewhere. */
  other: MyStoryView | undefined;
  save: SaveState = 'saved';

  /**
   * @param host the element
   * @param api the club
   * @param failed told why a draft could not be saved
   */
  constructor(host: Host, api: MemberApi, failed: (failure: ApiFailure) => void) {
    this.#host = host;
    this.#api = api;
    this.#failed = failed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.saveSoon);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.saveSoon);
    clearTimeout(this.#watch);
    queueMicrotask(() => this.#host.isConnected || this.#saveNow());
  }

  /** Reads them all. @throws {ApiFailure} */
  async load(): Promise<MyStories> {
    const query = { lang: this.#host.locale };
    const mine = (this.mine = await this.#api.ask<MyStories>(memberPaths.myStories, { query }));
    const own = this.draft?.id && mine.stories.find(({ id }) => id === this.draft?.id);
    // What a file has become, when nobody is in the middle of saving; never an answer that a save has overtaken.
    if (own && own.version >= this.draft!.version && same(this.draft!.base, own.fields)) this.#take(own);
    this.#host.requestUpdate();
    return mine;
  }

  /** Puts a story on the desk, or takes it off. */
  open(draft: Draft | undefined): void {
    this.draft = draft;
    this.other = undefined;
    this.save = 'saved';
    this.#watchMedia();
    this.#host.requestUpdate();
  }

  /** Somebody typed: saved once they rest, unless it is shown or being read: that takes a decision. */
  type(change: Partial<Fields>): void {
    Object.assign(this.draft!.fields, change);
    this.saveSoon();
  }

  readonly saveSoon = (): void => {
    const { draft } = this;
    this.#host.requestUpdate();
    if (!draft || !isDirty(draft)) return;
    this.save = 'unsaved';
    clearTimeout(this.#timer);
    // A new permission or a lost one is the author's word at any time; other changes of a shown story wait for it.
    if (this.savesItself || !same(draft.basePermissions, draft.permissions))
      this.#timer = setTimeout(() => this.#saveNow(), rest);
  };

  /** Whether changes go to the club while they are typed. */
  get savesItself(): boolean {
    return !this.draft?.status.startsWith('p');
  }

  #saveNow(): void {
    this.store(false).catch((error: unknown) => {
      if (!(error instanceof ApiFailure)) throw error;
      this.#failed(error);
      if (error.kind !== 'refused' && this.#host.isConnected) this.#timer = setTimeout(() => this.#saveNow(), again);
    });
  }

  /**
   * Gives the club all that it lacks.
   * @param all also the words of a story that is shown or being read: it is read again then
   * @throws {ApiFailure}
   */
  store(all = true): Promise<void> {
    clearTimeout(this.#timer);
    const { draft } = this;
    const work = this.#queue.then(() => draft && this.#store(draft, all));
    this.#queue = work.catch(() => {});
    return work as Promise<void>;
  }

  async #store(draft: Draft, all: boolean): Promise<void> {
    if (this.other || !isDirty(draft)) return;
    this.#become('saving');
    try {
      if (all || this.savesItself) await this.#storeFields(draft);
      if (draft.id && !this.other) {
        await this.#storePermissions(draft);
        await this.#storeAlts(draft);
      }
      this.#become(isDirty(draft) ? 'unsaved' : 'saved');
      if (isDirty(draft) && !this.other) this.saveSoon();
    } catch (error) {
      this.#become('unsaved');
      throw error;
    }
  }

  /** Makes sure that the club has the story: a file needs one to belong to. @throws {ApiFailure} */
  async ensure(): Promise<string> {
    const { draft } = this;
    await this.store();
    if (!draft!.id) {
      const created = this.#queue.then(() => this.#storeFields(draft!, true));
      this.#queue = created.catch(() => {});
      await created;
    }
    return draft!.id!;
  }

  async #storeFields(draft: Draft, create = false): Promise<void> {
    if (draft.base ? same(draft.base, draft.fields) : !create && !isDirty(draft)) return;
    const sent = { ...draft.fields };
    const body = requestOf(draft);
    try {
      const story = draft.id
        ? await this.#put(draft.id, { ...body, version: draft.version })
        : await this.#api.ask<MyStoryView>(memberPaths.myStories, {
            method: 'POST',
            query: { partner: this.#host.partner! },
            body,
          });
      // The club fills in a signature that was left out, and writes a link in its own way.
      for (const key of Object.keys(sent) as (keyof Fields)[])
        if (draft.fields[key] === sent[key]) Object.assign(draft.fields, { [key]: story.fields[key] });
      this.#takeInto(draft, story);
    } catch (error) {
      if ((error as ApiFailure).code !== 'story_changed') throw error;
      await this.#reconcile(draft, error);
    }
  }

  readonly #put = (id: string, body: StoryChange) =>
    this.#api.ask<MyStoryView>(memberPaths.myStory(id), { method: 'PUT', body });

  /** A newer version is there. When only a file or a box has changed, ours goes on; else the author decides. */
  async #reconcile(draft: Draft, error: unknown): Promise<void> {
    const now = (await this.load()).stories.find(({ id }) => id === draft.id);
    if (!now) throw error;
    if (same(draft.base, now.fields)) {
      rebase(draft, now);
      await this.#storeFields(draft);
    } else if (same(draft.fields, now.fields)) rebase(draft, now);
    else this.other = now;
  }

  /** The author has seen both versions. */
  decide(mine: boolean): void {
    const { draft, other } = this;
    if (!draft || !other) return;
    this.other = undefined;
    if (!mine) return this.open(draftOf(other));
    rebase(draft, other);
    this.saveSoon();
  }

  async #storePermissions(draft: Draft): Promise<void> {
    if (same(draft.basePermissions, draft.permissions)) return;
    const permissions = { ...draft.permissions };
    const body = { permissions, text: this.mine!.terms.version };
    // In which language the sentences were read is kept with what was agreed to.
    const query = { lang: this.#host.locale };
    const path = `${memberPaths.myStory(draft.id!)}/permissions`;
    this.#takeInto(draft, await this.#api.ask<MyStoryView>(path, { method: 'PUT', query, body }));
    draft.basePermissions = permissions;
  }

  async #storeAlts(draft: Draft): Promise<void> {
    for (const [media, alt] of draft.alts) {
      await this.changeMedia(media, 'PUT', { alt }, draft);
      if (draft.alts.get(media) === alt) draft.alts.delete(media);
      for (const one of draft.media) if (one.id === media) one.alt = alt;
    }
  }

  /** Changes a photo or film, or takes it away. @throws {ApiFailure} */
  async changeMedia(media: string, method: 'PUT' | 'DELETE', body?: object, draft = this.draft!): Promise<void> {
    const path = `${memberPaths.myStory(draft.id!)}/media/${media}`;
    this.#takeInto(draft, await this.#api.ask<MyStoryView>(path, { method, body }));
  }

  /** Does something with a story as a whole, and reads them all again. @throws {ApiFailure} */
  async act(id: string, what: string, method: 'POST' | 'DELETE' = 'POST', body: object = {}): Promise<void> {
    await this.#api.ask(memberPaths.myStory(id) + what, { method, body });
    await this.load();
  }

  #take(story: MyStoryView): void {
    if (this.draft) this.#takeInto(this.draft, story);
  }

  #takeInto(draft: Draft, story: MyStoryView | undefined): void {
    if (story?.fields) rebase(draft, story);
    this.#watchMedia();
    this.#host.requestUpdate();
  }

  /** Looks again while the club prepares a file. */
  #watchMedia(): void {
    clearTimeout(this.#watch);
    if (!this.draft?.media.some(({ status }) => status === 'processing')) return;
    this.#watch = setTimeout(() => {
      this.load().catch(() => this.#watchMedia());
    }, look);
  }

  #become(save: SaveState): void {
    this.save = save;
    this.#host.requestUpdate();
  }
}
