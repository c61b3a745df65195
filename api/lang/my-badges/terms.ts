/** The type of every text of whoever holds badges, and of the staff who look after them: the checklist for translators. */
import type { BadgeForm, BadgeScheme } from '../../contract/badge.ts';
import type { BadgeEndReason, BadgeKind, LookFinding } from '../../contract/badge-words.ts';
import type { Message } from '../parts.ts';

/** What to do with a badge: on its page and in the holder's space. */
export interface BadgeToolTerms {
  /** Opens the tools on the public page. */
  mine: string;
  mineText: string;
  /** Link to the holder's own page. */
  space: string;
  copy: string;
  copied: string;
  /** The browser did not let us: the text is selected. */
  copyFailed: string;
  preview: string;
  linkedin: Message & {
    button: string;
    values: string;
    labels: Record<'name' | 'organization' | 'issued' | 'expires' | 'certId' | 'certUrl', string>;
    /** @param month 1 to 12 */
    month(year: number, month: number): string;
  };
  site: Message & { label: string };
  widget: Message & { label: string };
  mail: Message & { html: string; plain: string };
  markdown: Message & { label: string };
  frame: Message & { label: string; name(club: string): string };
  print: Message & { link: string };
}

/** What went well, said on the page that follows. */
export type BadgeNote = 'saved' | 'asked' | 'proven' | 'given_up';

/** Days are calendar dates, domains as people write them. */
export interface MyBadgesTerms {
  title: string;
  lead: string;
  none: string;
  /** On the member's first page. */
  card: Message & { link: string };
  back: string;
  person: string;
  business(domain: string): string;
  /** A business badge that ended when its holder's domains were forgotten. */
  businessWithout: string;
  states: {
    active(day: string): string;
    missing(since: string, end: string): string;
    waiting: string;
    suspended: Message;
    ended: Record<BadgeEndReason, string>;
    endedOn(day: string): string;
    again: Record<BadgeEndReason, string>;
  };
  see: string;
  choices: {
    title: string;
    lead: string;
    showsName: Record<BadgeKind, string>;
    /** Why a name cannot be shown, and what to do. */
    refused: Record<'required' | 'unsignable' | 'invalid', string>;
    showsNameHint: string;
    showsCircle(circle: string): string;
    language: string;
    save: string;
  };
  pictures: {
    title: string;
    lead: string;
    forms: Record<BadgeForm, string>;
    schemes: Record<BadgeScheme, string>;
    twice: string;
  };
  files: { title: string; lead: string; names: Record<'bakedPng' | 'bakedSvg' | 'json' | 'jwt', string> };
  ask: { title: string; lead: string; label: string; hint: string; invalid: string; submit: string; full: string };
  proof: {
    title: string;
    lead: string;
    /** For whoever has never done this. */
    help: string;
    dns: string;
    dnsHint: string;
    dnsName: string;
    dnsValue: string;
    file: string;
    fileHint: string;
    fileAddress: string;
    fileContent: string;
    /** What comes next, above the button. */
    next: string;
    look: string;
    looked(day: string, time: string): string;
    /** Why it was not found just now, and what to do. */
    findings: Record<LookFinding, string>;
    neverLooked: string;
    provenOn(day: string): string;
    keep: string;
  };
  giveUp: { title: string; sure: string; button: string };
  notes: Record<BadgeNote, string>;
  /** Heading of the tools. */
  show: string;
  errorsTitle: string;
}

/** The page of the staff. */
export interface BadgeDeskTerms {
  title: string;
  lead: string;
  none: string;
  console: string;
  /** Where a session was withheld: whoever comes from a mail goes on from here. */
  again: string;
  outside: string;
  search: { title: string; label: string; hint: string; submit: string; none: string };
  labels: Record<'badge' | 'state' | 'kind' | 'domain' | 'name' | 'reason' | 'seen' | 'said' | 'at', string>;
  kinds: Record<'person' | 'business', string>;
  states: Record<'valid' | 'ended', string>;
  nothing: string;
  page: string;
  close: string;
  end: string;
  confirm: Message & { button: string; back: string };
  notes: Record<'closed' | 'ended', string>;
}

export interface MyBadgesTexts {
  tools: BadgeToolTerms;
  mine: MyBadgesTerms;
  desk: BadgeDeskTerms;
}
