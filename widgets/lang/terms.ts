/**
 * The texts of the widgets: one interface per widget, one file per language. A language that
 * lacks a text does not compile. Sentences with numbers or names are functions, so that each
 * language keeps its own order and plurals. Numbers and dates arrive already formatted.
 */

/** Texts that several widgets say; a widget's own section takes in those that it needs. */
export interface CommonTerms {
  /** Said inside a link that opens another tab. */
  newTab: string;
  tryAgain: string;
}

/** What the counter says, in one sentence per length, so that it fits where its fallback stood. */
export interface CounterTerms {
  /** Everything: members, goal and date. */
  goal(members: string, count: number, goal: string, date: string): string;
  /** Members and goal, without the date. */
  goalOnly(members: string, count: number, goal: string): string;
  /** Members alone. */
  members(members: string, count: number): string;
  /** The word below the large figure. */
  label(count: number): string;
  /** The line below the progress bar. */
  aim(goal: string, date: string): string;
  /** What this partner brought, said after the rest. */
  share(members: string, count: number, partner: string): string;
}

/** What the sign-up form says. */
export interface SignupTerms {
  /** Accessible name of the form. */
  title: string;
}

/** Every section of a language. */
export interface Terms {
  common: CommonTerms;
  counter: CounterTerms;
  signup: SignupTerms;
}

/** The widgets that have texts, named as their folders. */
export type WidgetName = Exclude<keyof Terms, 'common'>;
