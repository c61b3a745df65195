import type { Wording } from '../terms.ts';

/** What the mails about a decision tell: why, in whose words, and until when one may object. */
export interface StatementFacts {
  /** The beginning of the story, so that its author knows which one. */
  excerpt: string;
  /** The reason, as a whole sentence. */
  reason: string;
  /** What the person who decided wrote. */
  text: string;
  /** Last day of an appeal, written out. */
  until: string;
}

/** The words of the mails about stories, in one language. */
export interface StoryMailTerms {
  published(facts: { excerpt: string }): Wording;
  refused(facts: StatementFacts): Wording;
  removed(facts: StatementFacts): Wording;
  appealDecided(facts: { excerpt: string; upheld: boolean; answer: string }): Wording;
  reportReceipt(facts: { receipt: string; reason: string; url: string }): Wording;
  reportDecided(facts: { receipt: string; upheld: boolean; answer: string }): Wording;
}
