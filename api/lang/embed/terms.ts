/** The type of every text that stands in frames alone: the checklist for translators. */
import type { Embeddable } from '../../contract/embed.ts';

export interface EmbedTerms {
  /** What a frame shows, for whoever cannot see it: the title of the frame on a partner's page. */
  titles: Record<Embeddable, (city: string) => string>;
  /** A whole number, as the language writes it. */
  number(value: number): string;
  /** What the members are called, under their number. */
  label(count: number): string;
  /** @param date by when, as a calendar date (`2027-12-31`) */
  aim(goal: number, date: string): string;
  story: {
    lead: string;
    /** To the page that works without a script. */
    link: string;
  };
  /** To the page that says whether a badge is valid. */
  checkBadge: string;
}
