import { tallyKinds, type StatisticsBy, type TallyKind } from '../../contract/statistics.ts';
import type { Deps } from '../ports.ts';
import { daysFrom, plusDays } from './days.ts';
import { shownPlaces, type Places } from './places.ts';
import type { StatisticsRow } from './ports.ts';

export type Counts = Record<TallyKind, number>;

/** First and last day, both included. */
export interface Period {
  from: number;
  to: number;
}

/** One line of a table: a day, the name of a partner, a page or a campaign; empty where there was none. */
export interface Line {
  key: string;
  counts: Counts;
}

export interface Statistics {
  period: Period;
  totals: Counts;
  /** The same of as many days before. */
  before: Counts;
  /** Every day, also those without anything. */
  day: Line[];
  partner: Line[];
  page: Line[];
  campaign: Line[];
  /** As of now, whatever the period. */
  places: Places;
}

type ReadDeps = Pick<Deps, 'storage'>;

/** Lines of a table on a page; files have all. */
const shownLines = 30;
export const allLines = 10_000;

const none = (): Counts => Object.fromEntries(tallyKinds.map((kind) => [kind, 0])) as Counts;

/** What was counted in a period, and in the one before. */
export async function readStatistics(
  { storage }: ReadDeps,
  period: Period,
  partnerId: number | undefined,
): Promise<Statistics> {
  const asked = { ...(partnerId !== undefined && { partnerId }), ...period };
  const earlier = { ...asked, ...periodBefore(period) };
  const [days, daysBefore, partner, page, campaign, places] = await Promise.all([
    storage.statistics.read('day', asked, allLines),
    storage.statistics.read('day', earlier, allLines),
    readLines({ storage }, 'partner', period, partnerId, shownLines),
    readLines({ storage }, 'page', period, partnerId, shownLines),
    readLines({ storage }, 'campaign', period, partnerId, shownLines),
    storage.statistics.places(partnerId),
  ]);
  return {
    period,
    totals: sumOf(days),
    before: sumOf(daysBefore),
    day: everyDay(period, linesOf(days)),
    partner,
    page,
    campaign,
    places: shownPlaces(places),
  };
}

/** One table, for the page or for a file. */
export async function readLines(
  { storage }: ReadDeps,
  by: StatisticsBy,
  period: Period,
  partnerId: number | undefined,
  max: number,
): Promise<Line[]> {
  const asked = { ...(partnerId !== undefined && { partnerId }), ...period };
  const lines = linesOf(await storage.statistics.read(by, asked, max));
  if (by === 'day') return everyDay(period, lines);
  if (by !== 'partner') return lines;
  const names = new Map((await storage.partners()).map(({ id, name }) => [String(id), name]));
  return lines.map(({ key, counts }) => ({ key: names.get(key) ?? key, counts }));
}

/** As many days, right before. */
export function periodBefore({ from, to }: Period): Period {
  return { from: plusDays(from, -daysFrom(from, to)), to: plusDays(from, -1) };
}

function sumOf(rows: readonly StatisticsRow[]): Counts {
  const sum = none();
  for (const { kind, count } of rows) sum[kind] += count;
  return sum;
}

/** One line for each key, in the order in which the keys came. */
function linesOf(rows: readonly StatisticsRow[]): Line[] {
  const lines = new Map<string, Counts>();
  for (const { key, kind, count } of rows) {
    let counts = lines.get(key);
    if (!counts) lines.set(key, (counts = none()));
    counts[kind] += count;
  }
  return Array.from(lines, ([key, counts]) => ({ key, counts }));
}

function everyDay({ from, to }: Period, lines: readonly Line[]): Line[] {
  const known = new Map(lines.map((line) => [line.key, line]));
  return Array.from({ length: daysFrom(from, to) }, (_, index) => {
    const key = String(plusDays(from, index));
    return known.get(key) ?? { key, counts: none() };
  });
}
