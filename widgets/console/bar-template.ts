import type { StaffMeView } from '../../api/contract/session.ts';
import { html, nothing, type TemplateResult } from '../core.ts';
import type { ConsoleTerms } from '../lang/console/terms.ts';
import type { Desk } from './desk.ts';

/** A part of the console. */
export type View = keyof ConsoleTerms['views'];

/** What moderators see, and what admins see besides. */
export const viewsOf = ({ role }: StaffMeView): readonly View[] => [
  'pending',
  'published',
  'refused',
  'reports',
  'appeals',
  ...(role === 'admin' ? (['audit', 'people'] as const) : []),
];

/** What the bar tells the console. */
export interface BarHandlers {
  open(view: View): void;
  help(): void;
  leave(): void;
}

/** The parts of the console, with what waits in each, and who is at the desk. */
export function barTemplate(desk: Desk, me: StaffMeView, current: View, on: BarHandlers): TemplateResult {
  const { terms, waiting } = desk;
  const counts: Partial<Record<View, number>> = {
    pending: waiting.stories,
    reports: waiting.reports,
    appeals: waiting.appeals,
  };
  const item = (view: View) => {
    const count = counts[view] ?? 0;
    return html`<li>
      <button type="button" aria-current=${view === current ? 'page' : 'false'} @click=${() => on.open(view)}>
        ${terms.views[view]}
        ${
          count > 0
            ? html`<span class="count" aria-hidden="true">${count}</span
                ><span class="visually-hidden">(${terms.waitingHere(count)})</span>`
            : nothing
        }
      </button>
    </li>`;
  };
  return html`<div class="bar" part="bar">
    <nav aria-label=${terms.sections}>
      <ul>
        ${viewsOf(me).map(item)}
      </ul>
    </nav>
    <div class="who">
      <span><bdi>${me.name}</bdi> · ${terms.roles[me.role]}</span>
      <button type="button" class="link" aria-keyshortcuts=${desk.keys ? '?' : nothing} @click=${on.help}>
        ${terms.keyboard.open}
      </button>
      <button type="button" class="link" @click=${on.leave}>${terms.signOut}</button>
    </div>
  </div>`;
}
