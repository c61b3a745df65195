import type { AuditEntry, StaffView } from '../../../api/contract/moderation.ts';
import { html, type TemplateResult } from '../../core.ts';
import { formatMoment } from '../dates.ts';
import type { Desk, Panel } from '../desk.ts';

/** A table that is read and not changed here. */
class TablePanel<Row> implements Panel {
  readonly #desk: Desk;
  readonly #fetch: () => Promise<Row[]>;
  readonly #draw: (rows: Row[]) => TemplateResult;
  readonly #name: 'audit' | 'people';
  #rows: Row[] | undefined;

  constructor(
    desk: Desk,
    name: 'audit' | 'people',
    fetch: () => Promise<Row[]>,
    draw: (rows: Row[]) => TemplateResult,
  ) {
    this.#desk = desk;
    this.#name = name;
    this.#fetch = fetch;
    this.#draw = draw;
  }

  async load(): Promise<void> {
    try {
      this.#rows = await this.#fetch();
    } catch (error) {
      this.#desk.fail(error);
    }
    this.#desk.redraw();
  }

  shortcuts(): [] {
    return [];
  }

  render(): unknown {
    const { terms } = this.#desk;
    if (!this.#rows) return html`<p class="hint">${terms.loading}</p>`;
    return html`<div class="table" part="table">
      <h2 id="table" tabindex="-1">${terms.views[this.#name]}</h2>
      ${
        this.#rows.length === 0
          ? html`<p class="hint">${terms.empty[this.#name]}</p>`
          : html`<div class="scroll" role="region" tabindex="0" aria-labelledby="table">${this.#draw(this.#rows)}</div>`
      }
    </div>`;
  }
}

const table = (heads: string[], rows: unknown[][]): TemplateResult =>
  html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Who did what, latest first. */
export function auditPanel(desk: Desk): Panel {
  return new TablePanel<AuditEntry>(
    desk,
    'audit',
    async () => (await desk.client.audit()).entries,
    (entries) => {
      const { admin } = desk.terms;
      return table(
        [admin.when, admin.who, admin.what, admin.about],
        entries.map(({ at, actor, action, subject }) => [
          formatMoment(at, desk.locale),
          actor ?? admin.machine,
          action,
          subject,
        ]),
      );
    },
  );
}

/** Who works here. People are added and suspended from the server's command line. */
export function peoplePanel(desk: Desk): Panel {
  return new TablePanel<StaffView>(
    desk,
    'people',
    async () => (await desk.client.people()).people,
    (people) => {
      const { admin, roles } = desk.terms;
      return html`${table(
          [admin.name, admin.role, admin.state, admin.passkeys],
          people.map(({ name, role, status, passkeys }) => [name, roles[role], admin.states[status], passkeys]),
        )}
        <p class="hint">${admin.add}</p>`;
    },
  );
}
