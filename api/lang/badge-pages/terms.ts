/** The type of every text on the public pages of badges: the checklist for translators. */
import type { BadgeReportReason } from '../../contract/badge-words.ts';
import type { Message } from '../parts.ts';

/** The fields of a report of a badge that a person sees. */
export type BadgeReportField = 'reason' | 'url' | 'text';

/** Days are calendar dates (`2026-11-26`), times `14:03`, domains as people write them. */
export interface BadgePageTerms {
  page: {
    valid: string;
    ended: string;
    checked(day: string, time: string): string;
    person(club: string): string;
    business(club: string): string;
    onlyOn(domain: string): string;
    endedOn(day: string): string;
    /** What whoever meets an ended badge should think, and do. */
    endedText: string;
    labels: Record<'name' | 'circle' | 'since' | 'until' | 'domain' | 'club', string>;
    /** A day as it stands beside its label. */
    day(day: string): string;
    nameless: string;
    meaning: string;
    report: string;
    /** Name of the picture of the address. */
    code(address: string): string;
    scan: string;
    elsewhere: {
      title: string;
      lead: string;
      addressBar(origin: string): string;
      issuer(did: string): string;
      document: string;
      verifierPlus: string;
      /** Its address has to be pasted by hand. */
      oneEdTech: string;
      paste: string;
      ours: string;
      leaves: string;
    };
    /** For social networks and search engines. */
    social: { title(city: string): string; text: string; picture(city: string): string };
    missing: Message & { points: string[]; verify: string };
  };
  print: {
    title: string;
    hint: string;
    sizes: Record<'a5' | 'a4', string>;
    member(city: string): string;
    scan: string;
    back: string;
  };
  /** On the first page of the club. */
  home: Message;
  meaning: {
    /** In the footer of every page. */
    short: string;
    title: string;
    lead(city: string): string;
    what: Message;
    not: Message;
    criteria: { title: string };
    member: Message;
    circles: { title: string; text: string; byInvitation: string };
    business: Message;
    check: { title: string; points(host: string): string[]; verify: string };
    ends: { title: string; points: string[]; text: string };
    privacy: Message;
    mine: string;
  };
  report: {
    title: string;
    lead: string;
    about: string;
    labels: Record<BadgeReportField, string>;
    hints: Record<'url' | 'text', string>;
    reasons: Record<BadgeReportReason, string>;
    errors: Record<BadgeReportField, string>;
    submit: string;
    done: Message;
    back: string;
  };
}
