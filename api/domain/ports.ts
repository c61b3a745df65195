/**
 * What the domain asks of the world. The domain knows members, partners and mails; it does not know
 * SQL, HTTP, files or SMTP. `storage`, `mail` and the rest implement these ports.
 *
 * Times are epoch milliseconds. Rows are plain objects. Identifiers of rows are integers handed out
 * by the storage; what leaves the house (tokens, codes) is random and never a row id.
 */
import type { Locale } from '../contract/locales.ts';
import type { Club } from '../contract/club.ts';
import type { PeopleShown, StoryUse } from '../contract/vocabulary.ts';
import type { Credentials } from './badges/credential-ports.ts';
import type { BadgeReads, BadgeWrites, CdnPurger, DomainProofs } from './badges/ports.ts';
import type { BadgePictures } from './pictures/badge-ports.ts';
import type { ExportReads } from './exports/ports.ts';
import type { NewPartner, Partner, PartnerStatus } from './partners/partner.ts';
import type { PartnerReads, PartnerWrites } from './partners/ports.ts';
import type { StatisticsReads, StatisticsWrites } from './statistics/ports.ts';
import type { WebhookReads, WebhookSender, WebhookWrites } from './webhooks/ports.ts';
import type { MediaReads, MediaStore, MediaWrites } from './media/ports.ts';
import type { ModerationReads, ModerationWrites } from './moderation/ports.ts';
import type { Passkeys } from './staff/passkeys.ts';
import type { SessionReads, SessionWrites } from './sessions/ports.ts';
import type { StoryReads, StoryWrites } from './stories/ports.ts';

export interface Clock {
  now(): number;
}

/** Source of secrets: 32 random bytes, base64url. Injected so that tests can follow them. */
export interface Ids {
  token(): string;
}

/** Structured log. Never give it a token, a full mail address or anything a visitor typed. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Keyed fingerprints and signatures with the club's own secret. */
export interface Keys {
  /** HMAC-SHA256, base64url, for one purpose. */
  sign(purpose: string, text: string): string;
  /** Constant-time check of `sign`. */
  verify(purpose: string, text: string, signature: string): boolean;
  /** Key for a library that signs by itself, hexadecimal. */
  derive(purpose: string): string;
}

export type MemberStatus = 'pending' | 'active' | 'left';

/** What a person told the club. Texts are stored as typed. */
export interface MemberProfile {
  firstName: string;
  lastName: string | null;
  circle: string;
  place: string | null;
  organisation: string | null;
  sentence: string | null;
  language: Locale;
  newsletter: boolean;
  public: boolean;
  introductions: boolean;
}

export interface Member extends MemberProfile {
  id: number;
  /** As given. Mails go here. */
  email: string;
  /** Canonical form: lower case, domain in punycode. Unique. */
  address: string;
  status: MemberStatus;
  partnerId: number;
  invitationId: number | null;
  joinedAt: number;
  confirmedAt: number | null;
  /** Staff have suspended the membership: no badge is valid meanwhile. */
  suspendedAt: number | null;
}

export interface NewMember extends MemberProfile {
  email: string;
  address: string;
  partnerId: number;
  invitationId: number | null;
  joinedAt: number;
}

/** Proof of consent (GDPR art. 7): which texts, in which language, where, when, how. */
export interface ConsentRecord {
  memberId: number;
  partnerId: number;
  language: Locale;
  charterVersion: string;
  noticeVersion: string;
  /** SHA-256, hexadecimal, of the exact texts that were shown; the texts are kept once in `consent_text`. */
  textHash: string;
  newsletter: boolean;
  public: boolean;
  introductions: boolean;
  /** How it was given: 'widget', 'page' or 'import'. */
  method: string;
  page: string | null;
  /** IP address shortened to /24 or /48. */
  ipPrefix: string | null;
  /** Where the consent of somebody imported can be read: a paper, a folder. It may name the person. */
  source?: string | null;
  at: number;
}

export interface AttributionRecord {
  memberId: number;
  partnerId: number;
  pageOrigin: string | null;
  pagePath: string | null;
  referrerOrigin: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  /** What the visit began with, when that was another page of the site or another campaign: see `page` for the last. */
  firstPath?: string | null;
  firstUtmSource?: string | null;
  firstUtmMedium?: string | null;
  firstUtmCampaign?: string | null;
  firstUtmTerm?: string | null;
  firstUtmContent?: string | null;
  /** The member whose link was followed. */
  referredBy?: number | null;
  widget: string | null;
  at: number;
}

export type MailKind =
  | 'confirmation'
  | 'welcome'
  | 'already_member'
  /** A sign-in code; `subjectId` is the sign-in. */
  | 'sign_in'
  /** To the author; `subjectId` is the decision. */
  | 'story_published'
  | 'story_refused'
  | 'story_removed'
  /** To the author; `subjectId` is the appeal. */
  | 'appeal_decided'
  /** To somebody who reported a story; `subjectId` is the report. */
  | 'report_receipt'
  | 'report_decided'
  /** To the holder; `subjectId` is the badge. */
  | 'badge_ending'
  | 'badge_domain_missing'
  | 'badge_domain_lost'
  /** To staff; `subjectId` is the report of a badge. */
  | 'badge_reported';

/** One mail to be sent. No address, no token and no code is in it: all are looked up or made when it is sent. */
export interface MailOrder {
  kind: MailKind;
  /** Whose mail it is. Null for staff (`staffId`) and for those who report (the report has the address). */
  memberId: number | null;
  staffId?: number | null;
  /** What it is about, by kind. */
  subjectId?: number | null;
  /** It is not sent before. Default: at once. */
  notBefore?: number;
  partnerId: number | null;
  language: Locale;
  /** Keyed fingerprint of the canonical address without sub-address, for the caps. */
  addressKey: string;
  /** IP prefix of the visitor, for the `Form-Sub` header; null for mails nobody's form asked for. */
  formPrefix: string | null;
  messageId: string;
  createdAt: number;
}

export interface QueuedMail extends Omit<MailOrder, 'notBefore'> {
  id: number;
  staffId: number | null;
  subjectId: number | null;
  /** Tries so far, this one included. */
  attempts: number;
}

/** Everything `join` must know about an address, read in one statement. */
export interface Standing {
  member: { id: number; status: MemberStatus; invitationId: number | null; language: Locale } | undefined;
  suppressed: boolean;
  /** When the last mail was ordered for this key that a stranger can order by a form (see `strangers.ts`), if ever. */
  lastMailAt: number | null;
  /** Such mails ordered since `daySince`. */
  mailsInDay: number;
  /** Such a mail was ordered and has not gone out yet. */
  mailWaiting: boolean;
}

export type TokenPurpose = 'confirm' | 'leave' | 'unsubscribe';

export interface TokenRow {
  memberId: number;
  purpose: TokenPurpose;
  expiresAt: number;
  /** When it did its work, if it has. A used token still answers "already done" until it expires. */
  usedAt: number | null;
}

/** What can be done inside one transaction. Every method is a few statements. */
export interface Transaction {
  readonly sessions: SessionWrites;
  readonly stories: StoryWrites;
  readonly media: MediaWrites;
  readonly moderation: ModerationWrites;
  readonly badges: BadgeWrites;
  readonly partners: PartnerWrites;
  readonly statistics: StatisticsWrites;
  readonly webhooks: WebhookWrites;
  /**
   * Remembers a single-use key until it expires. False when it was spent before. A key always comes with
   * the same expiry (it is part of what was signed): together they are what is spent once.
   */
  spend(key: string, expiresAt: number): Promise<boolean>;
  /** Serialises sign-ups for one address (a lock on PostgreSQL; SQLite has one writer anyway). */
  lockAddress(address: string): Promise<void>;
  /** @param suppressionKey looked for on the list of addresses that get no more mail */
  standing(address: string, addressKey: string, suppressionKey: string, daySince: number): Promise<Standing>;
  insertMember(member: NewMember): Promise<number>;
  /** Replaces what a pending (or left) member told us. Status becomes pending. */
  replacePending(id: number, member: NewMember): Promise<void>;
  /** An imported member, active at once. Undefined when the address is already known. */
  insertActiveMember(member: NewMember, confirmedAt: number): Promise<number | undefined>;
  findMember(id: number): Promise<Member | undefined>;
  /** By canonical address. */
  findMemberByAddress(address: string): Promise<Member | undefined>;
  /** Gives an active member another address. False when not active; a conflict when the address is somebody's. */
  moveMember(id: number, email: string, address: string): Promise<boolean>;
  /** Pending to active. False when it was not pending (someone else was quicker). */
  activate(id: number, at: number): Promise<boolean>;
  /**
   * Active to left: personal fields are emptied, the newsletter and public consents end, mails that wait are
   * not sent, and nothing tells any more where the person came from: not the attribution, and the proof of
   * consent only the origin of the page. Their sessions end; their stories, photos and films are gone, with all
   * that was said and decided about them, and their name is taken off the reports that they made. Their badges
   * must have ended before; the names of their domains go. False when not active.
   */
  leave(id: number, at: number): Promise<boolean>;
  /** Suspends an active member, or lets them be one again (`null`). False when nothing changed. */
  setSuspended(id: number, at: number | null): Promise<boolean>;
  /** Deletes someone pending with all that hangs on them. False when not pending. */
  removePending(id: number): Promise<boolean>;
  /** Ends the newsletter and the consent to it; the membership goes on. */
  endNewsletter(id: number, at: number): Promise<void>;
  /** Keeps the exact text once. */
  keepConsentText(hash: string, text: string): Promise<void>;
  recordConsent(record: ConsentRecord): Promise<void>;
  confirmConsents(memberId: number, at: number): Promise<void>;
  withdrawConsents(memberId: number, at: number): Promise<void>;
  recordAttribution(record: AttributionRecord): Promise<void>;
  /** The page and the campaign that a member came by last. */
  attributionOf(
    memberId: number,
  ): Promise<Pick<AttributionRecord, 'pageOrigin' | 'pagePath' | 'utmCampaign'> | undefined>;
  enqueueMail(order: MailOrder): Promise<void>;
  /** An invitation that still has a place. Undefined when the code is unknown, for another circle, expired or used up. */
  findInvitation(codeHash: string, circle: string, now: number): Promise<number | undefined>;
  /** Takes one place. False when there is none left. */
  takeInvitation(id: number): Promise<boolean>;
  insertToken(hash: string, row: { memberId: number; purpose: TokenPurpose; expiresAt: number }): Promise<void>;
  /** Ends the tokens of a member for one purpose: what they were mailed for is no longer so. */
  dropTokens(memberId: number, purpose: TokenPurpose): Promise<void>;
  findToken(hash: string): Promise<TokenRow | undefined>;
  useToken(hash: string, at: number): Promise<void>;
  /** Adds to the count of all members and to that of one partner. */
  count(partnerId: number, delta: number): Promise<void>;
  /** Puts a key on the list of addresses that get no more mail. The first reason is kept. */
  suppress(suppressionKey: string, reason: string, at: number): Promise<void>;
  /** Takes a key off it. False when it was not on it. */
  unsuppress(suppressionKey: string): Promise<boolean>;
  /** @param actor who did it: `staff:3`, `member:7`; nobody for what the program does by itself */
  audit(action: string, subject: string, at: number, actor?: string): Promise<void>;
}

/** From when on what is over is kept. */
export interface PurgeBefore {
  pendingBefore: number;
  mailsBefore: number;
  /** A sign-in counts for the caps longer than its code lives. */
  signInsBefore: number;
  uploadsBefore: number;
  /** When a report was answered: name and address of who made it go, the report stays. */
  reportsBefore: number;
  /** Deliveries of webhooks that have ended, well or not. Default: none go. */
  deliveriesBefore?: number;
}

export interface Storage {
  readonly engine: 'sqlite' | 'postgres';
  readonly sessions: SessionReads;
  readonly stories: StoryReads;
  readonly media: MediaReads;
  readonly moderation: ModerationReads;
  readonly badges: BadgeReads;
  readonly access: PartnerReads;
  readonly statistics: StatisticsReads;
  readonly webhooks: WebhookReads;
  readonly exports: ExportReads;
  /**
   * Runs `work` as one atomic write and resolves when it is on disk. On SQLite, works that arrive
   * together share one commit; one that fails is undone alone. `work` must await nothing but its
   * transaction, and may be run again from its start (PostgreSQL, after a deadlock).
   */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;

  partnerBySlug(slug: string): Promise<Partner | undefined>;
  partnerById(id: number): Promise<Partner | undefined>;
  partners(): Promise<Partner[]>;
  insertPartner(partner: NewPartner, at: number): Promise<number>;
  setPartnerStatus(slug: string, status: PartnerStatus): Promise<boolean>;
  /** Replaces the list of origins. False when there is no such partner. */
  setPartnerOrigins(slug: string, origins: string[]): Promise<boolean>;
  insertInvitation(
    codeHash: string,
    circle: string,
    places: number,
    expiresAt: number | null,
    at: number,
  ): Promise<void>;

  memberById(id: number): Promise<Member | undefined>;
  /** The origin of the page that a member came by last. */
  originOf(memberId: number): Promise<string | undefined>;
  tokenByHash(hash: string): Promise<TokenRow | undefined>;
  /** Confirmed members in all, and of one partner. */
  counts(partnerId?: number): Promise<{ members: number; partner: number }>;

  /** Leases up to `max` mails that are due; another process will not see them until `leaseUntil`. */
  claimMails(now: number, leaseUntil: number, max: number): Promise<QueuedMail[]>;
  mailSent(id: number, at: number): Promise<void>;
  mailRetry(id: number, nextAttemptAt: number, error: string): Promise<void>;
  mailFailed(id: number, at: number, error: string): Promise<void>;
  /** When the next queued mail is due, if there is one. */
  nextMailAt(): Promise<number | undefined>;

  /**
   * Removes what is past its time: pending members (their invitations are released), spent keys, tokens, sessions
   * and sign-ins (`keys`), mails that were sent or given up, who made a report that was answered long ago, what no
   * quota counts any more. Then makes sure that nothing of erased people is left in the files. An expired
   * confirmation of someone still pending stays as long as they do.
   */
  purge(now: number, before: PurgeBefore): Promise<{ members: number; mails: number; keys: number; reports: number }>;
  /** One trivial query: is the database there? */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The database cannot take this now: another process holds it, or it is not reachable. Nothing was
 * acknowledged; trying again later makes sense. (Nothing was written either, unless the connection was
 * lost in the middle of a commit, of which nobody knows the outcome.)
 */
export class StorageBusyError extends Error {
  constructor(options?: ErrorOptions) {
    super(
      'storage: the database is busy or not reachable. The write was not confirmed; try again in a moment.',
      options,
    );
    this.name = 'StorageBusyError';
  }
}

/** A write that would break a rule of the tables: a value taken already, or a reference to nothing. */
export class StorageConflictError extends Error {
  readonly kind: 'unique' | 'foreign_key';
  constructor(kind: 'unique' | 'foreign_key', options?: ErrorOptions) {
    const what = kind === 'unique' ? 'something of this name is there already' : 'what it refers to is not there';
    super(`storage: ${what}. Nothing was written.`, options);
    this.name = 'StorageConflictError';
    this.kind = kind;
  }
}

export interface OutgoingMail {
  from: { name: string; address: string };
  /** Exactly one recipient, validated before. */
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
}

/**
 * How a mail failed. `temporary`: try again later (4xx, network). `permanent`: never (5xx on this mail).
 * A connection lost after DATA is `temporary`: the Message-ID stays the same.
 */
export class MailError extends Error {
  readonly kind: 'temporary' | 'permanent';
  readonly code: string;
  /** Nobody has this address: it is not written to again. */
  readonly suppress: boolean;
  constructor(
    kind: 'temporary' | 'permanent',
    code: string,
    { suppress = false, ...options }: ErrorOptions & { suppress?: boolean } = {},
  ) {
    super(`mail: ${kind} failure (${code})`, options);
    this.name = 'MailError';
    this.kind = kind;
    this.code = code;
    this.suppress = suppress;
  }
}

export interface Mailer {
  /** @throws {MailError} */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The sentences that a person agrees to: shown by every form and kept as proof, so made in one place. */
export interface ConsentTexts {
  consents: { age15: string; charter: string; newsletter: string; public: string; introductions: string };
  notice: { title: string; text: string }[];
}

/** The sentences that an author agrees to with a story, and the questions about its pictures. */
export interface StoryTexts {
  uses: Record<StoryUse, string>;
  people: Record<PeopleShown, string>;
  adult: string;
}

/** The words of a badge that are signed: never personal, and without braces, which some wallets stumble over. */
export interface BadgeTexts {
  /** Name of what was achieved. @param circle its name, when the holder shows it */
  achievement(club: string, circle: string | null): string;
  description(club: string, city: string): string;
  /** How one gets it. */
  criteria: string;
}

/** Server-side texts that the domain needs. */
export interface Texts {
  story(locale: Locale): StoryTexts;
  badge(locale: Locale): BadgeTexts;
  /** @param partnerName who shares the responsibility; nobody on the club's own pages */
  consent(locale: Locale, partnerName: string | undefined): ConsentTexts;
}

export interface Deps {
  storage: Storage;
  mailer: Mailer;
  clock: Clock;
  ids: Ids;
  keys: Keys;
  log: Log;
  club: Club;
  texts: Texts;
  passkeys: Passkeys;
  media: MediaStore;
  credentials: Credentials;
  badgePictures: BadgePictures;
  domainProofs: DomainProofs;
  webhookSender: WebhookSender;
  /** Absent when no cache in front of us forgets on demand. */
  cdn?: CdnPurger;
  /** Where media are served from, without a trailing slash: `MEDIA_ORIGIN`, else the club's own origin. */
  mediaOrigin: string;
  /** The club's own origin, from the configuration: the only base of links in mails. */
  publicUrl: string;
}
