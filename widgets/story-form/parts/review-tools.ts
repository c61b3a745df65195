import type { Locale } from '../../../api/contract/locales.ts';
import type { ApiFailure, flame, formatDate, html, ReactiveControllerHost } from '../../core.ts';
import type { Announcer } from '../../form.ts';
import type { StoriesController } from '../stories.ts';
import type { box, mainButton, quietButton, textField } from '../views/controls.ts';

/** What the part for all after the writing is lent: it carries no core of its own. */
export interface ReviewTools {
  html: typeof html;
  ApiFailure: typeof ApiFailure;
  flame: typeof flame;
  formatDate: typeof formatDate;
  box: typeof box;
  textField: typeof textField;
  mainButton: typeof mainButton;
  quietButton: typeof quietButton;
  host: ReactiveControllerHost &
    HTMLElement & { locale: Locale; partner?: string | null; renderRoot: HTMLElement | DocumentFragment };
  stories: StoriesController;
  announcer: Announcer;
  run(task: () => Promise<void>, focus?: string): Promise<void>;
  tell(messages: ReadonlyMap<string, string>, focus?: string): void;
  focus(selector: string): void;
  /** Whether a file is on its way. */
  sending(): boolean;
  /** Opens the thank-you. */
  done(): void;
  /** Back to the list. */
  leave(): void;
  /** Asks to object to the decision on a story, or nothing any longer. */
  ask(story: string | undefined): void;
}
