import { badgePaths, badgeSizes, type BadgeForm, type BadgeStatus } from '../../api/contract/badge.ts';
import {
  AmbassadorElement,
  type ApiFailure,
  baseStyles,
  html,
  nothing,
  RequestController,
  WhenVisible,
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
  valid: 'M3 9l3 4 7-10',
  ended: 'M3 3l10 10m0-10L3 13',
  'wrong-site': 'M3 3l10 10m0-10L3 13',
  unknown: 'M5 6a3 3 0 1 1 3 3v2m0 1v3',
};

/**
 * The comparison of sites is a courtesy to honest visitors: scripts of the page can lie. What browsers
 * enforce is the frame, `/b/:id/frame`.
 */
const judge = ({ state, domain }: BadgeStatus): AmbassadorBadgeState =>
  state === 'valid' && domain !== null && !isUnder(location.hostname, domain) ? 'wrong-site' : state;

/**
 * A badge that the club vouches for. Above the lower edge of what the visitor sees, the state lies on the foot of a
 * picture that the page has, so that nothing moves. Below it, or around a picture of its own, it has room under it.
 *
 * @summary "I'm an ambassador", checked at the club while somebody looks at it.
 * @tagname ambassador-badge
 * @slot - The picture and its link, as pages without a script have them. It stays; without it, the element draws it.
 * @event {AmbassadorBadgeStateEvent} ambassador-badge-state - Emitted when the badge has another state than before.
 * @csspart base - Picture, state and details.
 * @csspart state - What is said of the badge; also named `valid`, `ended`, `wrong-site` or `unknown`.
 * @csspart details - What the button opens.
 * @cssproperty [--ambassador-accent=#d13a1e] - Colour of the sign before the state.
 * @cssproperty [--ambassador-surface=Canvas] - Ground of state and details.
 * @cssproperty [--ambassador-text=CanvasText] - Their words.
 */
export class AmbassadorBadge extends AmbassadorElement<'badge'> {
  static override readonly widget = 'badge';
  static override styles = [baseStyles, badgeStyles];
  static override properties: PropertyDeclarations = { badge: {}, variant: {} };

  /** The badge's id, as in its address. */
  declare badge?: string | null;
  /** Form of the picture that the element draws where the page has none: `line` (default), `seal` or `compact`. */
  declare variant?: string | null;

  readonly #request = new RequestController<object>(this);
  readonly #visible = new WhenVisible(this, () => {
    this.requestUpdate();
    // The first time, and when a request was dropped because we left the page.
    if (this.#request.status === 'idle') this.#askedAt = 0;
    this.#askIfStale();
  });
  /** Never stale before the observer has said where we are. */
  #askedAt = Infinity;
  #status: BadgeStatus | undefined;
  #state: AmbassadorBadgeState | undefined;
  /** Whether the words have room of their own below the picture. */
  #roomy?: boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    // Out of the browser's cache of whole pages, too, where no observer says that we are seen again.
    addEventListener('pageshow', this.#askIfStale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#askIfStale);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('badge') && !changed.has('api')) return;
    this.#request.abort();
    this.#state = this.#status = undefined;
    if (!this.hasUpdated) return;
    this.#askedAt = 0;
    this.#askIfStale();
  }

  readonly #askIfStale = (): void => {
    if (Date.now() - this.#askedAt > freshFor && this.#visible.place === 'in') void this.#ask(this.badge ?? '');
  };

  async #ask(badge: string): Promise<void> {
    this.#askedAt = Date.now();
    // A failure is an answer, too; what was dropped gives none.
    const answer = await this.#request.run(async (signal) => {
      try {
        return (badge && (await this.request<BadgeStatus>(badgePaths.status(badge), { signal }))) || {};
      } catch (failure) {
        return failure as ApiFailure;
      }
    });
    if (!answer) return;
    const status = isStatusOf(badge, answer) ? answer : undefined;
    if (!status)
      this.warn(
        `badge="${badge}" cannot be checked at ${this.apiBase} (${(answer as ApiFailure).message ?? 'unreadable'}). Check both and connect-src.`,
      );
    this.#status = status;
    const state = status ? judge(status) : 'unknown';
    if (state !== this.#state) this.dispatchEvent(new AmbassadorBadgeStateEvent({ badge, state }));
    this.#state = state;
    this.requestUpdate();
  }

  /** The markup that pages without a script have, for those that have none. */
  #picture(page: string): TemplateResult {
    const { theme, terms, variant } = this;
    const form = Object.hasOwn(badgeSizes, variant ?? '') ? (variant as BadgeForm) : 'line';
    const { width, height } = badgeSizes[form];
    // Named as `badgePicture` of the contract does.
    const name =
      page + (form === 'line' ? '' : `-${form}`) + (theme === 'light' ? '' : theme === 'dark' ? '-dark' : '-auto');
    return html`<a href=${page} rel="noopener"
      ><img src="${name}.svg" width=${width} height=${height} alt="${terms.alt} ${page.split('//')[1]}" loading="lazy"
    /></a>`;
  }

  protected override renderContent(): TemplateResult {
    const { badge, terms, locale } = this;
    if (!badge) return this.renderFallback();
    const own = !this.childElementCount;
    const state = this.#state;
    // What is no address of the web becomes no link: a script, for one.
    const page = this.apiBase.match(/^http.+[^/]/) + badgePaths.page(badge);
    const { name, circle, domain, since, until } = this.#status ?? {};
    this.#roomy ||= own || this.#visible.place === 'below';
    const day = (date?: string | null) => date && terms.date(date);
    return html`<div class="base ${this.#roomy ? 'roomy' : ''}" part="base" lang=${locale}>
      <div class=${state}>${own ? this.#picture(page) : this.renderFallback()}</div>
      <div class=${state ? 'chip' : ''} part="state ${state}">
        <span role="status"
          >${state && html`${icon(icons[state])} ${terms[state]} ${state === 'wrong-site' ? html`<a href=${page}>${terms.only} ${domain}</a>` : nothing}`}</span
        >${state && html`<button popovertarget="details" aria-label=${terms.details}>${icon('M3 5l5 6 5-6')}</button>`}
      </div>
      <div
        id="details"
        popover
        part="details"
        @beforetoggle=${() => {
          this.#askIfStale();
          // Browsers give the focus back to what had it in the document: this element, not what is in it.
          if ((this.renderRoot as ShadowRoot).activeElement) this.renderRoot.querySelector('button')!.focus();
        }}
      >
        <b>${state && terms[state]}</b>
        <dl>
          ${Object.entries({ name, circle, domain, since: day(since), until: day(until) }).map(
            ([key, value]) =>
              value &&
              html`<dt>${terms[key as 'name']}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        <p>${since && terms.checked}</p>
        <a href=${page}>${terms.check}</a><a href="${page}/report">${terms.report}</a>
      </div>
    </div>`;
  }
}
