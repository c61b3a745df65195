import type { Locale } from '../../api/contract/locales.ts';
import { storyFormLimits } from '../../api/contract/limits.ts';
import type { StoryUse } from '../../api/contract/vocabulary.ts';
import { ApiFailure, flame, html, nothing, type ReactiveControllerHost } from '../core.ts';
import type { Announcer } from '../form.ts';
import type { StoryFormTerms } from '../lang/story-form/terms.ts';
import { draftOf, emptyDraft, type Fields, type Kind } from './draft.ts';
import { MediaController } from './media.ts';
import type { MemberApi } from './member-api.ts';
import type { SessionController } from './session.ts';
import { StoriesController } from './stories.ts';
import type { Review } from './parts/review.ts';
import { loadPart } from './load-part.ts';
import { box, mainButton, quietButton, textField, type View } from './views/controls.ts';
import { countOf, editorView, lengthOf } from './views/editor.ts';
import { listView, type Question } from './views/list.ts';
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
  /** The same for what may be asked several times at once. */
  attempt(task: () => Promise<void>): Promise<void>;
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
  #review: Review | undefined;
  #loading: Promise<void> | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, tools: Tools) {
    this.#host = host;
    this.#with = tools;
    const { club, fail } = tools;
    this.stories = new StoriesController(host, club, (failure) => this.#unsaved(failure));
    this.#media = new MediaController(
      {
        html,
        nothing,
        textField,
        quietButton,
        host,
        club,
        stories: this.stories,
        announcer: tools.announcer,
        attempt: tools.attempt,
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
    const { firstName = '', place = null } = me ?? {};
    this.#edit(emptyDraft({ language: this.#host.locale, circle: proposed ?? '', signature: firstName, place }));
  };

  #edit(draft: ReturnType<typeof draftOf>): void {
    this.#media.clear();
    this.stories.open(draft);
    this.#review?.reset();
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
    this.#review?.judge(this.stories.draft!);
    if ('text' in change) this.#count(change.text!);
  };

  /** The counter is said at rest, and only where it matters. */
  #count(text: string): void {
    clearTimeout(this.#counting);
    if (lengthOf(text) >= storyFormLimits.textMin && text.length < storyFormLimits.text - 200) return;
    this.#counting = setTimeout(() => this.#with.announcer.say(countOf(this.#host, text)), rest);
  }

  /** What comes after the writing is loaded when it is asked for. */
  async #reviewed(work: (review: Review) => void): Promise<void> {
    try {
      const { Review } = await loadPart('review');
      this.#review ??= new Review({
        ApiFailure,
        html,
        flame,
        box,
        textField,
        mainButton,
        quietButton,
        ...this.#with,
        host: this.#host,
        stories: this.stories,
        sending: () => this.#media.waiting > 0,
        done: () => {
          this.#media.clear();
          this.stories.open(undefined);
          this.#show('done');
        },
        leave: () => this.#leave(),
        ask: (story) => this.#ask(story ? { story, about: 'appeal' } : undefined),
      });
      work(this.#review);
      this.#host.requestUpdate();
    } catch (error) {
      this.#with.fail(error as ApiFailure);
    }
  }

  /** The same while drawing: it is drawn again once it is there. */
  #needReview(): Review | undefined {
    if (!this.#review && !this.#loading)
      this.#loading = this.#reviewed(() => {}).finally(() => (this.#loading = undefined));
    return this.#review;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { draft } = this.stories;
    void this.#reviewed((review) => review.submit(draft!));
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

  /** Draws the page that is open. */
  render(view: View, failed: unknown): unknown {
    const { mine, draft } = this.stories;
    const { club, session } = this.#with;
    if (!mine) return nothing;
    if (this.#page === 'done') return this.#review!.thanks();
    if (this.#page === 'list' || !draft)
      return listView(
        view,
        mine,
        {
          fresh: this.#fresh,
          edit: (story) => this.#edit(draftOf(story)),
          withdraw: (story) => void this.#reviewed((review) => review.end(story, 'withdrawn')),
          question: (story) => this.#needReview()?.question(story),
          ask: this.#ask,
          statement: (story, appealing) => this.#needReview()?.statement(view, story, appealing),
          leave: () => void session.leave(),
        },
        { question: this.#question, box: failed ?? nothing, atHome: club.atHome && !club.token },
      );
    const { other } = this.stories;
    return editorView(
      view,
      { draft, mine, stories: this.stories },
      {
        type: this.#type,
        prompt: (prompt) => {
          this.#type({ prompt });
          this.#with.focus('#text');
        },
        kind: (kind: Kind) => {
          draft.kind = kind;
          this.#review?.judge(draft);
          this.#host.requestUpdate();
        },
        permit: (use: StoryUse) => {
          draft.permissions[use] = !draft.permissions[use];
          this.#type({});
        },
        back: this.#back,
        submit: this.#submit,
      },
      {
        conflict: other && this.#needReview()?.conflict(other.fields.text),
        media: picturesView(view, draft, mine, this.#media, {
          choose: this.#choose,
          film: () => void this.#media.use((desk) => desk.film()),
          type: this.#type,
        }),
        summary: view.messages.size ? this.#needReview()?.summary(view) : failed,
      },
    );
  }
}
