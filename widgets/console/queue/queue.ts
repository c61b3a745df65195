import type { QueueStory } from '../../../api/contract/moderation.ts';
import { CaptionsEditor } from '../captions/captions.ts';
import { captionsTemplate } from '../captions/captions-template.ts';
import type { Desk, Panel } from '../desk.ts';
import type { Shortcut } from '../keyboard.ts';
import type { QueueView } from '../staff-client.ts';
import { Statement } from '../statement/statement.ts';
import { statementShortcuts } from '../statement/statement-shortcuts.ts';
import { Decisions, type Wish } from './decisions.ts';
import { queueTemplate, type QueueWork } from './queue-template.ts';
import { StoryPile } from './story-pile.ts';

/** Decisions after which a story lies elsewhere. */
const leaving: readonly Wish['action'][] = ['approve', 'refuse', 'remove'];

/** Stories of one kind of state, one after the other, and what is decided about them. */
export class QueuePanel implements Panel, QueueWork {
  readonly desk: Desk;
  readonly view: QueueView;
  readonly pile: StoryPile;
  readonly decisions: Decisions;
  /** What one must know of the current story before deciding. */
  notice: string | undefined;
  statement: Statement | undefined;
  tagging: string[] | undefined;
  captions: CaptionsEditor | undefined;
  /** What is being written stays as long as the page is open, also when one looks elsewhere. */
  readonly #editors = new Map<string, CaptionsEditor>();
  /** Where a story lay that was decided about, for the way back. */
  readonly #places = new Map<string, number>();

  constructor(desk: Desk, view: QueueView) {
    this.desk = desk;
    this.view = view;
    this.pile = new StoryPile(desk, view);
    this.decisions = new Decisions(desk, (story) => this.#takeBack(story));
  }

  load(): Promise<void> {
    return this.pile.load();
  }

  /** Looks again for what has come meanwhile. */
  async again(): Promise<void> {
    await this.load();
    await this.#look();
  }

  /** Looks at another story. */
  go(index: number): void {
    if (this.decisions.busy || !this.pile.move(index - this.pile.index)) return;
    this.#leave();
    void this.#look();
    void this.pile.more();
    void this.pile.refresh();
  }

  step(steps: number): void {
    this.go(this.pile.index + steps);
  }

  approve(): void {
    if (this.view === 'pending') this.#publish([{ action: 'approve' }]);
  }

  /** Puts a story in front; one that waits is published by that. */
  feature(): void {
    const story = this.pile.current;
    if (!story || this.view === 'refused') return;
    if (this.view === 'pending') this.#publish([{ action: 'approve' }, { action: 'feature' }]);
    else void this.#decide([{ action: story.featured ? 'unfeature' : 'feature' }]);
  }

  /** Opens the form of a refusal, or of a removal. */
  refuse(): void {
    const story = this.#atHand();
    if (!story) return;
    this.statement = new Statement(this.view === 'pending' ? 'refuse' : 'remove', story.language);
    void this.desk.focus('#statement');
  }

  sendStatement(): void {
    const { statement } = this;
    if (!statement) return;
    if (!statement.check()) {
      void this.desk.focus(statement.problem === 'reason' ? '[name=reason]' : '#text');
      return;
    }
    const { kind, reason, text } = statement;
    if (reason) void this.#decide([{ action: kind === 'remove' ? 'remove' : 'refuse', reason, text }]);
  }

  openTags(): void {
    const story = this.#atHand();
    if (!story) return;
    this.tagging = [...story.tags];
    void this.desk.focus('#tags');
  }

  toggleTag(id: string): void {
    const chosen = this.tagging ?? [];
    this.tagging = chosen.includes(id) ? chosen.filter((tag) => tag !== id) : [...chosen, id];
    this.desk.redraw();
  }

  saveTags(): void {
    if (this.tagging) void this.#decide([{ action: 'tag', tags: this.tagging }]);
  }

  /** The film of the current story, if it has one that can be played. */
  get film(): QueueStory['media'][number] | undefined {
    return this.pile.current?.media.find(({ kind, film }) => kind === 'video' && film);
  }

  openCaptions(): void {
    const { film } = this;
    if (!film || this.decisions.busy) return;
    this.#leave();
    const known = this.#editors.get(film.id);
    if (known) known.media = film;
    this.captions = known ?? new CaptionsEditor(this.desk, film, (story) => void this.#captioned(story));
    this.#editors.set(film.id, this.captions);
    void this.desk.focus('#captions');
  }

  /** Back to the story, without a decision. */
  close(): void {
    this.#leave();
    void this.#look();
  }

  shortcuts(): Shortcut[] {
    const close: Shortcut = { keys: ['escape'], run: () => this.close() };
    if (this.statement) return [close, ...statementShortcuts(this.desk, this.statement)];
    if (this.captions || this.tagging) return [close];
    return [
      { keys: ['j', 'arrowright'], run: () => this.step(1), repeats: true },
      { keys: ['k', 'arrowleft'], run: () => this.step(-1), repeats: true },
      { keys: ['a'], run: () => this.approve() },
      { keys: ['r'], run: () => this.refuse() },
      { keys: ['f'], run: () => this.feature() },
      { keys: ['t'], run: () => this.openTags() },
      { keys: ['c'], run: () => this.openCaptions() },
    ];
  }

  render(): unknown {
    const { captions, pile } = this;
    if (captions && pile.current) return captionsTemplate(this.desk, captions, pile.current, () => this.close());
    return queueTemplate(this);
  }

  drawn(): void {
    this.captions?.drawn();
  }

  /** The story that something is about to be written about; nothing when it cannot be now. */
  #atHand(): QueueStory | undefined {
    if (this.decisions.busy || this.view === 'refused' || !this.pile.current) return undefined;
    this.#leave();
    return this.pile.current;
  }

  #leave(): void {
    this.statement = this.tagging = this.captions = this.notice = undefined;
  }

  /** Takes the reader to the heading of what is now on screen. */
  #look(): Promise<void> {
    return this.desk.focus(this.pile.current ? '#story' : '#empty');
  }

  /** What cannot be published yet is not tried: the reason is said. */
  #publish(wishes: readonly Wish[]): void {
    const [blocker] = this.pile.current?.blockers ?? [];
    if (blocker) this.desk.tell(this.desk.terms.story.blockers[blocker]);
    else void this.#decide(wishes);
  }

  async #decide(wishes: readonly Wish[]): Promise<void> {
    const { pile } = this;
    const story = pile.current;
    if (!story || this.decisions.busy) return;
    const outcome = await this.decisions.take(story, wishes);
    // What is written stays where it is when nothing was decided.
    if (outcome.kind === 'failed') return;
    this.#leave();
    const leaves = outcome.kind === 'gone' || (outcome.kind === 'decided' && leaving.includes(wishes[0]!.action));
    if (leaves) {
      this.#places.set(story.id, pile.index);
      pile.drop();
      this.#count(-1);
      if (!pile.current) await this.load();
    } else pile.put(outcome.story);
    if (outcome.kind === 'changed') this.notice = outcome.notice;
    await this.#look();
    void this.pile.more();
    void this.pile.refresh();
  }

  #takeBack(story: QueueStory): void {
    const { pile } = this;
    if (!pile.put(story)) {
      pile.restore(story, this.#places.get(story.id) ?? 0);
      this.#count(1);
    }
    this.#leave();
    void this.#look();
  }

  #count(change: number): void {
    const { desk } = this;
    if (this.view === 'pending')
      desk.waiting = { ...desk.waiting, stories: Math.max(desk.waiting.stories + change, 0) };
  }

  async #captioned(story: QueueStory): Promise<void> {
    const { pile, desk } = this;
    pile.put(story);
    for (const { id } of story.media) this.#editors.delete(id);
    desk.tell(desk.terms.captions.saved);
    this.#leave();
    await this.#look();
  }
}
