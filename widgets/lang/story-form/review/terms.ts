import type { RefusalReason } from '../../../../api/contract/vocabulary.ts';

/** What is said when a story is handed in, was refused, or has changed elsewhere: loaded then, in every language. */
export interface StoryFormReviewTerms {
  reasons: Record<RefusalReason, string>;
  appealUntil(date: string): string;
  appeal: string;
  appealHint: string;
  sendAppeal: string;
  appeals: Record<'open' | 'upheld' | 'rejected', string>;
  /** Asked before a story is deleted. */
  sure: string;
  yes: string;
  no: string;
  removed: string;
  withdrawn: string;
  changed: string;
  theirs: string;
  keepMine: string;
  takeTheirs: string;
  summary(count: number): string;
  notSent: string;
  wrong: Record<'text' | 'media' | 'busy' | 'failed' | 'alt' | 'people' | 'permissions' | 'link' | 'other', string>;
  unreadable: string;
  thanks: string;
  thanksText: string;
  toMine: string;
}
