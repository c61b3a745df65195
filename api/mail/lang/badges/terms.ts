import type { BadgeReportReason } from '../../../contract/badge-words.ts';
import type { Wording } from '../terms.ts';

/** What the mails about a domain tell. Days are written out. */
export interface DomainFacts {
  /** As people write it. */
  domain: string;
  /** Since when its proof is missing. */
  since: string;
  /** The day that the badge ends on without it. */
  until: string;
  /** A DNS TXT record, or a file, either of which is enough. The file is a path on the domain. */
  record: { name: string; value: string };
  file: { path: string; content: string };
}

/** The words of the mails about badges, in one language. */
export interface BadgeMailTerms {
  /** @param until the last day, written out */
  ending(until: string): Wording;
  domainMissing(facts: DomainFacts): Wording;
  /** @param days how long the proof was missing */
  domainLost(facts: { domain: string; days: number }): Wording;
  /** To the staff. Says nothing that a visitor typed. */
  reported(reason: string): Wording;
  reasons: Record<BadgeReportReason, string>;
}
