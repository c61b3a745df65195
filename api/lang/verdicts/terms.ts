import type { Verdict } from '../../contract/badge-words.ts';

/** What the four kinds of verdicts have in common: said beside the picture, since a colour alone says nothing. */
export type VerdictKind = 'good' | 'over' | 'wrong' | 'unclear';

/** A verdict in words: what it is, why, and what to do. Whole sentences but for the title. */
export interface VerdictText {
  title: string;
  reason: string;
  advice: string;
}

/** The page where anybody checks a badge. */
export interface VerifyTerms {
  title: string;
  lead: string;
  kinds: Record<VerdictKind, string>;
  verdicts: Record<Verdict, VerdictText>;
  /** The badge as our register has it today. */
  register: {
    title: string;
    state: { valid: string; ended: string };
    /** Accessible name of its picture. */
    picture: string;
    name: string;
    circle: string;
    domain: string;
    since: string;
    until: string;
    open: string;
    /** @param day `2026-11-23` */
    day(day: string): string;
  };
  form: {
    title: string;
    again: string;
    file: string;
    fileHint: string;
    or: string;
    address: string;
    /** @param address an example of ours */
    addressHint(address: string): string;
    text: string;
    textHint: string;
    site: string;
    siteHint: string;
    submit: string;
    privacy: string;
    /** A file cannot be put back into a form. */
    fileAgain: string;
    errors: { nothing: string; several: string; site: string };
  };
  second: { title: string; text: string; verifierPlus: string; oneEdTech: string };
}
