import type { ReactiveControllerHost } from '../core.ts';
import type { Locale } from '../../api/contract/locales.ts';
import type { Queue } from '../../api/contract/moderation.ts';
import type { ConsoleTerms } from '../lang/console/terms.ts';
import type { Desk, Waiting, WayBack } from './desk.ts';
import { StaffClient } from './staff-client.ts';

/** What the desk reads of its element. */
interface Host extends ReactiveControllerHost {
  readonly terms: ConsoleTerms;
  readonly locale: Locale;
  readonly renderRoot: ParentNode;
}

/** What the desk has its element do. */
interface Hooks {
  base(): string;
  keys(): boolean;
  tell(message: string, back?: WayBack): void;
  fail(error: unknown): void;
}

/** The desk of one element. */
export class OwnDesk implements Desk {
  readonly #host: Host;
  readonly #hooks: Hooks;
  readonly client: StaffClient;
  waiting: Waiting = { stories: 0, reports: 0, appeals: 0 };
  tags: Queue['tags'] = [];

  constructor(host: Host, hooks: Hooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.client = new StaffClient(
      () => hooks.base(),
      () => host.locale,
    );
  }

  get terms(): ConsoleTerms {
    return this.#host.terms;
  }

  get locale(): Locale {
    return this.#host.locale;
  }

  get base(): string {
    return this.#hooks.base();
  }

  get keys(): boolean {
    return this.#hooks.keys();
  }

  redraw(): void {
    this.#host.requestUpdate();
  }

  tell(message: string, back?: WayBack): void {
    this.#hooks.tell(message, back);
  }

  fail(error: unknown): void {
    this.#hooks.fail(error);
  }

  query<E extends Element>(selector: string): E | null {
    return this.#host.renderRoot.querySelector<E>(selector);
  }

  async focus(selector: string): Promise<void> {
    this.redraw();
    await this.#host.updateComplete;
    this.query<HTMLElement>(selector)?.focus();
  }
}
