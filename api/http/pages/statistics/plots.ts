import type { Locale } from '../../../contract/locales.ts';
import type { StatisticsBy, TallyKind } from '../../../contract/statistics.ts';
import { isoOf } from '../../../domain/statistics/days.ts';
import type { PlotPoint, Plots } from '../../../domain/statistics/plot-ports.ts';
import type { Line, Statistics } from '../../../domain/statistics/read-statistics.ts';
import { shortDateIn } from '../../../lang/format.ts';
import { statisticsTerms, type PlotGroup } from '../../../lang/statistics/index.ts';

/** What is plotted together: the second of a pair is what came of the first. */
export const plotGroups: Readonly<Record<PlotGroup, readonly [TallyKind, TallyKind?]>> = {
  joined: ['signup', 'confirmation'],
  stories: ['story_seen', 'story_played'],
  badges: ['badge_check'],
};

/** The drawings of one table, those with anything in them. */
export type Drawings = { group: PlotGroup; svg: string }[];

/** More bars than this are drawn by the week. */
const mostDays = 120;
/** As many names as one can compare. */
const mostNames = 8;

interface Writing {
  plots: Plots;
  locale: Locale;
  number: (value: number) => string;
  /** What a line is called. */
  name: (line: Line) => string;
}

/** Draws what a table holds, one plot for each group. */
export async function drawTable(by: StatisticsBy, statistics: Statistics, writing: Writing): Promise<Drawings> {
  const lines = statistics[by];
  const groups = (Object.keys(plotGroups) as PlotGroup[]).filter((group) =>
    lines.some(({ counts }) => kindsOf(group).some((kind) => counts[kind] > 0)),
  );
  return Promise.all(
    groups.map(async (group) => ({
      group,
      svg: await (by === 'day' ? overTime(lines, group, writing) : byName(by, lines, group, writing)),
    })),
  );
}

const kindsOf = (group: PlotGroup) => plotGroups[group].filter((kind) => kind !== undefined);

function overTime(lines: readonly Line[], group: PlotGroup, { plots, locale, number }: Writing): Promise<string> {
  const terms = statisticsTerms[locale];
  const date = shortDateIn(locale);
  const size = lines.length > mostDays ? 7 : 1;
  const [first, second] = plotGroups[group];
  const moments: PlotPoint[] = [];
  for (let at = 0; at < lines.length; at += size) {
    const bundle = lines.slice(at, at + size);
    const sum = (kind: TallyKind) => bundle.reduce((total, { counts }) => total + counts[kind], 0);
    moments.push({
      label: date(isoOf(Number(bundle[0]!.key))),
      first: sum(first),
      ...(second && { second: sum(second) }),
    });
  }
  const said = kindsOf(group).map((kind, series) => {
    const values = moments.map((moment) => (series === 0 ? moment.first : (moment.second ?? 0)));
    const most = Math.max(...values);
    const sum = values.reduce((total, value) => total + value, 0);
    return terms.overTime(terms.kinds[kind], number(sum), moments[values.indexOf(most)]!.label, number(most));
  });
  const title = `${terms.by.day.title}, ${terms.groups[group]}`;
  const text = [...said, ...(size > 1 ? [terms.byWeek] : [])].join(' ');
  return plots.overTime(moments, { id: `plot-day-${group}`, title, text, number });
}

function byName(
  by: StatisticsBy,
  lines: readonly Line[],
  group: PlotGroup,
  { plots, locale, number, name }: Writing,
): Promise<string> {
  const terms = statisticsTerms[locale];
  const [first, second] = plotGroups[group];
  const height = ({ counts }: Line) => Math.max(counts[first], second ? counts[second] : 0);
  const longest = lines
    .filter((line) => height(line) > 0)
    .toSorted((a, b) => height(b) - height(a))
    .slice(0, mostNames);
  const bars = longest.map((line) => ({
    label: name(line),
    first: line.counts[first],
    ...(second && { second: line.counts[second] }),
  }));
  const said = kindsOf(group).flatMap((kind) => {
    const top = longest.toSorted((a, b) => b.counts[kind] - a.counts[kind])[0];
    return top && top.counts[kind] > 0 ? terms.byName(terms.kinds[kind], name(top), number(top.counts[kind])) : [];
  });
  const title = `${terms.by[by].title}, ${terms.groups[group]}`;
  return plots.byName(bars, { id: `plot-${by}-${group}`, title, text: said.join(' '), number });
}
