import type { ReportReason } from '../../../api/contract/vocabulary.ts';

/** What the report form says. */
export interface ReportTerms {
  title: string;
  required: string;
  labels: Record<'reason' | 'text' | 'url' | 'name' | 'email', string>;
  choose: string;
  reasons: Record<ReportReason, string>;
  /** What to write. */
  explain: string;
  example: string;
  /** Why a name is asked for, and that it stays with the club. */
  who: string;
  goodFaith: string;
  send: string;
  sending: string;
  missing: string;
  tooLong(max: number): string;
  unreadable: string;
  emailInvalid: string;
  goodFaithMissing: string;
  /** Why nothing could be sent; the form keeps what was typed. */
  offline: string;
  timeout: string;
  server: string;
  refused: string;
  busy(minutes: number): string;
  kept: string;
  thanks: string;
  /** The number under which the club answers. */
  receipt(number: string): string;
  later: string;
}
