import type { PartnerView } from '../../api/contract/partner.ts';
import { joinUrl, memberPaths, widgetPaths } from '../../api/contract/paths.ts';
import type { MeView } from '../../api/contract/session.ts';
import {
  AmbassadorElement,
  ApiFailure,
  baseStyles,
  flame,
  html,
  nothing,
  RequestController,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from '../core.ts';
import { Announcer, buttonStyles, fieldStyles, Unfolding, visuallyHiddenStyles } from '../form.ts';
import { Desk } from './desk.ts';
import { isClosed } from './failure.ts';
import { MemberApi } from './member-api.ts';
import { SessionController } from './session.ts';
import { storyFormStyles } from './story-form.styles.ts';
import type { View } from './views/controls.ts';
import { failureBox } from './views/outcome.ts';
import { signInView } from './views/sign-in.ts';

const nothingWrong: ReadonlyMap<string, string> = new Map();

/**
 * The story form: a text, photos or a film of a member. They sign in by a six-digit code; on the club's own page
 * they are signed in already. Drafts are kept by the club; nothing is kept in the browser.
 *
 * It never moves what the visitor is looking at: like the membership form it opens by a press on the page's own
 * link, or by itself only strictly below the view.
 *
 * @summary Lets members tell their story without leaving the page.
 * @tagname ambassador-story-form
 * @slot - A link to the club's own page of stories: shown until the form can be, and whenever it cannot.
 * @event {AmbassadorStoryRequestEvent} ambassador-story-request - Emitted before a story is handed in; cancelable.
 * @event {AmbassadorStorySuccessEvent} ambassador-story-success - Emitted when the club has the story.
 * @event {AmbassadorStoryErrorEvent} ambassador-story-error - Emitted when it could not be handed in.
 * @csspart opener - The button that opens the form on a page without a link of its own.
 * @csspart form - The panel.
 * @csspart title - Its heading.
 * @csspart field - One field with label, hint and message.
 * @csspart input - The control of a field.
 * @csspart box - What is to be corrected, or why something could not be done.
 * @csspart button - The one action of a view.
 * @csspart success - The thank-you.
 * @csspart flame - The mark.
 * @cssproperty [--ambassador-accent=#d13a1e] - The club's colour.
 * @cssproperty [--ambassador-radius=10px] - Corners.
 * @cssproperty [--ambassador-space=1em] - Room between and in the fields.
 * @cssproperty [--ambassador-border=color-mix(in srgb, currentColor 60%, transparent)] - Borders of what can be used.
 * @cssproperty [--ambassador-danger=#d6266a] - Line beside what is to be corrected.
 */
export class AmbassadorStoryForm extends AmbassadorElement<'story-form'> {
  static override readonly widget = 'story-form';
  static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    visuallyHiddenStyles,
    storyFormStyles,
  ];
  static override properties: PropertyDeclarations = {
    circle: {},
    compact: { type: Boolean },
    open: { type: Boolean },
  };

  /** The circle that a new story begins in, by its name in `club.json`. */
  declare circle?: string | null;
  /** Never unfolds by itself. */
  declare compact?: boolean;
  /** Shows the form at once. */
  declare open?: boolean;

  readonly #announcer = new Announcer(this);
  readonly #partner = new RequestController<PartnerView>(this);
  readonly #unfolding = new Unfolding(this, () => !!this.#partner.value);
  readonly #club = new MemberApi(() => this.apiBase);
  readonly #session = new SessionController(this, this.#club);
  readonly #desk = new Desk(this, {
    club: this.#club,
    session: this.#session,
    announcer: this.#announcer,
    run: (task, focus) => this.#run(task, focus),
    attempt: (task) => this.#attempt(task),
    fail: (failure) => this.#fail(failure),
    tell: (messages, focus) => this.#tell(messages, focus),
    focus: (selector) => void this.#focus(selector),
  });
  #due = true;
  #busy = false;
  #failure: ApiFailure | undefined;
  /** What is wrong, by field. */
  #messages: ReadonlyMap<string, string> = nothingWrong;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#due ||= this.#partner.status === 'idle';
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const elsewhere = changed.has('partner') || changed.has('api');
    if (elsewhere && this.#session.state === 'in') this.#session.expire();
    if (this.terms && (this.#due || elsewhere || changed.has('terms'))) void this.#load();
  }

  protected override updated(): void {
    if (!this.#unfolding.wanted || !this.renderRoot.querySelector('.panel')) return;
    this.#unfolding.wanted = false;
    void this.#focus('h2');
  }

  async #load(): Promise<void> {
    this.#due = false;
    const { partner, locale: lang } = this;
    if (!partner) {
      this.#partner.value = undefined;
      this.warn(`"partner" is missing. Add it, e.g. <${this.localName} partner="…">. Nothing was sent.`);
      return;
    }
    await this.#partner.run(async (signal) => {
      const view = await this.request<PartnerView>(widgetPaths.partner(partner), { query: { lang }, signal });
      // The sentences that are agreed to are in this language now.
      if (this.#session.state === 'in') await this.#desk.stories.load();
      else if (this.#club.atHome) await this.#arrive();
      return view;
    });
    const { failure } = this.#partner;
    if (!failure) return;
    this.warnAbout(failure);
    if (isClosed(failure)) this.#partner.value = undefined;
    if (this.#unfolding.wanted) void this.#focus('.box');
    this.#unfolding.wanted = false;
  }

  /** On the club's own page a cookie may say who this is already. */
  async #arrive(): Promise<void> {
    try {
      this.#session.me = await this.#club.ask<MeView>(memberPaths.me);
      await this.#desk.stories.load();
      this.#session.begin();
    } catch (error) {
      if ((error as ApiFailure).code !== 'unauthenticated') throw error;
    }
  }

  /** Does something that the club answers to; what fails is told, and a session that ended is renewed. */
  async #run(task: () => Promise<void>, focus?: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    await this.#attempt(task).finally(() => (this.#busy = false));
    if (focus && !this.#failure) void this.#focus(focus);
    this.requestUpdate();
  }

  /** The same for what may be asked several times at once. */
  async #attempt(task: () => Promise<void>): Promise<void> {
    this.#failure = undefined;
    this.requestUpdate();
    try {
      await task();
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      this.#fail(error);
    }
  }

  /** Tells why something could not be done. What was typed stays. */
  #fail(failure: ApiFailure): void {
    const inside = this.#session.state === 'in';
    if (failure.code === 'unauthenticated' && inside) {
      this.#session.expire();
      this.#announcer.say(this.terms.ended);
      void this.#focus('#email');
      return;
    }
    this.#failure = failure;
    void this.#focus('.box');
  }

  /** Says what is wrong, and takes the person to it. */
  #tell(messages: ReadonlyMap<string, string>, focus = ''): void {
    this.#messages = messages;
    this.#failure = undefined;
    this.requestUpdate();
    if (focus) void this.#focus(focus);
  }

  readonly #handleAsk = (event: Event): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const email = `${data.get('email')}`.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      return this.#tell(new Map([['email', this.terms.emailWrong]]), '#email');
    this.#tell(nothingWrong);
    void this.#run(() => this.#session.askCode(email, `${data.get('website') ?? ''}`), '#code');
  };

  readonly #handleEnter = (event: Event): void => {
    event.preventDefault();
    const code = `${new FormData(event.target as HTMLFormElement).get('code')}`.replace(/\D/g, '');
    if (code.length !== 6) return this.#tell(new Map([['code', this.terms.codeWrong]]), '#code');
    this.#tell(nothingWrong);
    void this.#run(async () => {
      const again = this.#session.lost;
      await this.#session.enter(code);
      await this.#desk.stories.load();
      this.#desk.resume(again);
    });
  };

  /** Moves the focus once what was asked for is drawn. */
  async #focus(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    // In a task of its own: focus in the task that rendered would make the browser lay the form out there too.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The club's own page of stories: of what a page wrote, only a web address becomes a link. */
  get #way(): string | undefined {
    const base = this.apiBase;
    return /^https?:/.test(base) && URL.canParse(base) ? new URL('/me/stories', base).href : undefined;
  }

  #renderClosed(): unknown {
    const why = this.partner ? this.#partner.failure : new ApiFailure('refused', { code: 'partner_unknown' });
    const link = !!this.#unfolding.link;
    const retry = () => {
      this.#due = true;
      this.#unfolding.ask();
    };
    if (why) return failureBox(this.terms, why, { href: link ? undefined : this.#way, retry });
    if (link) return nothing;
    return html`<button class="button" part="opener" @click=${this.#unfolding.ask}>
      ${flame()} ${this.terms.fresh}
    </button>`;
  }

  #renderPanel({ club }: PartnerView): unknown {
    const { terms } = this;
    const session = this.#session;
    const view: View = { terms, messages: this.#messages, busy: this.#busy };
    const failed = this.#failure && failureBox(terms, this.#failure, { kept: session.state === 'in' });
    const join = this.partner ? joinUrl(this.apiBase, this.partner, this.locale) : undefined;
    const on = { ask: this.#handleAsk, enter: this.#handleEnter };
    return html`<div class="panel" part="form">
      <div class="head">
        ${flame()}
        <h2 part="title" tabindex="-1">${terms.title(club.city)}</h2>
        <p>${terms.lead}</p>
      </div>
      ${
        session.state === 'in'
          ? this.#desk.render(view, failed)
          : signInView(view, session, on, join, failed ?? nothing)
      }
    </div>`;
  }

  protected override renderContent(): unknown {
    const shown = this.#unfolding.unfolded && this.#partner.value;
    return html`${shown ? nothing : html`<slot @slotchange=${() => this.requestUpdate()}></slot>`}
      <div class="base" lang=${this.locale}>
        ${this.#announcer.render()} ${shown ? this.#renderPanel(shown) : this.#renderClosed()}
      </div>`;
  }
}
