/** What moderation asks of the storage: decisions, reports, appeals, and the log of all of them. */
import type { RefusalReason, StoryStatus } from '../../contract/vocabulary.ts';
import type { NewReport, Report, Story } from '../stories/ports.ts';

export type DecisionAction = 'approve' | 'refuse' | 'remove' | 'restore' | 'feature' | 'unfeature' | 'tag';

export interface Decision {
  id: number;
  publicId: string;
  storyId: number;
  storyVersion: number;
  staffId: number;
  action: DecisionAction;
  reason: RefusalReason | null;
  text: string | null;
  /** What undoing goes back to: status, featured, tags, as JSON. */
  before: string;
  at: number;
  undoneAt: number | null;
}

export interface Appeal {
  id: number;
  publicId: string;
  decisionId: number;
  storyId: number;
  text: string;
  createdAt: number;
  status: 'open' | 'upheld' | 'rejected';
  decidedBy: number | null;
  decidedAt: number | null;
  answer: string | null;
}

/** Where the page before ended: a time and, for what has the same, a row. */
export interface Position {
  at: number;
  id: number;
}

export interface ModerationReads {
  queue(
    statuses: readonly StoryStatus[],
    order: 'oldest' | 'newest',
    limit: number,
    after?: Position,
  ): Promise<Story[]>;
  waiting(): Promise<{ stories: number; reports: number; appeals: number }>;
  decisions(storyIds: number[]): Promise<(Decision & { staffName: string })[]>;
  decision(publicId: string): Promise<Decision | undefined>;
  reports(status: Report['status'], limit: number, after?: Position): Promise<Report[]>;
  reportByReceipt(receipt: string): Promise<Report | undefined>;
  reportById(id: number): Promise<Report | undefined>;
  openReports(storyIds: number[]): Promise<Map<number, number>>;
  appeals(status: Appeal['status'], limit: number, after?: Position): Promise<Appeal[]>;
  appealsOf(storyIds: number[]): Promise<Appeal[]>;
  appeal(publicId: string): Promise<Appeal | undefined>;
  appealById(id: number): Promise<Appeal | undefined>;
  decisionById(id: number): Promise<Decision | undefined>;
  storyById(id: number): Promise<Story | undefined>;
  publishedBefore(memberIds: number[]): Promise<Map<number, number>>;
  /** Stories that were refused or removed before a time, and about which nothing has happened since or is open. */
  settled(before: number, max: number): Promise<Story[]>;
  audit(
    limit: number,
    before?: number,
  ): Promise<{ id: number; action: string; subject: string; actor: string | null; at: number }[]>;
}

export interface ModerationWrites {
  insertDecision(decision: Omit<Decision, 'id' | 'undoneAt'>): Promise<number>;
  /** False when it was undone before. */
  undoDecision(id: number, at: number): Promise<boolean>;
  latestDecision(storyId: number): Promise<Decision | undefined>;
  insertReport(report: NewReport): Promise<number>;
  /** False when it was decided before. Name and address are emptied when nobody has to be answered any more. */
  decideReport(
    id: number,
    status: 'upheld' | 'rejected',
    answer: string,
    staffId: number,
    at: number,
  ): Promise<boolean>;
  insertAppeal(appeal: Pick<Appeal, 'publicId' | 'decisionId' | 'storyId' | 'text' | 'createdAt'>): Promise<number>;
  decideAppeal(
    id: number,
    status: 'upheld' | 'rejected',
    answer: string,
    staffId: number,
    at: number,
  ): Promise<boolean>;
  findAppealOf(decisionId: number): Promise<Appeal | undefined>;
  /** Mails about a decision that was undone before they went out. */
  cancelMailsAbout(kinds: readonly string[], subjectId: number, at: number): Promise<void>;
}
