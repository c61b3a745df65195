import type { CounterView } from '../../api/contract/counter.ts';
import type { Locale } from '../../api/contract/locales.ts';
import type { paths } from '../../api/contract/paths.ts';
import {
  AmbassadorElement,
  baseStyles,
  flame,
  html,
  nothing,
  placeOf,
  RequestController,
  WhenVisible,
  type Place,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from '../core.ts';
import { extentOf } from '../place.ts';
import { countUp } from './count-up.ts';
import { AmbassadorCounterChangeEvent } from './counter.events.ts';
import { counterStyles } from './counter.styles.ts';
import { pageReturn } from './page-return.ts';
import { sentencesFor, shareOf } from './sentences.ts';

// The type makes sure that it is the contract's; the value alone is what visitors load.
const counterPath: (typeof paths)['counter'] = '/v1/counter';

// The space belongs to the mark, and holds it and the number together.
const marked = html`${flame()}&nbsp;`;

/** What is drawn: a sentence, as a line or as the text of a figure. */
interface Drawing {
  sentence: string;
  figure?: boolean;
}

/** A number is asked for again when the visitor comes back to the page after this long. */
const freshFor = 30_000;

/**
 * The number of members. Its fallback is replaced only by something of the same height, or while the element is
 * below what the visitor sees. Give a figure at the top of a page `display: block` and a `min-height`.
 *
 * @summary Members so far, the goal, and what this partner brought.
 * @tagname ambassador-counter
 * @slot - Shown until the number is here and whenever it cannot be had: a sentence or a link.
 * @event {AmbassadorCounterChangeEvent} ambassador-counter-change - Emitted when the number has changed.
 * @csspart base - Everything that is drawn.
 * @csspart text - The sentence of the line.
 * @csspart number - The large number of the figure.
 * @csspart bar - The progress bar of the figure.
 * @csspart flame - The mark.
 * @cssproperty [--ambassador-accent=#d13a1e] - Colour of mark and progress.
 */
export class AmbassadorCounter extends AmbassadorElement<'counter'> {
  static override readonly widget = 'counter';
  static override styles = [baseStyles, counterStyles];
  static override properties: PropertyDeclarations = {
    variant: {},
    share: { type: Boolean },
    noGoal: { type: Boolean, attribute: 'no-goal' },
  };

  /** `line` (default): one line of text; `figure`: a large number with a progress bar. */
  declare variant?: string | null;
  /** Also say how many members came through this partner. */
  declare share?: boolean;
  /** Leave the goal and its date out. */
  declare noGoal?: boolean;

  readonly #request = new RequestController<CounterView>(this);
  #drawing: Drawing | undefined;
  /** Lines of the fallback: a shorter sentence keeps their height. */
  #lines = 0;
  #askedAt = 0;
  /** The language in which the partner was asked for. */
  #askedIn: Locale | undefined;
  /** The number that the eyes see while it runs up. */
  #running: number | undefined;
  #hasRun = false;

  constructor() {
    super();
    this.addController(pageReturn(() => this.#askIfStale()));
    new WhenVisible(this, (place) => this.#handlePlace(place));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#askIfStale();
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.#askedAt || changed.has('partner') || changed.has('api')) {
      this.#request.value = undefined;
      void this.#ask();
    } else if (['variant', 'share', 'noGoal', 'terms'].some((key) => changed.has(key))) this.#draw(!!this.#drawing);
    if (this.#nameIn && this.#askedIn !== this.#nameIn) void this.#ask(!!this.#drawing);
    // Through the object model: a style attribute in a template would be refused by a strict policy.
    const { value } = this.#request;
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    base?.style.setProperty('--_lines', `${this.#lines}`);
    if (value) base?.style.setProperty('--_progress', `${Math.min(100, (100 * value.members) / value.goal.members)}%`);
  }

  #askIfStale(): void {
    if (!this.#request.value || Date.now() - this.#askedAt > freshFor) void this.#ask();
  }

  /** The language of the partner's name, where it is said. */
  get #nameIn(): Locale | undefined {
    return this.partner && this.share ? this.locale : undefined;
  }

  async #ask(asked?: boolean): Promise<void> {
    this.#askedAt = Date.now();
    const lang = (this.#askedIn = this.#nameIn);
    const before = this.#request.value?.members;
    const view = await this.#request.run((signal) =>
      this.request(counterPath, { query: { partner: this.partner, lang }, signal }),
    );
    const { failure } = this.#request;
    if (failure) this.warnAbout(failure);
    if (!this.isConnected) return;
    this.#draw(asked);
    if (!view || view.members === before) return;
    if (before) this.#run(before);
    else this.#runFirst();
    this.dispatchEvent(
      new AmbassadorCounterChangeEvent({
        members: view.members,
        goal: view.goal.members,
        date: view.goal.date,
        ...(view.partner && { share: view.partner.members }),
      }),
    );
  }

  #handlePlace(place: Place): void {
    if (place === 'below') this.#draw();
    this.#runFirst();
  }

  /** Whichever comes last lets a figure run: its number, or the visitor. */
  #runFirst(): void {
    const { value } = this.#request;
    if (value && this.#drawing?.figure && !this.#hasRun) this.#run(Math.floor(value.members * 0.8));
  }

  #run(from: number): void {
    if (placeOf(this) !== 'in' || !this.#request.value) return;
    this.#hasRun = true;
    countUp(from, this.#request.value.members, (current) => {
      this.#running = current;
      this.requestUpdate();
    });
  }

  /**
   * Takes the best drawing that moves nothing that the visitor sees.
   * @param asked the page or the visitor asked for this change: then it may move
   */
  #draw(asked?: boolean): void {
    const empty = !this.#drawing && !this.textContent?.trim() && !this.childElementCount;
    const free = asked || empty || placeOf(this) === 'below';
    if (free) this.#lines = 0;
    // By their tops: a line that is read in both directions, "200 membres" on an Arabic page, is of several boxes.
    else if (!this.#drawing) this.#lines = new Set(Array.from(this.getClientRects(), ({ top }) => top)).size;
    const before = extentOf(this);
    for (const drawing of [...this.#drawings(), undefined]) {
      this.#drawing = drawing;
      this.requestUpdate();
      this.performUpdate();
      if (free || extentOf(this) === before) return;
    }
  }

  /** What could be drawn, best first. */
  #drawings(): Drawing[] {
    const { value } = this.#request;
    if (!value || !this.terms) return [];
    const share = this.share ? shareOf(value, this.terms) : undefined;
    const sentences = sentencesFor(value, this.terms, !this.noGoal, share);
    const lines: Drawing[] = sentences.map((sentence) => ({ sentence }));
    return this.variant === 'figure' ? [{ sentence: sentences[0] ?? '', figure: true }, ...lines] : lines;
  }

  protected override renderContent(): TemplateResult {
    const { value } = this.#request;
    if (!value || !this.#drawing) return this.renderFallback();
    const { sentence, figure } = this.#drawing;
    if (!figure)
      return html`<span class="base line" part="base" lang=${this.locale}
        >${marked}<span class=${this.noGoal ? nothing : 'progress'} part="text">${sentence}</span></span
      >`;
    const { members, goal } = value;
    const { terms } = this;
    const share = this.share ? shareOf(value, terms) : undefined;
    // An image with the sentence as its text: what is inside is for the eyes.
    return html`<div class="base figure" part="base" lang=${this.locale} role="img" aria-label=${sentence}>
      <p class="number" part="number">${marked}${terms.number(this.#running ?? members)}</p>
      <p class="label">${terms.label(members)}</p>
      ${
        this.noGoal
          ? nothing
          : html`<p class="bar" part="bar"></p>
              <p class="note">${terms.aim(terms.number(goal.members), terms.date(goal.date))}</p>`
      }
      ${share ? html`<p class="note">${share}</p>` : nothing}
    </div>`;
  }
}
