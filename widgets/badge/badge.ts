import {
  badgeIdPattern,
  badgePaths,
  badgePicture,
  badgeSizes,
  type BadgeForm,
  type BadgeScheme,
  type BadgeStatus,
} from '../../api/contract/badge.ts';
import {
  AmbassadorElement,
  baseStyles,
  formatDate,
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
import { AmbassadorBadgeStateEvent, type AmbassadorBadgeState } from './badge.events.ts';
import { badgeStyles } from './badge.styles.ts';
import { isStatusOf } from './reading.ts';
import { isUnder } from './site.ts';

/** The server's own answer may be kept as long: asking again before gives the same one. */
const freshFor = 60_000;

const icon = (path: string) => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;

const icons: Record<AmbassadorBadgeState, string> = {
  valid: 'M2 9l4 4 8-10',
  ended: 'M3 8h10',
  'wrong-site': 'M3 3l10 10m0-10-10 10',
  unknown: 'M5 6a3 3 0 1 1 3 3v2m0 1v3',
};

/**
 * @summary "I'm an ambassador", checked while somebody looks at it.
 * @tagname ambassador-badge
 */
export class AmbassadorBadge extends AmbassadorElement<'badge'> {
  static override readonly widget = 'badge';
  static override styles = [baseStyles, badgeStyles];
  static override properties: PropertyDeclarations = { badge: {}, variant: {} };

  /** The badge's id, as in its address. */
  declare badge?: string | null;
  /** Form of the picture that the element draws where the page has none: `line` (default), `seal` or `compact`. */
  declare variant?: string | null;

  readonly #request = new RequestController<BadgeStatus>(this);
  readonly #visible = new WhenVisible(this, (place) => this.#handlePlace(place));
  #askedAt = 0;
  #status: BadgeStatus | undefined;
  #state: AmbassadorBadgeState | undefined;
  /** Whether the words have room of their own below the picture. */
  #roomy: boolean | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pageshow', this.#handleReturn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#handleReturn);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('badge') && !changed.has('api')) return;
    this.#request.abort();
    this.#askedAt = 0;
    this.#state = this.#status = undefined;
    if (this.hasUpdated) this.#askIfStale();
  }

  readonly #handleReturn = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#askIfStale();
  };

  #handlePlace(place: Place): void {
    if (place === 'below') {
      this.#roomy = true;
      this.requestUpdate();
    }
    this.#askIfStale();
  }

  readonly #askIfStale = (): void => {
    const stale = this.#request.status === 'idle' || Date.now() - this.#askedAt > freshFor;
    if (stale && this.#visible.place === 'in') void this.#ask(this.badge ?? '');
  };

  async #ask(badge: string): Promise<void> {
    if (!badgeIdPattern.test(badge)) {
      this.warn(`"badge" is no badge's id. Copy it from the badge's address, e.g. <${this.localName} badge="…">. Nothing was sent.`);
      return;
    }
    this.#askedAt = Date.now();
    const answer = await this.#request.run((signal) => this.request(badgePaths.status(badge), { signal }));
    const { failure } = this.#request;
    if (!answer && !failure) return;
    this.#status = answer && isStatusOf(badge, answer) ? answer : undefined;
    if (!this.#status)
      this.warn(`${this.apiBase} says nothing of badge="${badge}" (${failure?.message ?? 'unreadable'}). Check both and connect-src. The picture stays.`);
    const before = this.#state;
    this.#state = this.#judge();
    this.requestUpdate();
    if (before !== this.#state) this.dispatchEvent(new AmbassadorBadgeStateEvent({ badge, state: this.#state }));
  }

  /**
   * The comparison of sites is a courtesy to honest visitors: scripts of the page can lie. What browsers
   * enforce is the frame, `/b/:id/frame`.
   */
  #judge(): AmbassadorBadgeState {
    const { state, domain } = this.#status ?? { state: 'unknown', domain: null };
    return state === 'valid' && domain !== null && !isUnder(location.hostname, domain) ? 'wrong-site' : state;
  }

  /** An address of the club. */
  #url(path: string): string {
    return `${this.apiBase}${path}`;
  }

  /** The markup that pages without a script have, for those that have none. */
  #picture(badge: string): TemplateResult {
    const { theme, terms, variant } = this;
    const form = Object.hasOwn(badgeSizes, variant ?? '') ? (variant as BadgeForm) : 'line';
    const scheme: BadgeScheme = theme === 'light' || theme === 'dark' ? theme : 'auto';
    const { width, height } = badgeSizes[form];
    const page = this.#url(badgePaths.page(badge));
    return html`<a href=${page} rel="noopener"
      ><img
        src=${this.#url(badgePicture(badge, 'svg', { form, scheme }))}
        width=${width}
        height=${height}
        alt=${terms.alt(page.replace(/^\w+:\/\//, ''))}
        loading="lazy"
    /></a>`;
  }

  protected override renderContent(): TemplateResult {
    const { badge, terms, locale } = this;
    const own = !this.childElementCount;
    const state = this.#state;
    if (!badge) return this.renderFallback();
    this.#roomy ??= own || placeOf(this) === 'below';
    const { circle, name, domain, since, until } = this.#status ?? {};
    const wrong = state === 'wrong-site';
    const row = (label: string, value?: string | null) => (value ? html`<dt>${label}</dt><dd>${value}</dd>` : nothing);
    const page = this.#url(badgePaths.page(badge));
    const day = (date?: string | null) => date && formatDate(date, locale);
    return html`<div class="base ${this.#roomy ? 'roomy' : ''}" part="base" lang=${locale}
      ><div class=${state ?? ''} part="picture">${own ? this.#picture(badge) : this.renderFallback()}</div
      ><div class=${state ? `chip ${wrong ? 'cover' : ''}` : ''}>
        ${wrong ? html`<a href=${page}>${terms.only(domain!)}</a>` : nothing}
        <span role="status" part="state">${state ? [icon(icons[state]), terms.states[state], state === 'valid' ? html`<small>${[name, circle].filter(Boolean).join(', ')}</small>` : nothing] : nothing}</span>
        ${
          state
            ? html`<button popovertarget="details" aria-label=${terms.details} part="button">${icon('M3 5l5 6 5-6')}</button>
              <div id="details" popover part="details" @beforetoggle=${this.#askIfStale}>
                <strong>${terms.states[state]}</strong>
                <dl>${row(terms.name, name)} ${row(terms.circle, circle)} ${row(terms.domain, domain)} ${row(terms.since, day(since))} ${row(terms.until, day(until))}</dl>
                ${this.#status ? html`<p>${terms.checked}</p>` : nothing}
                <a href=${page}>${terms.check}</a> <a href=${this.#url(badgePaths.report(badge))}>${terms.report}</a>
              </div>`
            : nothing
        }
      </div></div>`;
  }
}
