import type { Locale } from '../../../api/contract/locales.ts';
import type { html, nothing, ReactiveControllerHost } from '../../core.ts';
import type { Announcer } from '../../form.ts';
import type { MemberApi } from '../member-api.ts';
import type { StoriesController } from '../stories.ts';
import type { quietButton, textField } from '../views/controls.ts';
import type * as film from './film.ts';

/** What the part for files and camera is lent: it carries no core of its own. */
export interface MediaTools {
  html: typeof html;
  nothing: typeof nothing;
  textField: typeof textField;
  quietButton: typeof quietButton;
  host: ReactiveControllerHost & HTMLElement & { locale: Locale };
  club: MemberApi;
  stories: StoriesController;
  announcer: Announcer;
  /** Makes a film smaller, where that is possible here. */
  loadFilm: () => Promise<typeof film>;
  attempt(task: () => Promise<void>): Promise<void>;
  /** Something was typed or chosen. */
  changed(): void;
  /** The session has ended. */
  lost(): void;
}
