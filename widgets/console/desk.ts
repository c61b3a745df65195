import type { Locale } from '../../api/contract/locales.ts';
import type { Queue } from '../../api/contract/moderation.ts';
import type { ConsoleTerms } from '../lang/console/terms.ts';
import type { Shortcut } from './keyboard.ts';
import type { StaffClient } from './staff-client.ts';

/** How many things wait, by part of the console. */
export type Waiting = Record<'stories' | 'reports' | 'appeals', number>;

/** A way back, offered beside the sentence that says what was done. */
export interface WayBack {
  label: string;
  /** Until when, in words. */
  note: string;
  /** Epoch milliseconds after which it is closed. */
  until: number;
  run(): void;
}

/** What the parts of the console need of the element around them. */
export interface Desk {
  readonly client: StaffClient;
  readonly terms: ConsoleTerms;
  readonly locale: Locale;
  /** Origin of the API. */
  readonly base: string;
  /** Whether keys do something now, and are shown on buttons. */
  readonly keys: boolean;
  waiting: Waiting;
  /** The club's own tags. */
  tags: Queue['tags'];
  redraw(): void;
  /** Says and shows what has happened. */
  tell(message: string, back?: WayBack): void;
  /** Takes the focus to what the selector finds, once everything is drawn. */
  focus(selector: string): Promise<void>;
  query<E extends Element>(selector: string): E | null;
  /** Says what went wrong; asks to sign in again when the session has ended. */
  fail(error: unknown): void;
}

/** One part of the console. */
export interface Panel {
  /** Fetches what it shows. */
  load(): Promise<void>;
  render(): unknown;
  /** What single keys do here, now. */
  shortcuts(): Shortcut[];
  /** Called after each drawing. */
  drawn?(): void;
}
