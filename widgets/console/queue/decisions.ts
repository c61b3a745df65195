import type { DecisionRequest, DecisionResult, QueueStory } from '../../../api/contract/moderation.ts';
import { ApiFailure } from '../../core.ts';
import { formatClock } from '../dates.ts';
import type { Desk } from '../desk.ts';
import { failureMessage } from '../failure.ts';

/** A decision without the version, which is always that of the story on screen. */
export type Wish = DecisionRequest extends infer R ? (R extends unknown ? Omit<R, 'version'> : never) : never;

/** What became of the story that was decided about. */
export type Outcome =
  /** It is as decided. */
  | { kind: 'decided'; story: QueueStory }
  /** Its author changed it meanwhile: nothing was decided, and this is the new version. */
  | { kind: 'changed'; story: QueueStory; notice: string }
  /** Somebody else was faster, or it is gone. */
  | { kind: 'gone' }
  /** Nothing was decided, and everything is as before. */
  | { kind: 'failed' };

/**
 * Sends decisions: one at a time, each on exactly the version that was looked at, so that nothing is ever
 * approved unseen.
 */
export class Decisions {
  readonly #desk: Desk;
  /** Called with a story whose decision was taken back. */
  readonly #undone: (story: QueueStory) => void;
  busy = false;

  constructor(desk: Desk, undone: (story: QueueStory) => void) {
    this.#desk = desk;
    this.#undone = undone;
  }

  /** Decides, one thing after the other; the way back takes all of it back. */
  async take(story: QueueStory, wishes: readonly Wish[]): Promise<Outcome> {
    const desk = this.#desk;
    this.busy = true;
    desk.redraw();
    const taken: DecisionResult[] = [];
    try {
      for (const wish of wishes) {
        const { version } = taken.at(-1)?.story ?? story;
        taken.push(await desk.client.decide(story.id, { ...wish, version } as DecisionRequest));
      }
    } catch (error) {
      // Of two decisions the first may stand: then that one is told of, and what came of the second.
      if (taken.length === 0) return await this.#explain(story, error);
      desk.fail(error);
    } finally {
      this.busy = false;
      desk.redraw();
    }
    this.#offer(story, wishes[taken.length - 1]!.action, taken);
    return { kind: 'decided', story: taken.at(-1)!.story };
  }

  #offer({ author }: QueueStory, action: Wish['action'], taken: readonly DecisionResult[]): void {
    const { terms, locale } = this.#desk;
    const until = Math.min(...taken.map(({ decision }) => decision.undoUntil));
    this.#desk.tell(terms.queue.done[action](author.name), {
      label: terms.queue.undo,
      note: terms.queue.undoUntil(formatClock(until, locale)),
      until,
      run: () => void this.#undo(taken),
    });
  }

  async #undo(taken: readonly DecisionResult[]): Promise<void> {
    const { client, terms } = this.#desk;
    if (this.busy) return;
    this.busy = true;
    try {
      let back: QueueStory | undefined;
      // The last first: only the latest decision on a story can be taken back.
      for (const { decision } of taken.toReversed()) back = (await client.undo(decision.id)).story;
      if (back) {
        this.#desk.tell(terms.queue.undone(back.author.name));
        this.#undone(back);
      }
    } catch (error) {
      if (error instanceof ApiFailure && error.code === 'wrong_state') this.#desk.tell(terms.queue.undoLate);
      else this.#desk.fail(error);
    } finally {
      this.busy = false;
      this.#desk.redraw();
    }
  }

  async #explain(story: QueueStory, error: unknown): Promise<Outcome> {
    const { terms, client } = this.#desk;
    const code = error instanceof ApiFailure ? error.code : undefined;
    if (code === 'not_found' || code === 'wrong_state') {
      this.#desk.tell(code === 'not_found' ? terms.failures.not_found : terms.queue.gone);
      return { kind: 'gone' };
    }
    if (code === 'story_changed' || code === 'captions_missing' || code === 'media_not_ready') {
      const notice = code === 'story_changed' ? terms.queue.changed : failureMessage(terms, error as ApiFailure);
      try {
        const now = await client.story(story.id);
        this.#desk.tell(notice);
        return { kind: 'changed', story: now, notice };
      } catch (second) {
        this.#desk.fail(second);
        return { kind: 'gone' };
      }
    }
    this.#desk.fail(error);
    return { kind: 'failed' };
  }
}
