import { raw } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import { paths } from '../../../contract/paths.ts';
import { statisticsBy, tallyKinds, type StatisticsBy } from '../../../contract/statistics.ts';
import { DomainError } from '../../../domain/errors.ts';
import { requirePartner } from '../../../domain/partners/access.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { dayIn, isoOf } from '../../../domain/statistics/days.ts';
import { shownPlaces } from '../../../domain/statistics/places.ts';
import { allLines, readLines, readStatistics } from '../../../domain/statistics/read-statistics.ts';
import { numberIn } from '../../../lang/format.ts';
import { statisticsTerms } from '../../../lang/statistics/index.ts';
import { csvHeaders, csvStream, type CsvValue } from '../../csv.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { staffActor } from '../../guard.ts';
import { ReadCache } from '../../read-cache.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale } from '../layout.ts';
import { askedPeriod } from './period.ts';
import { drawTable, type Drawings } from './plots.ts';
import { nameOf, statisticsView, type StatisticsView } from './view.ts';

/** A page is drawn once in so many milliseconds, whoever looks. */
const drawnFor = 15_000;
const drawnMost = 64;

/** What a page is about. */
interface Scope {
  path: string;
  /** The partner, when it is about one. */
  partner: Partner | undefined;
  /** The club's own people may choose one. */
  all?: readonly Partner[];
}

/** What was brought, by day, partner, page and campaign: for staff over all, for partners over theirs. */
export function statisticsRoutes(deps: AppDeps): Route[] {
  const drawn = new ReadCache<string>(deps.clock, drawnFor, drawnMost);
  const today = () => dayIn(deps.club.timeZone)(deps.clock.now());

  async function ofClub(c: AppContext): Promise<Scope> {
    const all = await deps.storage.partners();
    const slug = c.req.query('partner');
    const partner = slug ? all.find((one) => one.slug === slug) : undefined;
    if (slug && !partner) throw new DomainError('not_found');
    return { path: embedPaths.statistics, partner, all };
  }

  async function ofPartner(c: AppContext): Promise<Scope> {
    const partner = await requirePartner(deps, staffActor(c), c.req.param('slug') ?? '');
    return { path: embedPaths.partnerStatistics(partner.slug), partner };
  }

  async function show(c: AppContext, { path, partner, all }: Scope): Promise<Response> {
    const locale = pageLocale(c, deps);
    const terms = statisticsTerms[locale];
    const asked = askedPeriod((name) => c.req.query(name), today());
    const title = !all && partner ? `${terms.title}, ${partner.name}` : terms.title;
    const back = all
      ? { path: paths.console, text: terms.back.console }
      : { path: embedPaths.partnerHome(partner?.slug ?? ''), text: terms.back.partner };
    const key = [path, partner?.id, locale, asked.query, asked.period.to].join('|');
    const main =
      drawn.get(key) ??
      (await drawn.load(key, async () => {
        const statistics = await readStatistics(deps, asked.period, partner?.id);
        const draw = (by: StatisticsBy) =>
          drawTable(by, statistics, { plots: deps.plots, locale, number: numberIn(locale), name: nameOf(by, locale) });
        const drawings = {} as Record<StatisticsBy, Drawings>;
        for (const by of statisticsBy) drawings[by] = by === 'partner' && (!all || partner) ? [] : await draw(by);
        const view: StatisticsView = { locale, title, asked, statistics, drawings, path, back, chosen: all && partner?.slug, ...(all && { partners: all }) }; // prettier-ignore
        return String(await statisticsView(view));
      }));
    const languagePath = `${path}?${asked.query}${all && partner ? `&partner=${partner.slug}` : ''}`;
    // Made by `html` above, where everything from outside was escaped.
    return page(c, deps, { title, locale, languagePath, noindex: true, sheets: ['statistics.css'] }, raw(main));
  }

  /** The whole of one table, in words for programs: names of kinds as they are stored. */
  async function file(c: AppContext, { partner, all }: Scope): Promise<Response> {
    const { period } = askedPeriod((name) => c.req.query(name), today());
    const by = c.req.query('by') ?? 'day';
    const name = ['statistics', by, partner?.slug, isoOf(period.from), isoOf(period.to)].filter(Boolean).join('-');
    if (by === 'places') {
      const { shown, rest } = shownPlaces(await deps.storage.statistics.places(partner?.id));
      const rows: CsvValue[][] = shown.map(({ place, members }) => [place ?? '', members]);
      return csv(
        `statistics-places-${isoOf(today())}`,
        ['place', 'members'],
        [...rows, ...(rest ? [['*', rest]] : [])],
      );
    }
    const known = statisticsBy.find((one) => one === by && (one !== 'partner' || all));
    if (!known) throw new DomainError('not_found');
    const lines = await readLines(deps, known, period, partner?.id, allLines);
    const rows = lines.map(({ key, counts }) => [
      known === 'day' ? isoOf(Number(key)) : key,
      ...tallyKinds.map((kind) => counts[kind]),
    ]);
    return csv(name, [known, ...tallyKinds], rows);
  }

  const route = (path: string, role: Route['role'], handler: (c: AppContext) => Promise<Response>): Route => ({
    method: 'GET',
    path,
    role,
    handler,
  });
  const ofSlug = `${embedPaths.partnerSpace}/:slug/statistics`;
  return [
    route(embedPaths.statistics, 'moderator', async (c) => show(c, await ofClub(c))),
    route(`${embedPaths.statistics}.csv`, 'moderator', async (c) => file(c, await ofClub(c))),
    route(ofSlug, 'partner', async (c) => show(c, await ofPartner(c))),
    route(`${ofSlug}.csv`, 'partner', async (c) => file(c, await ofPartner(c))),
  ];
}

function csv(name: string, columns: readonly string[], rows: readonly (readonly CsvValue[])[]): Response {
  return new Response(csvStream(columns, [rows]), { headers: csvHeaders(name) });
}
