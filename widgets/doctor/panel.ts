import type { Locale } from '../../api/contract/locales.ts';
import { findAll, ofDocument } from '../internal/dom.ts';
import type { DoctorTerms } from '../lang/doctor/terms.ts';
import { say } from './examine.ts';
import type { Advice, Report } from './finding.ts';
import { panelStyles } from './panel.styles.ts';

const flame =
  'M13 1c1 4-1 6-3 8-2 2-5 4-5 8a7 7 0 0 0 14 0c0-3-1-5-3-7 0 2-1 3-2 3 1-4 1-8-1-12zm-1 13c2 1 3 3 3 5a3 3 0 0 1-6 0c0-3 3-3 3-5z';
const tick = 'M2 9l4 4 8-10';

type Child = Node | string;

/** An element with what is in it. By hand: a page with Trusted Types lets nobody write markup. */
function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key] ?? '');
  element.append(...children);
  return element;
}

function drawing(path: string, viewBox: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = Document.prototype.createElementNS.call(document, space, 'svg') as SVGElement;
  const line = Document.prototype.createElementNS.call(document, space, 'path');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** What the doctor shows: a panel of its own, above the page and beside its layout. */
export class Panel {
  readonly #terms: DoctorTerms;
  readonly #again: () => void;
  readonly #host = h('div', { popover: 'manual', 'data-ambassador-doctor': '' });
  readonly #root: ShadowRoot;
  /** It is there before it says anything: readers announce changes. */
  readonly #status = h('p', { role: 'status' });
  readonly #main = h('main');
  readonly #dialog: HTMLElement;
  #report: Report | undefined;
  #before: Element | null = null;

  /**
   * @param locale language of the panel
   * @param terms its texts
   * @param again called to examine the page once more
   */
  constructor(locale: Locale, terms: DoctorTerms, again: () => void) {
    this.#terms = terms;
    this.#again = again;
    this.#root = this.#host.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [panelStyles];
    const button = (
      text: string,
      act: (button: HTMLButtonElement) => void,
      attributes: Record<string, string> = {},
    ) => {
      const made = h('button', { type: 'button', ...attributes }, text);
      made.addEventListener('click', () => act(made));
      return made;
    };
    this.#dialog = h(
      'div',
      { role: 'dialog', 'aria-labelledby': 'title', lang: locale, tabindex: '-1' },
      h(
        'header',
        {},
        drawing(flame, '5 1 14 23'),
        h('div', {}, h('h2', { id: 'title' }, terms.title), this.#status),
        button('×', () => this.close(), { class: 'close', 'aria-label': terms.close }),
      ),
      this.#main,
      h(
        'footer',
        {},
        button(terms.again, () => this.#again(), { class: 'main' }),
        button(terms.report, (made) => void this.#copy(this.#asText(), made, terms.report)),
      ),
    );
    this.#dialog.addEventListener('keydown', (event) => {
      // The page's own shortcuts are not meant.
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
    });
    this.#root.append(this.#dialog);
  }

  /** Opens, or comes to the front, and takes the focus. */
  open(): void {
    if (!this.#host.isConnected) {
      this.#before = ofDocument('activeElement');
      // Two versions on a page have a doctor each: the one that comes last is the one that is seen.
      for (const other of findAll('[data-ambassador-doctor]')) other.remove();
      ofDocument('documentElement').append(this.#host);
    }
    // In the top layer nothing of the page lies over it, nor clips it.
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
    this.#status.textContent = this.#terms.looking;
    this.#dialog.focus({ preventScroll: true });
  }

  /** Goes, and gives the focus back. */
  close(): void {
    this.#host.remove();
    if (this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
  }

  /** Shows what was found. */
  show(report: Report): void {
    this.#report = report;
    const terms = this.#terms;
    const { findings, well } = report;
    const count = findings.length;
    this.#status.textContent =
      count === 0 ? terms.well : count === 1 ? terms.one : say(terms.some, { count: String(count) });
    this.#main.replaceChildren(
      ...(count ? findings.map((finding) => this.#article(finding)) : [h('p', { class: 'lead' }, terms.wellMeans)]),
      ...(well.length
        ? [
            h(
              'section',
              { class: count ? 'checked' : 'checked all', 'aria-labelledby': 'checked' },
              h('h4', { id: 'checked' }, terms.checked),
              h(
                'ul',
                { role: 'list' },
                ...well.map((name) => h('li', {}, drawing(tick, '0 0 16 16'), h('span', {}, terms.checks[name]))),
              ),
            ),
          ]
        : []),
    );
  }

  #article({ severity, title, means, where, line, code }: Advice): HTMLElement {
    const terms = this.#terms;
    const copy = h('button', { type: 'button', 'aria-label': `${terms.copy} – ${title}` }, terms.copy);
    const text = h(
      'pre',
      { tabindex: '0', role: 'group', 'aria-label': where },
      h('code', { translate: 'no', dir: 'ltr' }, line),
    );
    copy.addEventListener('click', () => void this.#copy(line, copy, terms.copy, text));
    return h(
      'article',
      { class: severity, 'data-code': code },
      h('p', { class: 'mark' }, terms.severities[severity]),
      h('h3', {}, title),
      h('p', {}, means),
      h('p', { class: 'where' }, where),
      h('div', { class: 'paste' }, text, copy),
    );
  }

  async #copy(text: string, button: HTMLElement, name: string, source?: HTMLElement): Promise<void> {
    const terms = this.#terms;
    let done = terms.copied;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page without https, or one that forbids it: then by hand.
      if (source) getSelection()?.selectAllChildren(source);
      done = terms.selected;
    }
    button.textContent = done;
    setTimeout(() => (button.textContent = name), 2000);
  }

  #asText(): string {
    const { page = '', version = '', findings = [] } = this.#report ?? {};
    const lines = findings.map(({ title, means, where, line }) => `${title}\n${means}\n${where}\n  ${line}`);
    return [`${this.#terms.title} ${version} – ${page}`, ...lines].join('\n\n');
  }
}
