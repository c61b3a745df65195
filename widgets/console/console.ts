import {
  AmbassadorElement,
  ApiFailure,
  baseStyles,
  html,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from '../core.ts';
import { buttonStyles, fieldStyles, visuallyHiddenStyles } from '../form.ts';
import { auditPanel, peoplePanel } from './admin/admin.ts';
import { appealsPanel } from './appeals/appeals.ts';
import { barTemplate, type View } from './bar-template.ts';
import { consoleStyles } from './console.styles.ts';
import type { Desk, Panel } from './desk.ts';
import { failureMessage } from './failure.ts';
import { helpTemplate } from './help-template.ts';
import { Keyboard, type Shortcut } from './keyboard.ts';
import { OwnDesk } from './own-desk.ts';
import { QueuePanel } from './queue/queue.ts';
import { reportsPanel } from './reports/reports.ts';
import { Session } from './session.ts';
import { signInTemplate } from './sign-in/sign-in-template.ts';
import { StatusLine } from './status-line.ts';

/** Where the focus goes when a part opens: to the heading of what is looked at. */
const headings = '#story, #letter, #empty, #table';

/**
 * The desk of who moderates: signing in, the stories that wait, reports, appeals, and for admins the log
 * and the team. Works on the club's own origin only, where the cookie of the staff is known.
 *
 * @summary Lets the club's staff read stories and decide about them.
 * @tagname ambassador-console
 * @slot - Shown while the console cannot work here.
 * @csspart sign-in - The way in.
 * @csspart bar - The parts of the console, and who is signed in.
 * @csspart status - What has just happened, with the way back.
 * @csspart list - The list of what is there.
 * @csspart story - One story.
 * @csspart media - Its photos and film.
 * @csspart letter - A report or an appeal.
 * @csspart actions - What can be decided.
 * @csspart statement - The form of a refusal or an answer.
 * @csspart tags - The form of tags.
 * @csspart captions - The editor of captions and transcript.
 * @csspart table - The log, or the team.
 * @csspart empty - Nothing is left.
 * @csspart box - What one must know before deciding.
 * @csspart help - The shortcuts.
 * @csspart button - A button.
 */
export class AmbassadorConsole extends AmbassadorElement<'console'> {
  static override readonly widget = 'console';
  static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    visuallyHiddenStyles,
    ...consoleStyles,
  ];

  readonly #status = new StatusLine(this);
  readonly #keyboard = new Keyboard(this, () => this.#shortcuts());
  readonly #desk: Desk = new OwnDesk(this, {
    base: () => this.apiBase,
    keys: () => this.#keyboard.active,
    tell: (message, back) => this.#status.tell(message, back),
    fail: (error) => this.#fail(error),
  });
  readonly #session = new Session(this.#desk, () => void this.#enter());
  readonly #panels = new Map<View, Panel>();
  #view: View = 'pending';
  #asked = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#session.step === 'down') this.#asked = false;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.terms) return;
    if (!this.#asked) void this.#resume();
    // Names of circles and tags come from the API, in its reader's language.
    else if (changed.has('locale') && this.#session.step === 'in') void this.#panel.load();
  }

  protected override updated(): void {
    if (this.#session.step === 'in') this.#panel.drawn?.();
  }

  /** Whether the console stands on the club's own pages. */
  get #isHome(): boolean {
    return URL.canParse(this.apiBase) && new URL(this.apiBase).origin === location.origin;
  }

  get #panel(): Panel {
    const known = this.#panels.get(this.#view);
    const panel = known ?? panelFor(this.#view, this.#desk);
    if (!known) this.#panels.set(this.#view, panel);
    return panel;
  }

  async #resume(): Promise<void> {
    this.#asked = true;
    if (!this.#isHome) {
      this.warn(
        `Works on the club's own origin only, not on ${location.origin}. Open the club's /console. Nothing was sent.`,
      );
      return;
    }
    const failure = await this.#session.resume();
    if (failure) this.warnAbout(failure);
  }

  async #enter(): Promise<void> {
    const { me } = this.#session;
    if (me?.role !== 'admin' && (this.#view === 'audit' || this.#view === 'people')) this.#view = 'pending';
    await this.#panel.load();
    await this.#desk.focus(headings);
  }

  readonly #open = async (view: View): Promise<void> => {
    this.#view = view;
    this.requestUpdate();
    await this.#panel.load();
  };

  readonly #help = (): void => this.#desk.query<HTMLDialogElement>('dialog')?.showModal();

  readonly #retry = (): void => void this.#resume();

  #shortcuts(): Shortcut[] {
    if (this.#session.step !== 'in' || this.#desk.query('dialog[open]')) return [];
    return [
      { keys: ['?'], run: this.#help },
      { keys: ['u'], run: () => this.#status.goBack() },
      ...this.#panel.shortcuts(),
    ];
  }

  #fail(error: unknown): void {
    if (!(error instanceof ApiFailure)) throw error;
    if (error.code === 'unauthenticated') this.#session.lost();
    else this.#status.tell(failureMessage(this.terms, error));
  }

  #renderDown(): TemplateResult {
    const { terms } = this;
    return html`<slot></slot>
      <div class="base" lang=${this.locale}>
        <p class="box" part="box">${terms.failures.server}</p>
        <button type="button" class="button quiet" part="button" @click=${this.#retry}>${terms.tryAgain}</button>
      </div>`;
  }

  protected override renderContent(): unknown {
    const { step, me } = this.#session;
    const desk = this.#desk;
    if (step === 'unknown') return this.renderFallback();
    if (step === 'down') return this.#renderDown();
    const handlers = { open: this.#open, help: this.#help, leave: () => void this.#session.leave() };
    return html`<div class="base" lang=${this.locale}>
      ${step === 'in' && me ? barTemplate(desk, me, this.#view, handlers) : ''} ${this.#status.render(desk.keys)}
      ${step === 'in' ? this.#panel.render() : signInTemplate(desk, this.#session)}
      ${step === 'in' ? helpTemplate(desk, this.#keyboard) : ''}
    </div>`;
  }
}

function panelFor(view: View, desk: Desk): Panel {
  switch (view) {
    case 'reports':
      return reportsPanel(desk);
    case 'appeals':
      return appealsPanel(desk);
    case 'audit':
      return auditPanel(desk);
    case 'people':
      return peoplePanel(desk);
    default:
      return new QueuePanel(desk, view);
  }
}
