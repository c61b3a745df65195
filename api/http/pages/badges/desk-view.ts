import { html } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { shownDomain } from '../../../domain/badges/domain-name.ts';
import type { Badge } from '../../../domain/badges/ports.ts';
import type { OpenReport } from '../../../domain/badges/reported.ts';
import { stateOf } from '../../../domain/badges/view.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import type { AppDeps } from '../../env.ts';
import { withLang, type Html } from '../layout.ts';
import { momentOf } from '../moment.ts';

export type DeskNote = 'closed' | 'ended';

interface At {
  deps: Pick<AppDeps, 'publicUrl' | 'club'>;
  locale: Locale;
  now: number;
}

export interface DeskView extends At {
  reports: OpenReport[];
  token: string;
  note?: DeskNote;
  /** What was looked for, as typed, and the badge that has this address. */
  asked?: string;
  found?: Badge | undefined;
}

export function deskView(view: DeskView): Html {
  const { locale, reports, note, asked, found } = view;
  const { desk } = myBadges[locale];
  const action = withLang(paths.badgeReports, locale);
  return html`<div class="badge-desk">
    <h1>${desk.title}</h1>
    <p><a href="${withLang(paths.console, locale)}">${desk.console}</a></p>
    ${note ? html`<p class="said-so" role="status">${desk.notes[note]}</p>` : ''}
    <section>
      <h2>${desk.search.title}</h2>
      <form class="join" method="get" action="${action}">
        <input type="hidden" name="lang" value="${locale}" />
        <div class="field">
          <label for="badge">${desk.search.label}</label>
          <p class="hint" id="badge-hint">${desk.search.hint}</p>
          <input
            id="badge"
            name="badge"
            value="${asked ?? ''}"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="badge-hint"
          />
        </div>
        <button class="button quiet">${desk.search.submit}</button>
      </form>
      ${asked === undefined ? '' : found ? badgeEntry(view, found) : html`<p role="status">${desk.search.none}</p>`}
    </section>
    <p class="lead">${desk.lead}</p>
    ${
      reports.length === 0
        ? html`<p>${desk.none}</p>`
        : html`<ol class="reports">
            ${reports.map((one) => report(view, one))}
          </ol>`
    }
  </div>`;
}

/**
 * One badge as the staff see it.
 * @param canEnd with the way to end it; not where that is what is asked
 */
export function badgeEntry({ locale, now }: At, badge: Badge, canEnd = true): Html {
  const { desk } = myBadges[locale];
  const { labels } = desk;
  const state = stateOf(badge, now);
  const facts: [label: string, value: string | null][] = [
    [labels.badge, badge.publicId],
    [labels.state, desk.states[state]],
    [labels.kind, desk.kinds[badge.kind]],
    [labels.domain, badge.domain === null ? null : shownDomain(badge.domain)],
    [labels.name, badge.name],
  ];
  const path = `${paths.badgeReports}/${badge.publicId}/end`;
  return html`<dl class="facts">${factList(facts)}</dl>
    <p class="actions">
      <a href="${withLang(badgePaths.page(badge.publicId), locale)}">${desk.page}</a>
      ${canEnd && state === 'valid' ? html`<a href="${withLang(path, locale)}">${desk.end}</a>` : ''}
    </p>`;
}

function report(view: DeskView, { report: said, badge }: OpenReport): Html {
  const { locale, token } = view;
  const { desk } = myBadges[locale];
  const { labels } = desk;
  const reason = badgePages[locale].report.reasons[said.reason];
  return html`<li class="card">
    <h2>${reason}</h2>
    <dl class="facts">
      ${factList([[labels.at, badgePages[locale].page.day(momentOf(view.deps.club, said.createdAt).day)]])}
      ${
        said.url === null
          ? ''
          : html`<div class="wide">
              <dt>${labels.seen}</dt>
              <dd><bdi>${webLink(said.url)}</bdi></dd>
            </div>`
      }
      ${
        said.text === null
          ? ''
          : html`<div class="wide">
              <dt>${labels.said}</dt>
              <dd><blockquote dir="auto">${said.text}</blockquote></dd>
            </div>`
      }
    </dl>
    ${badgeEntry(view, badge)}
    <form method="post" action="${withLang(`${paths.badgeReports}/${said.id}/close`, locale)}">
      <input type="hidden" name="token" value="${token}" />
      <button class="button quiet">${desk.close}</button>
    </form>
  </li>`;
}

const factList = (facts: [label: string, value: string | null][]): Html[] =>
  facts.flatMap(([label, value]) =>
    value === null
      ? []
      : [
          html`<div>
            <dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
        ],
  );

/** What a stranger wrote: a link only where a browser cannot be led astray by it. */
function webLink(text: string): Html | string {
  const isWeb = /^https?:\/\/[^\s\\]+$/i.test(text) && URL.canParse(text) && new URL(text).username === '';
  return isWeb ? html`<a href="${text}" rel="noopener noreferrer nofollow ugc">${text}</a>` : text;
}
