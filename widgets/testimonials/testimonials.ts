import type { StoryView } from '../../api/contract/story.ts';
import {
  AmbassadorElement,
  bare,
  baseStyles,
  html,
  nothing,
  placeOf,
  WhenVisible,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from '../core.ts';
import { Announcer, buttonStyles, fieldStyles, visuallyHiddenStyles } from '../form.ts';
import { cardTemplate } from './card-template.ts';
import { cardStyles } from './card.styles.ts';
import { carouselTemplate } from './carousel-template.ts';
import { DeepLink } from './deep-link.ts';
import { reserve } from './media-template.ts';
import { Reading } from './reading.ts';
import { Rotation, secondsOf } from './rotation.ts';
import { watchSeen } from './seen.ts';
import { Slides } from './slides.ts';
import { Stories, type Ask } from './stories.ts';
import { Takeover } from './takeover.ts';
import { AmbassadorSlideChangeEvent } from './testimonials.events.ts';
import { testimonialsStyles } from './testimonials.styles.ts';

const filters = ['partner', 'api', 'locale', 'layout', 'circle', 'kind', 'language', 'tag', 'limit', 'story', 'order', 'onlyPartner']; // prettier-ignore

/** How many stories are asked for at first, where the page does not say. */
const usual: Record<string, string> = { carousel: '8', wall: '9', list: '5', single: '1' };

/**
 * The club's stories on a partner's page.
 *
 * What the page has between our tags, a quote and a link at least, is shown until there are as many
 * stories as it has quotes, and they can take its place without moving what the visitor sees: out of
 * view, or in the same room. Give the element a `min-block-size`, and they always can.
 *
 * @summary What ambassadors say: texts, photos, films.
 * @tagname ambassador-testimonials
 * @slot - Shown until there are stories to show, and whenever there are none: quotes, and a link to all stories.
 * @event {AmbassadorSlideChangeEvent} ambassador-slide-change - Emitted when the carousel stands still at another story.
 * @event {AmbassadorStoryPlayEvent} ambassador-story-play - Emitted when somebody has started a film.
 * @csspart base - Everything that is drawn.
 * @csspart controls - The row of the carousel's buttons.
 * @csspart rotation - The button that stops and starts the rotation.
 * @csspart previous - The button that goes back.
 * @csspart next - The button that goes on.
 * @csspart position - Where the carousel stands: 3 / 8.
 * @csspart track - What scrolls.
 * @csspart card - One story with what one can do with it.
 * @csspart story - The story itself, a figure.
 * @csspart media - The room of one photo or film.
 * @csspart play - The picture of a film, a button.
 * @csspart quote - What was said.
 * @csspart unfold - The button below a long text.
 * @csspart author - Who said it.
 * @csspart link - A film on another site.
 * @csspart share - The button that shares, and the ways to do so.
 * @csspart report - The button that reports.
 * @csspart more - The button for further stories.
 * @csspart flame - The mark.
 * @cssproperty [--ambassador-accent=#d13a1e] - Colour of the mark and of the lines below words that can be pressed.
 * @cssproperty [--ambassador-radius=10px] - Roundness of cards and pictures.
 * @cssproperty [--ambassador-space=1em] - Room between and in the cards.
 * @cssproperty [--ambassador-border=color-mix(in srgb, currentColor 60%, transparent)] - Borders of what can be used.
 * @cssproperty [--ambassador-danger=#d6266a] - Line beside what is to be corrected in the form that reports.
 */
export class AmbassadorTestimonials extends AmbassadorElement<'testimonials'> {
  static override readonly widget = 'testimonials';
  static override styles: CSSResultGroup = [baseStyles, buttonStyles, fieldStyles, visuallyHiddenStyles, cardStyles, testimonialsStyles]; // prettier-ignore
  static override properties: PropertyDeclarations = {
    layout: {},
    circle: {},
    kind: {},
    language: {},
    tag: {},
    limit: {},
    story: {},
    order: {},
    onlyPartner: { type: Boolean, attribute: 'only-partner' },
    autoplay: {},
  };

  /** `carousel` (default), `wall`, `list` or `single`. */
  declare layout?: string | null;
  /** Only stories of this circle, by its name in `club.json`. */
  declare circle?: string | null;
  /** Only `text`, `photo` or `video`. */
  declare kind?: string | null;
  /** Only stories told in this language, a BCP 47 tag. */
  declare language?: string | null;
  /** Only stories that the club has given this tag. */
  declare tag?: string | null;
  /** How many stories are shown at first, up to 24. */
  declare limit?: string | null;
  /** The only story that is shown, by its id. */
  declare story?: string | null;
  /** `featured` (default), `newest` or `oldest`. */
  declare order?: string | null;
  /** Only stories that were told on this partner's pages. */
  declare onlyPartner?: boolean;
  /** The carousel moves on by itself after this many seconds: at least 6, 8 when empty. */
  declare autoplay?: string | null;

  readonly #announcer = new Announcer(this);
  readonly #ask: Ask = (path, request) => this.request(path, request);
  readonly #stories = new Stories(this, this.#ask);
  readonly #visible = new WhenVisible(this, () => this.#handlePlace());
  readonly #slides = new Slides(this, (moved) => this.#handleStill(moved));
  readonly #rotation = new Rotation(
    this,
    () => (this.#form === 'carousel' && !(this.#slides.atStart && this.#slides.atEnd) ? secondsOf(this.autoplay) : 0),
    () => (this.#slides.atEnd ? this.#slides.go(0, false) : this.#slides.step(1)),
  );
  readonly #count = watchSeen(this, () => this.apiBase);
  readonly #reading = new Reading(this, this.#ask, this.#announcer, (film) => {
    this.#rotation.stop();
    this.#count('story_played', film);
  });
  readonly #link = new DeepLink(this, () => void this.#follow());
  readonly #takeover = new Takeover(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.terms && this.#stories.dropped) void this.#load();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.terms && filters.some((key) => changed.has(key))) void this.#load();
  }

  protected override updated(): void {
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    if (!base || !this.#takeover.done) return;
    base.style.setProperty('--_room', `${this.#takeover.room}px`);
    reserve(base);
    if (this.#visible.place === 'in' && this.#rotation.possible && placeOf(this) === 'in') this.#rotation.begin();
  }

  get #form(): string {
    const layout = this.story ? 'single' : this.layout;
    return layout && Object.hasOwn(usual, layout) ? layout : 'carousel';
  }

  async #load(): Promise<void> {
    const { partner, locale: lang, circle, kind, language, tag, order } = this;
    const limit = this.limit || usual[this.#form];
    const from = this.onlyPartner ? partner : undefined;
    await this.#stories.load({ partner, lang, circle, kind, language, tag, order, limit, from }, this.story);
    const { failure } = this.#stories;
    if (failure) this.warnAbout(failure);
    // While the club does not answer, what is shown stays; what it refuses is not shown.
    if (!this.isConnected || (failure && failure.kind !== 'refused')) return;
    this.#reading.keep(this.#stories.list);
    this.#takeOver();
    await this.#follow();
  }

  #takeOver(asked = this.#takeover.done): void {
    this.#takeover.attempt(this.#stories.list.length, asked);
  }

  #handlePlace(): void {
    if (!this.#takeover.done && this.#stories.list.length) this.#takeOver();
    else if (this.#visible.place !== 'in') this.#rotation.leave();
    else this.requestUpdate();
  }

  #handleStill(moved: boolean): void {
    const index = this.#slides.first;
    const story = this.#stories.list[index]?.id;
    if (!moved || !story) return;
    this.dispatchEvent(new AmbassadorSlideChangeEvent({ story, index, count: this.#stories.list.length }));
  }

  /** Goes to the story that the page's address names. */
  async #follow(): Promise<void> {
    const { story } = this.#link;
    if (!story || !this.#stories.list.length) return;
    const here = this.#stories.list.some(({ id }) => id === story);
    // Of several elements on a page, the first one shows what none of them has.
    const first = Document.prototype.querySelector.call(document, this.localName) === this;
    if (!here && (!first || this.#form === 'single')) return;
    const index = await this.#stories.find(story);
    if (index < 0 || !this.isConnected) return;
    this.#takeOver(true);
    if (!this.#takeover.done) return;
    await this.updateComplete;
    this.#slides.go(index, false);
    const card = this.renderRoot.querySelector<HTMLElement>(`[id="story-${story}"]`);
    card?.focus(bare({ preventScroll: true }));
    card?.scrollIntoView(bare({ block: 'center', inline: 'nearest' } as const));
  }

  readonly #handleMore = async (): Promise<void> => {
    const before = this.#stories.list.length;
    if (await this.#stories.loadMore()) {
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelectorAll<HTMLElement>('.card')[before]?.focus(bare({ preventScroll: true }));
    } else if (this.#stories.moreFailed) this.#announcer.say(this.terms.failed);
  };

  #card(story: StoryView, index: number, slide: boolean): unknown {
    const { name } = story.author;
    const label = slide ? `${name}, ${index + 1} / ${this.#stories.list.length}` : name;
    return html`<div
      class="card"
      part="card"
      role=${slide ? 'group' : 'article'}
      aria-roledescription=${slide ? this.terms.slide : nothing}
      aria-label=${label}
      id="story-${story.id}"
      tabindex="-1"
    >
      ${cardTemplate(this.#reading, story)}
    </div>`;
  }

  protected override renderContent(): unknown {
    if (!this.#takeover.done) return this.renderFallback();
    const { terms } = this;
    const { list, hasMore, moreFailed, loadingMore } = this.#stories;
    const form = this.#form;
    const carousel = form === 'carousel';
    const cards = list.map((story, index) => this.#card(story, index, carousel));
    const view = { terms, slides: this.#slides, rotation: this.#rotation, count: list.length };
    const more =
      hasMore && (form === 'wall' || form === 'list')
        ? html`${moreFailed ? html`<p class="muted">${terms.failed}</p>` : nothing}
            <button class="button quiet" part="more" aria-disabled=${loadingMore} @click=${this.#handleMore}>
              ${terms.more}
            </button>`
        : nothing;
    return html`<div class="base" part="base" lang=${this.locale}>
      ${carousel ? carouselTemplate(view, cards) : html`<div class="stories ${form}">${cards}</div>`} ${more}
      ${this.#announcer.render()}
    </div>`;
  }
}
