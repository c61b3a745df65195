import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from '../core.ts';

/**
 * One polite live region per element. It is in the page before it says anything, because screen
 * readers announce changes of a region, not its arrival. Put `render()` into every state of the
 * element, at the same place of the same template.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #message = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Says a message, also when it is the same as before. */
  say(message: string): void {
    // A no-break space makes a repeated message a changed text, which is what is announced.
    this.#message = this.#message === message ? `${message}\u00a0` : message;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="visually-hidden" role="status">${this.#message}</div>`;
  }
}
