/**
 * What comes after the writing: checking and handing in, the thank-you, a refusal and how to object, two versions
 * of one story. Loaded then, not before; draws with what it is lent.
 */
import type { FieldProblem, ProblemCode } from '../../../api/contract/codes.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import type { Locale } from '../../../api/contract/locales.ts';
import type { MyStoryView } from '../../../api/contract/story.ts';
import { storyTextProblem } from '../../../api/contract/text.ts';
import type { ApiFailure } from '../../core.ts';
import { storyFormReview as de } from '../../lang/story-form/review/de.ts';
import { storyFormReview as en } from '../../lang/story-form/review/en.ts';
import { storyFormReview as fr } from '../../lang/story-form/review/fr.ts';
import { storyFormReview as gsw } from '../../lang/story-form/review/gsw.ts';
import type { StoryFormReviewTerms } from '../../lang/story-form/review/terms.ts';
import { requestOf, type Draft } from '../draft.ts';
import {
  AmbassadorStoryErrorEvent,
  AmbassadorStoryRequestEvent,
  AmbassadorStorySuccessEvent,
} from '../story-form.events.ts';
import type { View } from '../views/controls.ts';
import { messageOf, problemsOf } from './check.ts';
import type { ReviewTools } from './review-tools.ts';
import { reviewViews } from './review-view.ts';

const texts: Record<Locale, StoryFormReviewTerms> = { fr, de, en, gsw };

/** Everything that is said about a story as a whole. */
export class Review {
  readonly #with: ReviewTools;
  readonly #views: ReturnType<typeof reviewViews>;
  /** Nothing is called wrong before the first attempt to hand in. */
  #checked = false;

  constructor(tools: ReviewTools) {
    this.#with = tools;
    this.#views = reviewViews(tools);
  }

  get #terms(): StoryFormReviewTerms {
    return texts[this.#with.host.locale];
  }

  /** Another story is on the desk. */
  reset(): void {
    this.#checked = false;
  }

  /** Says what keeps the story from being handed in, once somebody has tried to. @returns the fields */
  judge(draft: Draft): string[] {
    if (!this.#checked) return [];
    const problems = problemsOf(draft, this.#with.sending());
    this.#tell(problems);
    return problems.map(({ field }) => field);
  }

  /** Hands the story on the desk to the club, or says everything that is missing. */
  submit(draft: Draft): void {
    const { host, announcer, run, focus } = this.#with;
    this.#checked = true;
    const wrong = this.judge(draft);
    if (wrong.length) {
      announcer.say(this.#terms.notSent);
      this.#fail('invalid_request', wrong);
      return focus('.summary .box');
    }
    const { kind, fields } = draft;
    // The page gets a copy: what it does to it does not change what a person has written.
    const detail = { ...structuredClone(requestOf(draft)), kind };
    if (!host.dispatchEvent(new AmbassadorStoryRequestEvent(detail))) return;
    void run(async () => {
      try {
        await this.#handIn(draft);
      } catch (error) {
        const { code, kind: how, errors = [] } = error as ApiFailure;
        this.#tell(errors);
        this.#fail(
          code ?? how,
          errors.map(({ field }) => field),
        );
        throw error;
      }
      const { partner = '' } = host;
      host.dispatchEvent(new AmbassadorStorySuccessEvent({ partner: partner!, kind, language: fields.language }));
      this.#with.done();
    });
  }

  async #handIn(draft: Draft): Promise<void> {
    const { stories } = this.#with;
    await stories.store();
    if (stories.other) throw new this.#with.ApiFailure('refused', { code: 'story_changed' });
    // A change of what was read or shown has put it back into the queue already.
    if (stories.savesItself) await stories.act(draft.id!, '/submit');
    else await stories.load();
  }

  /** Asked before a story is deleted. */
  question(story: MyStoryView): unknown {
    return this.#views.question(this.#terms, story.id, {
      remove: () => this.end(story, 'removed'),
      cancel: () => this.#with.ask(undefined),
    });
  }

  /** Takes a story back from everywhere, or deletes it and its files. */
  end({ id }: MyStoryView, how: 'withdrawn' | 'removed'): void {
    const { stories, run, ask, announcer } = this.#with;
    void run(async () => {
      await (how === 'removed' ? stories.act(id, '', 'DELETE') : stories.act(id, '/withdraw'));
      ask(undefined);
      announcer.say(this.#terms[how]);
    });
  }

  /** Fields to correct, as links to them. */
  summary(view: View): unknown {
    return this.#views.summary(view, this.#terms, (field) => this.#go(field));
  }

  /** The thank-you: what happens next. */
  thanks(): unknown {
    return this.#views.thanks(this.#terms, this.#with.leave);
  }

  /** Two versions: nothing is thrown away before its author has seen both. */
  conflict(theirs: string): unknown {
    const { stories, focus } = this.#with;
    const decide = (mine: boolean) => {
      stories.decide(mine);
      focus('#text');
    };
    return this.#views.conflict(this.#terms, theirs, decide);
  }

  /** Why a story was refused or removed, and how to object. */
  statement(view: View, story: MyStoryView, appealing: boolean): unknown {
    return this.#views.statement(view, this.#terms, story, appealing, {
      ask: (story) => this.#with.ask(story),
      appeal: (event) => this.#appeal(story, event),
    });
  }

  #appeal(story: MyStoryView, event: Event): void {
    event.preventDefault();
    const { tell, run, stories, ask, announcer } = this.#with;
    const text = `${new FormData(event.target as HTMLFormElement).get('appeal')}`;
    const terms = this.#terms;
    if (storyTextProblem(text, storyLimits.textMin, storyLimits.reason))
      return tell(new Map([['appeal', terms.appealHint]]), '#appeal');
    void run(async () => {
      await stories.act(story.id, '/appeals', 'POST', { decision: story.statement!.decision, text });
      ask(undefined);
      announcer.say(terms.appeals.open);
    });
  }

  #tell(problems: readonly FieldProblem[]): void {
    const messages = new Map<string, string>();
    for (const problem of problems)
      if (!messages.has(problem.field)) messages.set(problem.field, messageOf(this.#terms, problem));
    this.#with.tell(messages);
  }

  #fail(code: ProblemCode | ApiFailure['kind'], fields: string[]): void {
    this.#with.host.dispatchEvent(new AmbassadorStoryErrorEvent({ code, fields }));
  }

  /** To what is wrong: of several photos the first that lacks its text. */
  #go(field: string): void {
    const { renderRoot } = this.#with.host;
    const named = [...renderRoot.querySelectorAll<HTMLInputElement>(`[id^="${field}"]:is(input, textarea)`)];
    const wrong = field === 'alt' ? named.find(({ value }) => !value.trim()) : named[0];
    (wrong ?? renderRoot.querySelector<HTMLElement>('#file, #adult-on, #kind-text'))?.focus();
  }
}
