/** The page of statistics: sums, plots, and the same as tables. */
import { html, raw } from 'hono/html';
import type { Locale } from '../../../contract/locales.ts';
import { statisticsBy, tallyKinds, type StatisticsBy } from '../../../contract/statistics.ts';
import { isoOf } from '../../../domain/statistics/days.ts';
import type { Line, Statistics } from '../../../domain/statistics/read-statistics.ts';
import { dateIn, numberIn } from '../../../lang/format.ts';
import { statisticsTerms } from '../../../lang/statistics/index.ts';
import { withLang, type Html } from '../layout.ts';
import { periodDays, type Asked } from './period.ts';
import { plotGroups, type Drawings } from './plots.ts';

export interface StatisticsView {
  locale: Locale;
  title: string;
  asked: Asked;
  statistics: Statistics;
  drawings: Record<StatisticsBy, Drawings>;
  /** Where the page is, without a query. */
  path: string;
  /** Of all partners, to choose from; nothing on the page of one. */
  partners?: readonly { slug: string; name: string }[];
  /** The one that was chosen. */
  chosen: string | undefined;
  back: { path: string; text: string };
}

/** A date as the language writes it out; Alsatian has no data of its own, and writes it in numbers. */
export function longDate(locale: Locale, day: number): string {
  const iso = isoOf(day);
  return locale === 'gsw' ? iso.split('-').map(Number).toReversed().join('.') : dateIn(locale)(iso);
}

/** What a line of a table is called. */
export function nameOf(by: StatisticsBy, locale: Locale): (line: Line) => string {
  const { noPage, noCampaign } = statisticsTerms[locale];
  if (by === 'day') return ({ key }) => longDate(locale, Number(key));
  const missing = by === 'page' ? noPage : noCampaign;
  // Every page has the same beginning.
  return ({ key }) => key.replace(/^https?:\/\//, '') || missing;
}

export function statisticsView(view: StatisticsView): Html {
  const { locale, title, statistics, partners, chosen, back } = view;
  const terms = statisticsTerms[locale];
  const isEmpty = tallyKinds.every((kind) => statistics.totals[kind] + statistics.before[kind] === 0);
  // One partner alone is no comparison.
  const tables = statisticsBy.filter((by) => by !== 'partner' || (partners && !chosen));
  return html`<div class="statistics">
    <p class="back"><a href="${withLang(back.path, locale)}">${back.text}</a></p>
    <h1>${title}</h1>
    <p class="lead">${terms.lead}</p>
    ${picker(view)}
    ${
      isEmpty
        ? html`<section class="nothing">
            <h2>${terms.empty.title}</h2>
            <p>${terms.empty.text}</p>
          </section>`
        : html`${totals(view)} ${tables.map((by) => part(view, by))}`
    }
    ${places(view)}
    <details class="counted">
      <summary>${terms.counted.title}</summary>
      <ul>
        ${terms.counted.points.map((point) => html`<li>${point}</li>`)}
      </ul>
    </details>
  </div>`;
}

function picker({ locale, asked, path, partners, chosen }: StatisticsView): Html {
  const terms = statisticsTerms[locale].period;
  const { from, to } = asked.period;
  const kept = chosen ? `&partner=${chosen}` : '';
  const dateField = (name: 'from' | 'to', day: number) =>
    html`<div class="field">
      <label for="${name}">${terms[name]}</label>
      <input type="date" id="${name}" name="${name}" value="${isoOf(day)}" />
    </div>`;
  return html`<nav class="periods" aria-label="${terms.label}">
      ${periodDays.map(
        (days) =>
          html`<a
            href="${withLang(`${path}?days=${days}${kept}`, locale)}"
            ${asked.days === days ? raw('aria-current="true"') : ''}
            >${terms.days[days]}</a
          >`,
      )}
    </nav>
    <form class="between" action="${path}">
      <input type="hidden" name="lang" value="${locale}" />
      ${dateField('from', from)} ${dateField('to', to)}
      ${
        partners
          ? html`<div class="field">
              <label for="partner">${terms.partner}</label>
              <select id="partner" name="partner">
                <option value="">${terms.everyPartner}</option>
                ${partners.map(
                  ({ slug, name }) =>
                    html`<option value="${slug}" ${slug === chosen ? raw('selected') : ''}>${name}</option>`,
                )}
              </select>
            </div>`
          : ''
      }
      <button class="button quiet">${terms.show}</button>
    </form>
    <p class="shown">${terms.shown(longDate(locale, from), longDate(locale, to))}</p>`;
}

function totals({ locale, statistics }: StatisticsView): Html {
  const terms = statisticsTerms[locale];
  const number = numberIn(locale);
  return html`<dl class="totals">
    ${tallyKinds.map((kind) => {
      const [now, before] = [statistics.totals[kind], statistics.before[kind]];
      return html`<div class="total ${kind}">
        <dt>${terms.kinds[kind]}</dt>
        <dd><strong>${number(now)}</strong> <small>${terms.before(number(before))}</small></dd>
      </div>`;
    })}
  </dl>`;
}

function part(view: StatisticsView, by: StatisticsBy): Html {
  const { locale, statistics, drawings } = view;
  const terms = statisticsTerms[locale];
  const drawn = drawings[by];
  return html`<section class="part" aria-labelledby="by-${by}">
    <h2 id="by-${by}">${terms.by[by].title}</h2>
    ${
      drawn.length === 0
        ? html`<p class="hint">${terms.nothing}</p>`
        : html`<div class="plots">
            ${drawn.map(
              ({ group, svg }) =>
                html`<figure class="${group}">
                  <figcaption>
                    ${plotGroups[group].map((kind, at) =>
                      kind ? html`<span class="key ${at === 0 ? 'pale' : 'solid'}">${terms.kinds[kind]}</span> ` : '',
                    )}
                  </figcaption>
                  ${raw(svg)}
                </figure>`,
            )}
          </div>`
    }
    <details>
      <summary>${terms.table}</summary>
      ${table(by, statistics[by], locale)}
    </details>
    <p class="file">
      <a href="${fileOf(view, by)}">${terms.csv}<span class="sr"> (${terms.by[by].title})</span></a>
    </p>
  </section>`;
}

function fileOf({ path, asked, chosen }: StatisticsView, by: StatisticsBy | 'places'): string {
  return `${path}.csv?by=${by}&${asked.query}${chosen ? `&partner=${chosen}` : ''}`;
}

/** A day on its own line as it is read: the last first. */
function table(by: StatisticsBy, lines: readonly Line[], locale: Locale): Html {
  const terms = statisticsTerms[locale];
  const number = numberIn(locale);
  const name = nameOf(by, locale);
  const caption = `${terms.title}, ${terms.by[by].title}`;
  const shown = by === 'day' ? lines.toReversed() : lines;
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${terms.by[by].column}</th>
          ${tallyKinds.map((kind) => html`<th scope="col">${terms.kinds[kind]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (line) =>
            html`<tr>
              <th scope="row"><bdi>${name(line)}</bdi></th>
              ${tallyKinds.map((kind) => html`<td>${number(line.counts[kind])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function places(view: StatisticsView): Html {
  const { locale, statistics } = view;
  const { places: terms, csv } = statisticsTerms[locale];
  const { shown, rest } = statistics.places;
  const number = numberIn(locale);
  const row = (name: string, members: number) =>
    html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td>${number(members)}</td>
    </tr>`;
  return html`<section class="part places" aria-labelledby="places">
    <h2 id="places">${terms.title}</h2>
    <p class="hint">${terms.text}</p>
    ${
      shown.length === 0 && rest === 0
        ? html`<p>${terms.tooFew}</p>`
        : html`<div class="table" role="region" aria-label="${terms.title}" tabindex="0">
              <table>
                <caption>
                  ${terms.title}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${terms.column}</th>
                    <th scope="col">${terms.members}</th>
                  </tr>
                </thead>
                <tbody>
                  ${shown.map(({ place, members }) => row(place ?? terms.unsaid, members))}
                  ${rest > 0 ? row(terms.rest, rest) : ''}
                </tbody>
              </table>
            </div>
            <p class="file">
              <a href="${fileOf(view, 'places')}">${csv}<span class="sr"> (${terms.title})</span></a>
            </p>`
    }
  </section>`;
}
