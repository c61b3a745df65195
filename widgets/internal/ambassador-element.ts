import { html, LitElement, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { locales, type Locale } from '../../api/contract/locales.ts';
import { version } from '../../api/contract/version.ts';
import type { Terms, WidgetName } from '../lang/terms.ts';
import { hostStyles } from '../styles/host.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { fetchJson, type ApiFailure, type ApiRequest } from './api-client.ts';
import { tellFailed } from './dom.ts';
import { explain } from './explain.ts';
import { LanguageController } from './language.ts';
import { scriptOrigin } from './script-origin.ts';
import { loadTerms, termsFor } from './terms.ts';

/** Base styles of every widget; a widget's `static styles` begins with them. */
export const baseStyles: CSSResultGroup = [hostStyles, tokens];

/**
 * What every widget has: partner, API address, language, theme, and the slot whose light DOM is
 * shown until the widget can show itself, and whenever it cannot. Knows no widget.
 *
 * @cssproperty [--ambassador-font=inherit] - Font: the page's, unless it is set.
 * @cssproperty [--ambassador-text=inherit] - Colour of words: the page's or that of the theme, unless it is set.
 * @cssproperty [--ambassador-surface=transparent] - Ground: none or that of the theme, unless it is set.
 */
export abstract class AmbassadorElement<W extends WidgetName = WidgetName> extends LitElement {
  /** Marks our classes, so that two versions on one page recognise each other. */
  static readonly ambassadorVersion: string = version;
  /** The widget's name: its folder, its texts, its tag without the prefix. */
  declare static readonly widget: WidgetName;

  static override styles: CSSResultGroup = baseStyles;
  static override properties: PropertyDeclarations = {
    partner: {},
    api: {},
    theme: { reflect: true },
    locale: { state: true },
    terms: { state: true },
  };

  /** Short name of the partner on whose page the widget stands, as the club gave it. */
  declare partner?: string | null;
  /** Origin of the club's API. Default: the origin that the script came from; in a bundle, what `setClub` was told. */
  declare api?: string | null;
  /** `light`, `dark` or, by default, `auto`: the page's own colours, and its `color-scheme`. */
  declare theme?: string | null;
  /** The language that is shown. It follows `lang` as soon as its texts are here. */
  declare locale: Locale;
  /** The widget's texts in that language. Always set when `renderContent` runs. */
  declare terms: Terms[W];

  #wanted: Locale | undefined;
  readonly #warned = new Set<string>();

  constructor() {
    super();
    this.locale = 'fr';
    new LanguageController(this, (locale) => void this.#speak(locale));
  }

  /** Origin of the API that this element talks to. */
  protected get apiBase(): string {
    return this.api || scriptOrigin;
  }

  /** Asks the API; see `fetchJson`. */
  protected request<T>(path: string, request?: ApiRequest): Promise<T> {
    return fetchJson<T>(this.apiBase, path, request);
  }

  /** Tells the webmaster what is wrong and what to do, once per element and problem. */
  protected warn(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(`[${this.localName}] ${message}`);
  }

  /** Tells webmaster and page why the API did not give what the element needs. */
  protected warnAbout(failure: ApiFailure): void {
    this.warn(explain(failure, this.partner, this.apiBase));
    tellFailed(this);
  }

  /** What the widget draws; called once its texts are here. Wrap it in `class="base" lang=${this.locale}`. */
  protected abstract renderContent(): unknown;

  /** The light DOM: a real link, quote, number or picture. */
  protected renderFallback(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override render(): unknown {
    return this.terms ? this.renderContent() : this.renderFallback();
  }

  async #speak(locale: Locale): Promise<void> {
    const { widget } = this.constructor as typeof AmbassadorElement;
    this.#wanted = locale;
    try {
      const terms = termsFor(widget, locale) ?? (await loadTerms(widget, locale));
      if (this.#wanted === locale) Object.assign(this, { locale, terms });
    } catch {
      this.warn(`The texts in "${locale}" could not be loaded. Is "lang/" beside the script?`);
      // What is shown stays; before that, any language is better than none.
      const known = !this.terms && locales.find((each) => termsFor(widget, each));
      if (known) Object.assign(this, { locale: known, terms: termsFor(widget, known) });
    }
  }
}
