/** What statistics ask of the storage: counts of things, never of people, and nothing that could lead to one. */
import type { TallyKind } from '../../contract/statistics.ts';

/** So many of one kind on one day. */
export interface Tally {
  /** Year, month, day as a number (20261126), in the club's own time. */
  day: number;
  partnerId: number;
  kind: TallyKind;
  /** Origin and path of the page; empty when there was none, or too many to tell apart. */
  page: string;
  /** The campaign's name; empty without one. */
  campaign: string;
  count: number;
}

export interface StatisticsQuery {
  /** Absent: all partners. */
  partnerId?: number;
  /** First and last day, both included. */
  from: number;
  to: number;
}

/** One line of a table: a day, a partner's id, a page or a campaign. */
export interface StatisticsRow {
  key: string;
  kind: TallyKind;
  count: number;
}

export interface StatisticsReads {
  /** By day in order of time; by the others those with most first. At most `max` keys. */
  read(by: 'day' | 'partner' | 'page' | 'campaign', asked: StatisticsQuery, max: number): Promise<StatisticsRow[]>;
  /** Active members by what they wrote as their place, as written, most first. The verb leaves out the few. */
  places(partnerId?: number): Promise<{ place: string | null; members: number }[]>;
  /** How many active members came by a member's own link. */
  referredBy(memberId: number): Promise<number>;
}

export interface StatisticsWrites {
  /** Adds to the counts. */
  add(tallies: readonly Tally[]): Promise<void>;
  /** Pages and campaigns of a partner that a day tells apart so far. */
  distinct(partnerId: number, day: number): Promise<number>;
  /** Whether the day tells this page and campaign of the partner apart already. */
  knows(tally: Pick<Tally, 'partnerId' | 'day' | 'page' | 'campaign'>): Promise<boolean>;
}
