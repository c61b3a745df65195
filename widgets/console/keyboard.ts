import type { ReactiveController, ReactiveControllerHost } from '../core.ts';

/** One thing that a key does, which a button that people see does as well. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it, in lower case; digits as `1`. */
  keys: readonly string[];
  run(): void;
  /** May go on while the key is held down: for looking, never for deciding. */
  repeats?: boolean;
}

/** What takes letters for itself. A film takes the arrows, a list of choices as well. */
const typing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable], video';

/**
 * Shortcuts of one key, heard wherever the focus is in the console, or nowhere (WCAG 2.1.4: silent while
 * somebody types, and they can be switched off).
 */
export class Keyboard implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #shortcuts: () => readonly Shortcut[];
  /** Switched on or off for as long as the page is open: nothing is stored. */
  active = true;

  constructor(host: ReactiveControllerHost & Element, shortcuts: () => readonly Shortcut[]) {
    this.#host = host;
    this.#shortcuts = shortcuts;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#handleKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#handleKey);
  }

  toggle(): void {
    this.active = !this.active;
    this.#host.requestUpdate();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (!this.active || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !this.#isOurs(event)) return;
    const key = keyOf(event);
    const shortcut = this.#shortcuts().find(({ keys }) => keys.includes(key));
    if (!shortcut || (event.repeat && !shortcut.repeats)) return;
    event.preventDefault();
    shortcut.run();
  };

  #isOurs(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    const [target] = path;
    if (target !== document.body && !path.includes(this.#host)) return false;
    if (!(target instanceof Element)) return true;
    if (target.matches('[type=radio]') && event.key.startsWith('Arrow')) return false;
    return !target.closest(typing);
  }
}

/** The key, whatever the keyboard: on a French one the upper row gives digits with shift only. */
function keyOf({ key, code }: KeyboardEvent): string {
  return /^(?:Digit|Numpad)\d$/.test(code) ? code.slice(-1) : key.toLowerCase();
}
