import type { BadgeTerms } from './badge/terms.ts';
import type { ConsoleTerms } from './console/terms.ts';
import type { StoryFormTerms } from './story-form/terms.ts';

/**
 * The texts of the widgets: one interface per widget, one file per language. A language that
 * lacks a text does not compile. Sentences with numbers or names are functions, so that each
 * language keeps its own order and plurals. Numbers and dates arrive as that
 * language writes them.
 */
import type { TestimonialsTerms } from './testimonials/terms.ts';
import type { WritingTerms } from './writing/terms.ts';

/** Texts that several widgets say; a widget's own section takes in those that it needs. */
export interface CommonTerms {
  /** Said inside a link that opens another tab. */
  newTab: string;
  tryAgain: string;
}

/** What the counter says, in one sentence per length, so that it fits where its fallback stood. */
export interface CounterTerms extends WritingTerms {
  /** Everything: members, goal and date. */
  goal(members: string, count: number, goal: string, date: string): string;
  /** Members and goal, without the date. */
  goalOnly(members: string, count: number, goal: string): string;
  /** The goal is reached. */
  reached(members: string, count: number, goal: string): string;
  /** Members alone. */
  members(members: string, count: number): string;
  /** The word below the large figure. */
  label(count: number): string;
  /** The line below the progress bar. */
  aim(goal: string, date: string): string;
  /** What this partner brought, said after the rest. */
  share(members: string, count: number, partner: string): string;
}

/** What the sign-up form says. The sentences beside its boxes are the club's own and come from the API. */
export interface SignupTerms {
  title(city: string): string;
  lead: string;
  /** Said in the label of a field that must be filled in. */
  required: string;
  labels: Record<TextField | 'circle', string>;
  /** What to write, with an example (RGAA 11.11). */
  hints: Record<Exclude<TextField, 'sentence'>, string>;
  /** How many characters there is still room for; a negative number is too many. */
  left(count: number): string;
  more: string;
  wishes: string;
  agreements: string;
  readCharter: string;
  notice: string;
  policy: string;
  newTab: string;
  submit: string;
  sending: string;
  /** Heading of the list of fields to correct. */
  summary(count: number): string;
  /** Said after it. */
  notSent: string;
  missing: Record<'firstName' | 'email' | 'circle', string>;
  tooLong(label: string, max: number): string;
  /** A control character, a line break or half a character. */
  unreadable(label: string): string;
  invalid(label: string): string;
  errors: Record<
    | 'email_invalid'
    | 'invitation_required'
    | 'invitation_unknown'
    | 'under_age'
    | 'charter_not_accepted'
    | 'charter_outdated',
    string
  >;
  /** Why nothing could be sent. */
  offline: string;
  timeout: string;
  server: string;
  refused: string;
  busy(minutes: number): string;
  /** The form cannot be used on this page at all. */
  closed: string;
  /** Said after those that may pass. */
  kept: string;
  tryAgain: string;
  elsewhere: string;
  thanks(firstName: string): string;
  /** What comes before and after the mail address. */
  sent: readonly [before: string, after: string];
  later(hours: number): string;
  correct: string;
}

type TextField = 'firstName' | 'email' | 'invitation' | 'lastName' | 'place' | 'organisation' | 'sentence';

/** Every section of a language. */
export interface Terms {
  badge: BadgeTerms;
  common: CommonTerms;
  console: ConsoleTerms;
  counter: CounterTerms;
  signup: SignupTerms;
  'story-form': StoryFormTerms;
  testimonials: TestimonialsTerms;
}

/** The widgets that have texts, named as their folders. */
export type WidgetName = Exclude<keyof Terms, 'common'>;
