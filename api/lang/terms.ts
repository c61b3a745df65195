/**
 * The type of every text that the server shows to people: the checklist for translators. Texts hold
 * no markup; who prints them escapes them. Plurals, numbers and dates are functions, so that each
 * language keeps its own order of words.
 */
import type { Club } from '../contract/club.ts';
import type { FieldCode, ProblemCode } from '../contract/codes.ts';
import type { ConsentTexts } from '../domain/ports.ts';
import type { MyStoriesTerms } from './my-stories/terms.ts';
import type { Message, PagePart, Question } from './parts.ts';
import type { SignInTerms } from './sign-in/terms.ts';
import type { ConsolePageTerms } from './console/terms.ts';

/** The fields of the sign-up form that a person sees, by their names in the request. */
export type FormField =
  | 'firstName'
  | 'email'
  | 'circle'
  | 'invitation'
  | 'age15'
  | 'charter'
  | 'lastName'
  | 'place'
  | 'organisation'
  | 'sentence'
  | 'newsletter'
  | 'public'
  | 'introductions';

/** Result of the accessibility audit, as RGAA names it; without an audit file it is `none`. */
export type Conformity = 'full' | 'partial' | 'none';

/** What stands around every page. */
export interface SiteTerms {
  /** This language, in itself. */
  languageName: string;
  skipToContent: string;
  languages: string;
  /** Name of the footer's navigation. */
  about: string;
  home: string;
  join: string;
  charter: string;
  privacy: string;
  legal: string;
  mailbox: string;
  /** The sentence that RGAA prescribes for the link to the declaration. */
  accessibility: Record<Conformity, string>;
  /** Said in a link that opens elsewhere. */
  newTab: string;
  /** A banner of demo mode. */
  demo: string;
  pageTitle(page: string, club: string): string;
}

/** How many we are: the same sentences on the home page, in the frame and for screen readers. */
export interface CounterTerms {
  /** @param date by when, as a calendar date (`2027-12-31`) */
  sentence(members: number, goal: number, date: string): string;
  /** What one partner brought. */
  share(members: number, partner: string): string;
}

/** The club's first page. */
export interface HomeTerms {
  title(city: string): string;
  lead(club: Club): string;
  join: string;
  steps: { title: string; items: Message[] };
  circles: string;
  byInvitation: string;
  promise: PagePart;
  partners: string;
  partnersLead: string;
}

/** The form without JavaScript. */
export interface JoinTerms {
  title(city: string): string;
  lead: string;
  /** @param partner the site that sent the visitor */
  via(partner: string): string;
  /** @param partner the site that a link leads back to */
  back(partner: string): string;
  requiredNote: string;
  required: string;
  optional: string;
  labels: Record<FormField, string>;
  hints: Partial<Record<FormField, string>>;
  /** Heading of the optional fields. */
  more: string;
  /** Heading of the boxes nobody has to tick. */
  wishes: string;
  /** Heading of what must be agreed to. */
  agreements: string;
  readCharter: string;
  notice: string;
  submit: string;
  /** Label of the field that people do not see. */
  trap: string;
  errorsTitle(count: number): string;
  /** Put before the page's title when the form came back. */
  errorPrefix: string;
  /** @param address where the mail went: what was typed */
  sent: { title: string; text(address: string): string; points: string[]; again: string };
}

/** Texts by outcome of `/confirm`. */
export interface ConfirmTerms {
  open: Question;
  confirmed: Message & { points: string[] };
  already: Message;
  expired: Message;
  unknown: Message;
  /** Every place of the invitation was taken meanwhile. */
  taken: Message;
  /** Heading of what the person is about to agree to. */
  yourAnswers: string;
  joinAgain: string;
}

/** Texts by outcome of `/leave` and `/unsubscribe`. */
export interface DepartureTerms {
  open: Question;
  done: Message;
  unknown: Message;
}

/** The mails of the demo, on screen. */
export interface MailboxTerms extends Message {
  empty: string;
  to: string;
  date: string;
  subject: string;
  asText: string;
  asHtml: string;
  back: string;
  refresh: string;
}

/** Consents, privacy notice and the pages that the law asks for. */
export interface LegalTerms {
  /** The sentences beside the boxes. */
  consents(club: Club): ConsentTexts['consents'];
  /**
   * What GDPR article 13 wants told before sending.
   * @param partner the partner whose page shows the form; none on the club's own pages
   */
  notice(club: Club, partner?: string): Message[];
  noticeTitle: string;
  privacy: { title: string; lead: string; version(version: string): string };
  legal: { title: string; parts(club: Club): PagePart[] };
  accessibility: { title: string; parts(club: Club, state: Conformity, publicUrl: string): PagePart[] };
}

/** Every text of the server in one language. */
export interface ServerTerms extends LegalTerms {
  site: SiteTerms;
  counter: CounterTerms;
  home: HomeTerms;
  join: JoinTerms;
  confirm: ConfirmTerms;
  leave: DepartureTerms;
  unsubscribe: DepartureTerms;
  signIn: SignInTerms;
  myStories: MyStoriesTerms;
  mailbox: MailboxTerms;
  console: ConsolePageTerms;
  charter: { title: string; lead: string; version(version: string): string; agree: string };
  /**
   * Why a field was refused, naming the field.
   * @param field its name in the request; names that people do not see get a general sentence
   * @param max the longest length, where there is one
   */
  fieldError(field: string, code: FieldCode, max?: number): string;
  problems: Record<ProblemCode, Message>;
  /** When trying again makes sense. */
  retryAfter(seconds: number): string;
}
