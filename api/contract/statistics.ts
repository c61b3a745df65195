/** The words of what is counted. No zod: widgets may use them. */

/**
 * What is counted, by day, partner, page and campaign, and never by person: sign-ups sent, memberships confirmed,
 * stories that came into view, films that were played, badges that somebody had checked.
 */
export const tallyKinds = ['signup', 'confirmation', 'story_seen', 'story_played', 'badge_check'] as const;
export type TallyKind = (typeof tallyKinds)[number];

/** What a widget may report of itself; the rest the club counts where it happens. */
export const reportedKinds = ['story_seen', 'story_played'] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/** By what statistics are grouped. */
export const statisticsBy = ['day', 'partner', 'page', 'campaign'] as const;
export type StatisticsBy = (typeof statisticsBy)[number];

/** Where a widget reports to. */
export const talliesPath = '/v1/tallies';

/** The most that one report may add to one count. */
export const perReport = 50;

export const statisticsLimits = {
  /** Pages and campaigns of one partner that are told apart in a day; what comes later is counted together. */
  pagesPerDay: 500,
  perReport,
  /** Fewer people than this in one place are never shown. */
  fewest: 5,
} as const;
