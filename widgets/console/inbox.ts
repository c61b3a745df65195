import { ApiFailure } from '../core.ts';
import type { StatementKind } from '../lang/console/terms.ts';
import type { Desk, Panel, Waiting } from './desk.ts';
import type { Shortcut } from './keyboard.ts';
import { Pile } from './pile.ts';
import { Statement } from './statement/statement.ts';
import { statementShortcuts } from './statement/statement-shortcuts.ts';

/** How the letters of one inbox are fetched and answered. */
export interface Post<T> {
  fetch(after?: string | null): Promise<{ items: T[]; next: string | null }>;
  send(item: T, statement: Statement): Promise<unknown>;
  id(item: T): string;
  /** The language of the story that it is about. */
  language(item: T): string;
  /** What is said once it is answered. */
  done(item: T, kind: StatementKind): string;
  /** Whether the person who is signed in may answer it. */
  open?(item: T): boolean;
  counts: keyof Waiting;
}

/** Letters that wait for an answer, one after the other: reports and appeals. */
export class Inbox<T extends object> implements Panel {
  readonly desk: Desk;
  readonly post: Post<T>;
  readonly pile = new Pile<T>();
  readonly #draw: (inbox: Inbox<T>) => unknown;
  /** What `a` and `r` answer: as in the queue, the first leaves or makes a story public, the second does not. */
  readonly #kinds: readonly [show: StatementKind, hide: StatementKind];
  loaded = false;
  busy = false;
  statement: Statement | undefined;

  constructor(
    desk: Desk,
    post: Post<T>,
    kinds: readonly [show: StatementKind, hide: StatementKind],
    draw: (inbox: Inbox<T>) => unknown,
  ) {
    this.desk = desk;
    this.post = post;
    this.#kinds = kinds;
    this.#draw = draw;
  }

  async load(): Promise<void> {
    try {
      const { items, next } = await this.post.fetch();
      this.pile.fill(items, next, (a, b) => this.post.id(a) === this.post.id(b));
      this.loaded = true;
    } catch (error) {
      this.desk.fail(error);
    }
    this.desk.redraw();
  }

  async again(): Promise<void> {
    await this.load();
    await this.#look();
  }

  go(index: number): void {
    if (this.busy || !this.pile.move(index - this.pile.index)) return;
    this.statement = undefined;
    void this.#look();
    void this.#more();
  }

  step(steps: number): void {
    this.go(this.pile.index + steps);
  }

  /** Opens the form of an answer. */
  answer(kind: StatementKind): void {
    const { current } = this.pile;
    if (!current || this.busy || this.post.open?.(current) === false) return;
    this.statement = new Statement(kind, this.post.language(current));
    void this.desk.focus('#statement');
  }

  close(): void {
    this.statement = undefined;
    void this.#look();
  }

  async send(): Promise<void> {
    const { statement, desk, pile, post } = this;
    const item = pile.current;
    if (!statement || !item || this.busy) return;
    if (!statement.check()) return desk.focus(statement.problem === 'reason' ? '[name=reason]' : '#text');
    this.busy = true;
    desk.redraw();
    try {
      await post.send(item, statement);
      desk.tell(post.done(item, statement.kind));
      await this.#drop();
    } catch (error) {
      desk.fail(error);
      // Somebody else has answered it: it is no longer here.
      if (error instanceof ApiFailure && /^(?:wrong_state|not_found)$/.test(error.code ?? '')) await this.#drop();
    } finally {
      this.busy = false;
      desk.redraw();
    }
  }

  shortcuts(): Shortcut[] {
    if (this.statement)
      return [{ keys: ['escape'], run: () => this.close() }, ...statementShortcuts(this.desk, this.statement)];
    const [show, hide] = this.#kinds;
    return [
      { keys: ['j', 'arrowright'], run: () => this.step(1), repeats: true },
      { keys: ['k', 'arrowleft'], run: () => this.step(-1), repeats: true },
      { keys: ['a'], run: () => this.answer(show) },
      { keys: ['r'], run: () => this.answer(hide) },
    ];
  }

  render(): unknown {
    return this.#draw(this);
  }

  /** Fetches the following page before the last letter is reached. */
  async #more(): Promise<void> {
    const { pile, desk } = this;
    const after = pile.next;
    if (!after || pile.items.length - pile.index > 3) return;
    pile.next = null;
    try {
      const { items, next } = await this.post.fetch(after);
      pile.add(items, next);
    } catch (error) {
      pile.next = after;
      desk.fail(error);
    }
    desk.redraw();
  }

  async #drop(): Promise<void> {
    const { desk, pile, post } = this;
    this.statement = undefined;
    pile.drop();
    desk.waiting = { ...desk.waiting, [post.counts]: Math.max(desk.waiting[post.counts] - 1, 0) };
    if (!pile.current) await this.load();
    await this.#look();
  }

  #look(): Promise<void> {
    return this.desk.focus(this.pile.current ? '#letter' : '#empty');
  }
}
