import type { MyStoryView } from '../../api/contract/story.ts';
import type { FieldProblem, ProblemCode } from '../../api/contract/codes.ts';
import type { Locale } from '../../api/contract/locales.ts';
import { storyLimits } from '../../api/contract/limits.ts';
import { storyTextProblem } from '../../api/contract/text.ts';
import type { StoryUse } from '../../api/contract/vocabulary.ts';
import { ApiFailure, html, nothing, type ReactiveControllerHost } from '../core.ts';
import type { Announcer } from '../form.ts';
import type { StoryFormTerms } from '../lang/story-form/terms.ts';
import { lengthOf, messageOf, problemsOf } from './check.ts';
import { draftOf, emptyDraft, requestOf, type Fields, type Kind } from './draft.ts';
import { MediaController } from './media.ts';
import type { MemberApi } from './member-api.ts';
import type { SessionController } from './session.ts';
import { StoriesController } from './stories.ts';
import {
  AmbassadorStoryErrorEvent,
  AmbassadorStoryRequestEvent,
  AmbassadorStorySuccessEvent,
} from './story-form.events.ts';
import { quietButton, textField, type View } from './views/controls.ts';
import { countOf, editorView } from './views/editor.ts';
import { listView, type Question } from './views/list.ts';
import { doneView, summaryBox } from './views/outcome.ts';
import { picturesView } from './views/pictures.ts';

/** The element that the desk stands in. */
type Host = ReactiveControllerHost &
  HTMLElement & {
    readonly terms: StoryFormTerms;
    readonly locale: Locale;
    readonly partner?: string | null;
    readonly circle?: string | null;
    readonly renderRoot: HTMLElement | DocumentFragment;
  };

/** What the element lends its desk. */
export interface Tools {
  club: MemberApi;
  session: SessionController;
  announcer: Announcer;
  /** Does something that the club answers to, and tells what fails. */
  run(task: () => Promise<void>, focus?: string): Promise<void>;
  fail(failure: ApiFailure): void;
  /** Says what is wrong, by field. */
  tell(messages: ReadonlyMap<string, string>, focus?: string): void;
  focus(selector: string): void;
}

type Page = 'list' | 'editor' | 'done';

const none: ReadonlyMap<string, string> = new Map();
/** How long nobody types before the counter is said. */
const rest = 1500;

/** What a member who is signed in has before them: their stories, one that is being written, the thank-you. */
export class Desk {
  readonly #host: Host;
  readonly #with: Tools;
  readonly stories: StoriesController;
  readonly #media: MediaController;
  #page: Page = 'list';
  #question: Question | undefined;
  /** Nothing is called wrong before the first attempt to hand in. */
  #checked = false;
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, tools: Tools) {
    this.#host = host;
    this.#with = tools;
    const { club, fail } = tools;
    this.stories = new StoriesController(host, club, (failure) => this.#unsaved(failure));
    this.#media = new MediaController(
      {
        ...{ html, nothing, textField, quietButton, host, club, stories: this.stories },
        announcer: tools.announcer,
        run: tools.run,
        changed: () => this.#type({}),
        lost: () => fail(new ApiFailure('refused', { code: 'unauthenticated' })),
      },
      fail,
    );
  }

  /** Signed in. When it is again, what was being done goes on. */
  resume(again: boolean): void {
    if (again && this.#page === 'editor') {
      this.stories.saveSoon();
      this.#media.wake();
      this.#with.focus('#text');
      return;
    }
    this.#page = 'list';
    // Who has told nothing yet has come to tell something.
    if (this.stories.mine?.stories.length) this.#with.focus('h3');
    else this.#fresh();
  }

  /** A draft that could not be saved is saved later; only what needs its author is told. */
  #unsaved(failure: ApiFailure): void {
    if (failure.kind === 'refused') this.#with.fail(failure);
  }

  readonly #fresh = (): void => {
    const { me } = this.#with.session;
    const circles = this.stories.mine!.circles.map(({ id }) => id);
    const proposed = [this.#host.circle, me?.circle, circles[0]].find((one) => one && circles.includes(one));
    const { locale } = this.#host;
    this.#edit(
      emptyDraft({
        language: locale,
        circle: proposed ?? '',
        signature: me?.firstName ?? '',
        place: me?.place ?? null,
      }),
    );
  };

  #edit(draft: ReturnType<typeof draftOf>): void {
    this.#media.clear();
    this.stories.open(draft);
    this.#checked = false;
    this.#with.tell(none);
    this.#show('editor');
    if (draft.media.length) void this.#media.use(() => {});
  }

  #show(page: Page): void {
    this.#page = page;
    this.#question = undefined;
    this.#with.focus('h3');
  }

  readonly #back = (): void => {
    void this.#with.run(async () => {
      if (this.stories.savesItself) await this.stories.store();
      if (this.stories.other) return;
      this.#leave();
    });
  };

  #leave(): void {
    this.#media.clear();
    this.stories.open(undefined);
    this.#with.tell(none);
    this.#show('list');
  }

  readonly #type = (change: Partial<Fields>): void => {
    this.stories.type(change);
    this.#judge();
    if ('text' in change) this.#count(change.text!);
  };

  /** The counter is said at rest, and only where it matters. */
  #count(text: string): void {
    clearTimeout(this.#counting);
    if (lengthOf(text) >= storyLimits.textMin && text.length < storyLimits.text - 200) return;
    this.#counting = setTimeout(() => this.#with.announcer.say(countOf(this.#host, text)), rest);
  }

  /** What keeps the story from being handed in; said once somebody has tried to. */
  #judge(): string[] {
    if (!this.#checked) return [];
    const problems = problemsOf(this.stories.draft!, this.#media.waiting > 0);
    this.#tellProblems(problems);
    return problems.map(({ field }) => field);
  }

  #tellProblems(problems: readonly FieldProblem[]): void {
    const messages = new Map<string, string>();
    for (const problem of problems)
      if (!messages.has(problem.field)) messages.set(problem.field, messageOf(this.#host.terms, problem));
    this.#with.tell(messages);
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { draft } = this.stories;
    this.#checked = true;
    const wrong = this.#judge();
    const { partner } = this.#host;
    if (wrong.length) return this.#stop('invalid_request', wrong);
    const detail = { ...structuredClone(requestOf(draft!)), kind: draft!.kind };
    if (!this.#host.dispatchEvent(new AmbassadorStoryRequestEvent(detail))) return;
    void this.#with.run(async () => {
      try {
        await this.stories.submit();
      } catch (error) {
        this.#refused(error as ApiFailure);
        throw error;
      }
      const { kind, fields } = draft!;
      this.#host.dispatchEvent(new AmbassadorStorySuccessEvent({ partner: partner!, kind, language: fields.language }));
      this.#media.clear();
      this.stories.open(undefined);
      this.#show('done');
    });
  };

  #refused({ code, kind, errors = [] }: ApiFailure): void {
    const fields = errors.map(({ field }) => field);
    this.#host.dispatchEvent(new AmbassadorStoryErrorEvent({ code: code ?? kind, fields }));
    this.#tellProblems(errors);
  }

  #stop(code: ProblemCode, fields: string[]): void {
    this.#with.announcer.say(this.#host.terms.notSent);
    this.#host.dispatchEvent(new AmbassadorStoryErrorEvent({ code, fields }));
    this.#with.focus('.summary .box');
  }

  readonly #go = (field: string, event: Event): void => {
    event.preventDefault();
    const { renderRoot } = this.#host;
    const named = [...renderRoot.querySelectorAll<HTMLElement>(`[id^="${field}"]:is(input, textarea)`)];
    const wrong = named.find((one) => one.matches('textarea') && !(one as HTMLTextAreaElement).value.trim());
    (wrong ?? named[0] ?? renderRoot.querySelector<HTMLElement>('#file, #kind-photo'))?.focus();
  };

  readonly #choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    const kind = this.stories.draft!.kind === 'photo' ? 'photo' : 'video';
    if (files.length) void this.#media.use((desk) => desk.add(files, kind));
  };

  /** A question about one story of the list, and the focus to it or back. */
  readonly #ask = (question: Question | undefined): void => {
    this.#question = question;
    this.#with.tell(none);
    this.#with.focus(question ? { remove: '.sure', appeal: '#appeal' }[question.about] : 'h3');
  };

  readonly #appeal = (story: MyStoryView, event: Event): void => {
    event.preventDefault();
    const text = `${new FormData(event.target as HTMLFormElement).get('appeal')}`;
    const { terms } = this.#host;
    if (storyTextProblem(text, storyLimits.textMin, storyLimits.reason))
      return this.#with.tell(new Map([['appeal', terms.appealHint]]), '#appeal');
    void this.#with.run(async () => {
      await this.stories.appeal(story.id, { decision: story.statement!.decision, text });
      this.#ask(undefined);
      this.#with.announcer.say(terms.appeals.open);
    });
  };

  /** Withdraws or deletes a story of the list. */
  #end(story: MyStoryView, how: 'withdraw' | 'remove'): void {
    void this.#with.run(async () => {
      await this.stories[how](story.id);
      this.#ask(undefined);
      this.#with.announcer.say(this.#host.terms[how === 'remove' ? 'removed' : 'withdrawn']);
    });
  }

  /** Draws the page that is open. */
  render(view: View, failed: unknown): unknown {
    const { mine, draft } = this.stories;
    const { locale } = this.#host;
    const { club, session } = this.#with;
    if (!mine) return nothing;
    if (this.#page === 'done') return doneView(view, () => this.#leave());
    if (this.#page === 'list' || !draft)
      return listView(
        view,
        mine,
        {
          fresh: this.#fresh,
          edit: (story) => this.#edit(draftOf(story)),
          withdraw: (story) => this.#end(story, 'withdraw'),
          remove: (story) => this.#end(story, 'remove'),
          ask: this.#ask,
          appeal: this.#appeal,
          leave: () => void session.leave(),
        },
        { question: this.#question, locale, box: failed ?? nothing, atHome: club.atHome && !club.token },
      );
    const summary = view.messages.size ? summaryBox(view, this.#go) : (failed ?? nothing);
    return editorView(
      view,
      { draft, mine, stories: this.stories, locale },
      {
        type: this.#type,
        prompt: (prompt) => {
          this.#type({ prompt });
          this.#with.focus('#text');
        },
        kind: (kind: Kind) => {
          draft.kind = kind;
          this.#judge();
          this.#host.requestUpdate();
        },
        permit: (use: StoryUse) => {
          draft.permissions[use] = !draft.permissions[use];
          this.#type({});
        },
        decide: (one) => this.stories.decide(one),
        back: this.#back,
        submit: this.#submit,
      },
      picturesView(view, draft, mine, this.#media, {
        choose: this.#choose,
        film: () => void this.#media.use((desk) => desk.film()),
        type: this.#type,
      }),
      summary,
    );
  }
}
