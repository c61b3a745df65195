import type { CounterView } from '../../api/contract/counter.ts';
import { paths } from '../../api/contract/paths.ts';
import {
  AmbassadorElement,
  baseStyles,
  flame,
  formatDate,
  formatNumber,
  html,
  nothing,
  placeOf,
  RequestController,
  visuallyHiddenStyles,
  WhenVisible,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from '../core.ts';
import { CountUp } from './count-up.ts';
import { AmbassadorCounterChangeEvent } from './counter.events.ts';
import { counterStyles } from './counter.styles.ts';
import { PageReturn } from './page-return.ts';
import { progressOf, wordings } from './wording.ts';

/** A number is asked for again when the visitor comes back to the page after this long. */
const freshFor = 30_000;

/** What is drawn: a sentence in the line, or the figure with that sentence as its text. */
interface Drawing {
  sentence: string;
  figure?: boolean;
  /** The last resort of a narrow column: words alone. */
  unmarked?: boolean;
}

/**
 * @summary Members so far, the goal, and what this partner brought.
 * @tagname ambassador-counter
 * @slot - Shown until the number is here and whenever it cannot be had: a sentence or a link.
 * @event {AmbassadorCounterChangeEvent} ambassador-counter-change - Emitted when the number has changed.
 * @csspart base - Everything that is drawn.
 * @csspart text - The sentence of the line.
 * @csspart number - The large number of the figure.
 * @csspart bar - The progress bar of the figure.
 * @csspart flame - The mark.
 * @cssproperty [--ambassador-accent=#b3261e] - Colour of mark and progress.
 *
 * The fallback is replaced only by something of the same height, or while the element is below
 * what the visitor sees. Give a figure that stands at the top of a page a `min-height`.
 */
export class AmbassadorCounter extends AmbassadorElement<'counter'> {
  static override readonly widget = 'counter';
  static override styles = [baseStyles, visuallyHiddenStyles, counterStyles];
  static override properties: PropertyDeclarations = {
    variant: {},
    share: { type: Boolean },
    noGoal: { type: Boolean, attribute: 'no-goal' },
  };

  /** `line` (default): one line of text; `figure`: a large number with a progress bar. */
  declare variant?: string | null;
  /** Also say how many members came through this partner. */
  declare share: boolean;
  /** Leave the goal and its date out. */
  declare noGoal: boolean;

  readonly #request = new RequestController<CounterView>(this);
  readonly #countUp = new CountUp(this);
  readonly #visible = new WhenVisible(this, (place) => this.#handlePlace(place === 'below', place === 'in'));
  #drawing: Drawing | undefined;
  #askedAt = 0;
  #countedTo: number | undefined;

  constructor() {
    super();
    this.share = false;
    this.noGoal = false;
    new PageReturn(this, () => {
      if (Date.now() - this.#askedAt > freshFor) void this.#ask();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back in the page after a while, or after its request was aborted.
    if (this.hasUpdated && (!this.#request.value || Date.now() - this.#askedAt > freshFor)) void this.#ask();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('partner') || changed.has('api') || !this.#askedAt) {
      this.#request.value = undefined;
      void this.#ask();
    } else if (['variant', 'share', 'noGoal', 'terms'].some((key) => changed.has(key))) this.#draw(!!this.#drawing);
    const view = this.#request.value;
    if (view)
      this.shadowRoot?.querySelector<HTMLElement>('.base')?.style.setProperty('--_progress', `${progressOf(view)}`);
  }

  async #ask(): Promise<void> {
    this.#askedAt = Date.now();
    const before = this.#request.value?.members;
    const view = await this.#request.run((signal) =>
      this.request(paths.counter, { query: { partner: this.partner }, signal }),
    );
    const { failure } = this.#request;
    if (failure) this.warnAbout(failure);
    if (!this.isConnected) return;
    this.#draw();
    if (!view || view.members === before) return;
    if (before !== undefined && this.#visible.place === 'in') this.#countUp.run(before, view.members);
    this.dispatchEvent(
      new AmbassadorCounterChangeEvent({
        members: view.members,
        goal: view.goal.members,
        date: view.goal.date,
        ...(view.partner && { share: view.partner.members }),
      }),
    );
  }

  #handlePlace(below: boolean, inView: boolean): void {
    if (below) this.#draw();
    const members = this.#request.value?.members;
    if (!inView || !this.#drawing?.figure || members === undefined || this.#countedTo !== undefined) return;
    this.#countedTo = members;
    this.#countUp.run(Math.floor(members * 0.8), members);
  }

  /** What could be drawn, best first. */
  #drawings(): Drawing[] {
    const view = this.#request.value;
    if (!view || !this.terms) return [];
    const sentences = wordings(view, this.terms, this.locale, {
      goal: !this.noGoal,
      share: this.share,
      today: new Date().toISOString().slice(0, 10),
    });
    const lines: Drawing[] = sentences.map((sentence) => ({ sentence }));
    lines.push({ sentence: sentences.at(-1) ?? '', unmarked: true });
    return this.variant === 'figure' ? [{ sentence: sentences[0] ?? '', figure: true }, ...lines] : lines;
  }

  /**
   * Takes the best drawing that moves nothing that the visitor sees.
   * @param asked the page or the visitor asked for this change: then it may move
   */
  #draw(asked = false): void {
    const empty = !this.#drawing && !this.textContent?.trim() && !this.childElementCount;
    const free = asked || empty || placeOf(this) === 'below';
    const before = this.#extent();
    for (const drawing of [...this.#drawings(), undefined]) {
      this.#drawing = drawing;
      this.requestUpdate();
      this.performUpdate();
      if (free || this.#extent() === before) return;
    }
  }

  /** Heights of the element and of what holds it, and where that which follows begins. */
  #extent(): string {
    const root = this.getRootNode();
    const around = this.parentElement ?? (root instanceof ShadowRoot ? root.host : this);
    const { top, height } = around.getBoundingClientRect();
    const rest = new Range();
    rest.setStartAfter(this);
    rest.setEndAfter(this.parentNode?.lastChild ?? this);
    const following = rest.getClientRects()[0]?.top ?? top;
    return [this.getBoundingClientRect().height, height, following - top].map(Math.round).join();
  }

  protected override renderContent(): TemplateResult {
    if (!this.#drawing) return this.renderFallback();
    return this.#drawing.figure ? this.#renderFigure(this.#drawing.sentence) : this.#renderLine(this.#drawing);
  }

  #renderLine({ sentence, unmarked }: Drawing): TemplateResult {
    return html`<span class="base line" part="base" lang=${this.locale}
      >${unmarked ? nothing : flame()}<span class="text ${this.noGoal ? '' : 'progress'}" part="text"
        >${sentence}</span
      ></span
    >`;
  }

  #renderFigure(sentence: string): TemplateResult {
    const view = this.#request.value;
    if (!view) return this.renderFallback();
    const { members, goal } = view;
    return html`<div class="base figure" part="base" lang=${this.locale}>
      <p class="visually-hidden">${sentence}</p>
      <div aria-hidden="true">
        <p class="number" part="number">${flame()}${formatNumber(this.#countUp.current ?? members, this.locale)}</p>
        <p class="label">${this.terms.label(members)}</p>
        ${
          this.noGoal
            ? nothing
            : html`<div class="bar" part="bar"><div class="fill"></div></div>
                <p class="aim">
                  ${this.terms.aim(formatNumber(goal.members, this.locale), formatDate(goal.date, this.locale))}
                </p>`
        }
      </div>
    </div>`;
  }
}
