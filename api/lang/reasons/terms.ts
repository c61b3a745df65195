import type { RefusalReason, ReportReason } from '../../contract/vocabulary.ts';

/** The reasons of moderation, in words. */
export interface ReasonTexts {
  /** Why a story was refused or removed: whole sentences, read by its author. */
  refusal: Record<RefusalReason, string>;
  /** Why somebody reports a story: short, for a list to choose from. */
  report: Record<ReportReason, string>;
}
