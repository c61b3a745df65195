import type { Message, Question } from '../parts.ts';

/** Signing in without a password, and the member's own page. */
export interface SignInTerms {
  /** The link in the header of every page. */
  myStories: string;
  ask: {
    title: string;
    lead: string;
    label: string;
    hint: string;
    submit: string;
    /** What stays in the browser. */
    cookie: string;
    /** For those who are no members yet; what leads them there. */
    stranger: string;
    join: string;
  };
  code: {
    title: string;
    /** Says nothing of whether the address is known. */
    lead: string;
    label: string;
    hint: string;
    submit: string;
    points: string[];
    again: string;
    /** The field was not six digits. */
    malformed: string;
  };
  space: {
    title(firstName: string): string;
    stories: Message & { link: string };
    /** Heading of what the club knows, and its names. */
    about: string;
    labels: { email: string; circle: string; place: string };
    /** How to have it changed. */
    change(address: string): string;
    signOut: string;
    signOutEverywhere: string;
    everywhere: string;
    leave: string;
  };
  leave: Question;
  /** From there to the member's own page. */
  back: string;
}
