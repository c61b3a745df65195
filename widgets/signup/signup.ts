import type { FieldProblem } from '../../api/contract/codes.ts';
import type { PartnerView } from '../../api/contract/partner.ts';
import { sentenceLimit } from '../../api/contract/limits.ts';
import { joinUrl, widgetPaths } from '../../api/contract/paths.ts';
import {
  AmbassadorElement,
  ApiFailure,
  baseStyles,
  flame,
  html,
  nothing,
  ofDocument,
  RequestController,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from '../core.ts';
import { Announcer, buttonStyles, fieldStyles, Unfolding, visuallyHiddenStyles } from '../form.ts';
import { controlOf } from './controls.ts';
import { isClosed } from './failure.ts';
import { FirstTouch } from './first-touch.ts';
import { failureBox, sentPanel, summaryBox } from './outcome-template.ts';
import { panelTemplate } from './panel-template.ts';
import { AmbassadorSignupErrorEvent, AmbassadorSignupSuccessEvent, type SignupErrorDetail } from './signup.events.ts';
import { signupStyles } from './signup.styles.ts';
import type { Sent } from './submission/submission.ts';

const nothingWrong: ReadonlyMap<string, string> = new Map();

/**
 * The membership form.
 *
 * It never moves what the visitor is looking at: while it is in view or above, it leaves the page's
 * own link where it is, and a press on the link opens the form in its place. Only strictly below the
 * view, or told so by `open`, does it unfold by itself.
 *
 * @summary Lets a visitor join the club without leaving the page.
 * @tagname ambassador-signup
 * @slot - A link to the club's own form: shown until the form can be, and whenever it cannot.
 * @event {AmbassadorSignupRequestEvent} ambassador-signup-request - Emitted before anything is sent; cancelable.
 * @event {AmbassadorSignupSuccessEvent} ambassador-signup-success - Emitted when the club has taken the sign-up.
 * @event {AmbassadorSignupErrorEvent} ambassador-signup-error - Emitted when it could not be sent or was refused.
 * @csspart opener - The button that opens the form on a page without a link of its own.
 * @csspart form - The panel of the form and of the thank-you.
 * @csspart title - Its heading.
 * @csspart field - One field with label, hint and message.
 * @csspart input - The control of a text field.
 * @csspart circle - One circle's card.
 * @csspart more - The folded optional fields.
 * @csspart notice - The folded privacy notice.
 * @csspart box - The list of fields to correct, or why nothing could be sent.
 * @csspart button - The button that sends.
 * @csspart success - The thank-you.
 * @csspart flame - The mark.
 * @cssproperty [--ambassador-accent=#d13a1e] - Colour of the mark, of lines and of what is chosen.
 * @cssproperty [--ambassador-radius=10px] - Corners.
 * @cssproperty [--ambassador-space=1em] - Room between and in the fields.
 * @cssproperty [--ambassador-border=color-mix(in srgb, currentColor 60%, transparent)] - Borders of what can be used.
 * @cssproperty [--ambassador-danger=#d6266a] - Line beside what is to be corrected.
 */
export class AmbassadorSignup extends AmbassadorElement<'signup'> {
  static override readonly widget = 'signup';
  static override styles: CSSResultGroup = [baseStyles, buttonStyles, fieldStyles, visuallyHiddenStyles, signupStyles];
  static override properties: PropertyDeclarations = {
    circle: {},
    compact: { type: Boolean },
    open: { type: Boolean },
  };

  /** The circle that is chosen beforehand, by its name in `club.json`. */
  declare circle?: string | null;
  /** Never unfolds by itself. */
  declare compact?: boolean;
  /** Shows the form at once. */
  declare open?: boolean;

  readonly #announcer = new Announcer(this);
  readonly #partner = new RequestController<PartnerView>(this);
  readonly #join = new RequestController<Sent | FieldProblem[] | undefined>(this);
  readonly #unfolding = new Unfolding(this, () => !!this.#partner.value);
  readonly #touch = new FirstTouch(
    this,
    (Submission) => new Submission(this, (path, request) => this.request(path, request), this.partner!),
  );
  /** The partner's view is out of date. */
  #due = true;
  /** What is wrong, by field. */
  #messages: ReadonlyMap<string, string> = nothingWrong;
  #sent: Sent | undefined;
  /** The circle that is proposed; after the first touch, the choice is the visitor's alone. */
  #proposed: string | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#due ||= this.#partner.status === 'idle';
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const elsewhere = changed.has('partner') || changed.has('api');
    if (elsewhere) this.#touch.stop();
    if (this.terms && (this.#due || elsewhere || changed.has('terms'))) void this.#load();
    this.#judge();
  }

  protected override updated(): void {
    if (!this.#form || !this.#unfolding.wanted) return;
    this.#unfolding.wanted = false;
    void this.#focus('#firstName');
  }

  /** Whether everything could be sent as it stands. Shows nothing; `submit()` does. */
  checkValidity(): boolean {
    this.#judge();
    return this.#form?.checkValidity() ?? false;
  }

  /** Does what a press on the button does: checks, tells the page, sends. Nothing while the form is not shown. */
  submit(): void {
    if (!this.#sent) this.#form?.requestSubmit();
  }

  /** Empties the form and shows it again. */
  reset(): void {
    this.#form?.reset();
    this.#touch.submission?.reset();
    this.#join.abort();
    this.#join.failure = this.#sent = undefined;
    this.requestUpdate();
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  #judge(): void {
    const form = this.#form;
    const shown = this.#partner.value;
    if (form && shown) this.#messages = this.#touch.submission?.judge(form, shown, this.terms) ?? nothingWrong;
  }

  async #load(): Promise<void> {
    this.#due = false;
    const { partner, locale: lang } = this;
    if (!partner) {
      this.#partner.abort();
      this.#partner.value = undefined;
      this.warn(`"partner" is missing. Add it, e.g. <${this.localName} partner="…">. Nothing was sent.`);
      return;
    }
    await this.#partner.run((signal) => this.request(widgetPaths.partner(partner), { query: { lang }, signal }));
    const { failure } = this.#partner;
    if (!failure) return;
    this.warnAbout(failure);
    if (isClosed(failure)) this.#partner.value = undefined;
    this.requestUpdate();
    if (this.#unfolding.wanted) void this.#focus('.box');
    this.#unfolding.wanted = false;
  }

  readonly #handleOpen = (): void => {
    this.#due = this.#partner.status === 'error';
    this.#unfolding.ask();
  };

  readonly #handleTouch = (): void => {
    this.#touch.load().then(
      () => this.requestUpdate(),
      () => {},
    );
  };

  readonly #handleInput = (event: Event): void => {
    this.#handleTouch();
    this.#touch.submission?.touch((event.target as HTMLInputElement).name);
    this.requestUpdate();
  };

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = this.#form;
    const shown = this.#partner.value;
    if (!form || !shown || this.#join.status === 'pending') return;
    const attempt = this.#join.run(async (signal) => {
      const submission = await this.#touch.load();
      const origin = { page: location, referrer: ofDocument('referrer') };
      return submission.attempt(form, shown, origin, signal, () => this.#announcer.say(this.terms.sending));
    });
    // A challenge that makes no sense, for one: whatever it is, the person is told.
    const result = await attempt.catch(() => void (this.#join.failure = new ApiFailure('server')));
    const { failure } = this.#join;
    if (failure) this.#stop(failure.code ?? failure.kind, failure.errors, this.terms.kept);
    else if (Array.isArray(result)) this.#stop('invalid_request', result, this.terms.notSent);
    else if (result) this.#thank(result);
  };

  #thank(sent: Sent): void {
    const { partner, circle, language, email } = sent;
    // The panel keeps its height: what stands below the form does not jump while somebody reads.
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel')!;
    panel.style.minBlockSize = `${panel.offsetHeight}px`;
    this.#sent = sent;
    this.#announcer.say(this.terms.sent.join(email));
    this.dispatchEvent(new AmbassadorSignupSuccessEvent({ partner, circle, language }));
    void this.#focus('.done h2');
  }

  /** Nothing was sent: the page is told why, and the person is taken to the box that says so. */
  #stop(code: SignupErrorDetail['code'], problems: readonly FieldProblem[], said: string): void {
    const { failure } = this.#join;
    if (failure && isClosed(failure)) this.warnAbout(failure);
    const fields = problems.map(({ field }) => field);
    for (const field of fields) controlOf(this.#form!, field)?.closest('details')?.setAttribute('open', '');
    if (problems.some((problem) => problem.code === 'charter_outdated')) void this.#load();
    this.#announcer.say(said);
    this.dispatchEvent(new AmbassadorSignupErrorEvent({ code, fields }));
    void this.#focus('.box');
  }

  readonly #handleGo = (field: string, event: Event): void => {
    event.preventDefault();
    controlOf(this.#form!, field)?.focus();
  };

  readonly #handleRetry = (): void => {
    void this.#focus('form > .button');
    this.submit();
  };

  readonly #handleCorrect = (): void => {
    this.#sent = undefined;
    this.requestUpdate();
    void this.#focus('#email');
  };

  async #focus(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    // In a task of its own: focus in the task that rendered would make the browser lay the form out there too.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The club's own form: by the page's link, else by the address we know. */
  get #way(): string | undefined {
    const { partner, apiBase } = this;
    if (this.#unfolding.link) return this.#unfolding.link.href;
    // Of what a page wrote, only a web address becomes a link.
    const isWeb = URL.canParse(apiBase) && /^https?:$/.test(new URL(apiBase).protocol);
    return partner && isWeb ? joinUrl(apiBase, partner, this.locale) : undefined;
  }

  #renderClosed(): unknown {
    const { failure } = this.#partner;
    const missing = !this.partner && new ApiFailure('refused', { code: 'partner_unknown' });
    const why = missing || failure;
    // A link between our tags is in view already.
    const href = this.#unfolding.link ? undefined : this.#way;
    if (why) return failureBox(this.terms, why, { href, handleRetry: this.#handleOpen });
    if (this.#unfolding.link) return nothing;
    return html`<button class="button" part="opener" @click=${this.#handleOpen}>
      ${flame()} ${this.terms.submit}
    </button>`;
  }

  #renderForm(shown: PartnerView): unknown {
    const { terms } = this;
    if (!this.#touch.begun) this.#proposed = this.circle;
    const { failure, status } = this.#join;
    const messages = this.#messages;
    const box = messages.size
      ? summaryBox(terms, messages, this.#handleGo)
      : failure && failureBox(terms, failure, { href: this.#way, handleRetry: this.#handleRetry, kept: true });
    const left = sentenceLimit - (this.#form ? controlOf(this.#form, 'sentence')!.value.length : 0);
    const form = { terms, shown, messages, circle: this.#proposed, left, sending: status === 'pending' };
    const handlers = { touch: this.#handleTouch, input: this.#handleInput, submit: this.#handleSubmit };
    return html`<div class="panel" part="form">
      ${panelTemplate(form, handlers, box, !!this.#sent)}
      ${this.#sent && sentPanel(terms, this.#sent, this.#handleCorrect)}
    </div>`;
  }

  protected override renderContent(): unknown {
    const shown = this.#unfolding.unfolded && this.#partner.value;
    return html`${shown ? nothing : html`<slot @slotchange=${() => this.requestUpdate()}></slot>`}
      <div class="base" lang=${this.locale}>
        ${this.#announcer.render()} ${shown ? this.#renderForm(shown) : this.#renderClosed()}
      </div>`;
  }
}
