import type { StatisticsBy, TallyKind } from '../../contract/statistics.ts';

/** What is plotted together: what there was, and in it what came of it. */
export type PlotGroup = 'joined' | 'stories' | 'badges';

export interface StatisticsTexts {
  title: string;
  /** How it is counted, under the title. */
  lead: string;
  period: {
    label: string;
    days: Record<'7' | '30' | '90' | '365', string>;
    from: string;
    to: string;
    partner: string;
    everyPartner: string;
    show: string;
    /** @param from and `to`, dates as written */
    shown(from: string, to: string): string;
  };
  kinds: Record<TallyKind, string>;
  groups: Record<PlotGroup, string>;
  /** Beside a sum: what it was before. @param before a number as written */
  before(before: string): string;
  /** What a plot over time says. @param sum, `most` numbers as written; `day` when it was most */
  overTime(kind: string, sum: string, day: string, most: string): string;
  /** The same by weeks. */
  byWeek: string;
  /** What a plot of names says. @param name of the longest bar */
  byName(kind: string, name: string, most: string): string;
  nothing: string;
  empty: { title: string; text: string };
  by: Record<StatisticsBy, { title: string; column: string }>;
  noPage: string;
  noCampaign: string;
  table: string;
  /** The link to a file. */
  csv: string;
  more: string;
  places: {
    title: string;
    text: string;
    column: string;
    members: string;
    unsaid: string;
    rest: string;
    tooFew: string;
  };
  counted: { title: string; points: string[] };
  /** On a member's own page. */
  referral: {
    title: string;
    text: string;
    label: string;
    elsewhere: string;
    elsewhereLabel: string;
    /** @param count as a number, for plurals, and as written */
    came(count: number, written: string): string;
  };
  back: { console: string; partner: string };
}
