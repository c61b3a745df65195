import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from '../core.ts';
import type { WayBack } from './desk.ts';

/**
 * What has just happened, said and shown, with the way back as long as it is open. It is in the page before
 * it says anything, because screen readers announce changes of a region, not its arrival.
 */
export class StatusLine implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #message = '';
  #back: WayBack | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Says a message, also when it is the same as before. */
  tell(message: string, back?: WayBack): void {
    // A no-break space makes a repeated message a changed text, which is what is announced.
    this.#message = this.#message === message ? `${message}\u00a0` : message;
    this.#back = back;
    this.#watch();
    this.#host.requestUpdate();
  }

  /** Goes the way back that is offered. */
  goBack(): void {
    const back = this.#back;
    if (!back || back.until <= Date.now()) return;
    this.#back = undefined;
    this.#host.requestUpdate();
    back.run();
  }

  render(keys: boolean): TemplateResult {
    const back = this.#back;
    return html`<div class="status ${this.#message ? 'said' : ''}" part="status">
      <p role="status">${this.#message}</p>
      ${
        back
          ? html`<button
              type="button"
              class="button quiet"
              part="button"
              aria-keyshortcuts=${keys ? 'u' : nothing}
              @click=${() => this.goBack()}
            >
              ${back.label}${keys ? html` <kbd aria-hidden="true">U</kbd>` : nothing}
              <span class="hint">${back.note}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  /** The button goes when the way back is closed. */
  #watch(): void {
    clearTimeout(this.#timer);
    const back = this.#back;
    if (!back) return;
    this.#timer = setTimeout(
      () => {
        this.#back = undefined;
        this.#host.requestUpdate();
      },
      Math.max(back.until - Date.now(), 0),
    );
  }
}
