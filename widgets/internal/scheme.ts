import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { darkTokens } from '../styles/tokens.styles.ts';
import { bare, ofDocument } from './dom.ts';

/** Lightness, from 0 to 1, of a colour as `getComputedStyle` writes it. */
export function lightnessOf(colour: string): number {
  const [a = 0, b = 0, c = 0] = (colour.match(/[\d.]+(?=[\s,)/%])/g) ?? []).map(Number);
  if (colour.startsWith('ok')) return a;
  if (colour.startsWith('l')) return a / 100;
  const scale = colour.startsWith('rgb') ? 255 : 1;
  return (0.3 * a + 0.59 * b + 0.11 * c) / scale;
}

type Host = ReactiveControllerHost & HTMLElement & { theme?: string | null };

/**
 * Light or dark, for a guest: `theme` decides; without it the colour of the text that the page
 * hands down does. Few dark pages declare a `color-scheme`, but all of them have light text.
 */
export class SchemeController implements ReactiveController {
  readonly #host: Host;
  readonly #later = () => requestAnimationFrame(() => this.#check());
  readonly #observer = new MutationObserver(this.#later);
  readonly #preference = matchMedia('(prefers-color-scheme: dark)');

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Pages switch by an attribute or class of the root or the body; nothing below them is watched.
    for (const key of ['documentElement', 'body'] as const) {
      const element = ofDocument(key);
      if (element) this.#observer.observe(element, bare({ attributes: true }));
    }
    this.#preference.addEventListener('change', this.#later);
    this.#later();
  }

  hostUpdated(): void {
    this.#later();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#preference.removeEventListener('change', this.#later);
  }

  #check(): void {
    const root = this.#host.shadowRoot;
    const sheet = darkTokens.styleSheet;
    if (!root || !sheet) return;
    const { theme } = this.#host;
    const dark = theme === 'dark' || (theme !== 'light' && lightnessOf(getComputedStyle(this.#host).color) > 0.6);
    const others = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    if (dark === others.length < root.adoptedStyleSheets.length) return;
    root.adoptedStyleSheets = dark ? [...others, sheet] : others;
  }
}
