/**
 * The tables, as Kysely sees them. What every column holds is the same on both engines: integers,
 * texts and nothing else. Times are epoch milliseconds, truths are 0 and 1.
 *
 * Integer keys and short rows are what makes many sign-ups fit into one commit: a random key costs
 * a page of its own in every index it is in.
 */
import type { Generated } from 'kysely';
import type { ProblemCode } from '../contract/codes.ts';
import type { Locale } from '../contract/locales.ts';
import type {
  MediaKind,
  MediaStatus,
  RefusalReason,
  ReportReason,
  staffRoles,
  StoryKind,
  StoryStatus,
  StoryUse,
} from '../contract/vocabulary.ts';
import type { FileRole, UploadRole } from '../domain/media/ports.ts';
import type { DecisionAction } from '../domain/moderation/ports.ts';
import type { MailKind, MemberStatus, TokenPurpose } from '../domain/ports.ts';
import type { PartnerStatus } from '../domain/partners/partner.ts';
import type { SessionKind, SessionLevel } from '../domain/sessions/ports.ts';
import type {
  BadgeReportTable,
  BadgeTable,
  CdnPurgeTable,
  CredentialKeyTable,
  StatusEntryTable,
  StatusListTable,
} from './badge-tables.ts';
import type { PartnerAccessTable, TallyTable, WebhookDeliveryTable, WebhookTable } from './kit-tables.ts';

/** 0 or 1. */
type Flag = number;

/** Where a mail is on its way. A leased mail is queued, and due again when its lease ends. */
type MailStatus = 'queued' | 'sent' | 'failed';

interface PartnerTable {
  id: Generated<number>;
  slug: string;
  kind: string;
  name: string;
  /** JSON: an object of names by language, and arrays. */
  names: Generated<string>;
  origins: string;
  return_urls: Generated<string>;
  languages: Generated<string>;
  contacts: Generated<string>;
  allows_local: Generated<Flag>;
  accent: string | null;
  logo: string | null;
  status: PartnerStatus;
  created_at: number;
}

interface MemberTable {
  id: Generated<number>;
  /** Canonical address, or `left:<id>` for a member who left: unique, and no mail can be sent to it. */
  address: string;
  email: string;
  first_name: string;
  last_name: string | null;
  circle: string;
  place: string | null;
  organisation: string | null;
  sentence: string | null;
  language: Locale;
  newsletter: Flag;
  public: Flag;
  introductions: Flag;
  status: MemberStatus;
  partner_id: number;
  invitation_id: number | null;
  joined_at: number;
  confirmed_at: number | null;
  left_at: number | null;
  suspended_at: number | null;
}

interface ConsentTextTable {
  id: Generated<number>;
  /** SHA-256 of `text`, hexadecimal. */
  hash: string;
  text: string;
}

interface ConsentTable {
  id: Generated<number>;
  member_id: number;
  partner_id: number;
  text_id: number;
  language: Locale;
  charter_version: string;
  notice_version: string;
  newsletter: Flag;
  public: Flag;
  introductions: Flag;
  method: string;
  page: string | null;
  ip_prefix: string | null;
  /** Where the consent of somebody imported can be read. */
  source: string | null;
  given_at: number;
  confirmed_at: number | null;
  /** When the newsletter alone was ended. */
  newsletter_withdrawn_at: number | null;
  withdrawn_at: number | null;
}

/** One row a member: where the sign-up came from that made them one. */
interface AttributionTable {
  member_id: number;
  partner_id: number;
  page_origin: string | null;
  page_path: string | null;
  referrer_origin: string | null;
  utm_source: string | null;
  utm_medium: string | null;
  utm_campaign: string | null;
  utm_term: string | null;
  utm_content: string | null;
  first_path: string | null;
  first_utm_source: string | null;
  first_utm_medium: string | null;
  first_utm_campaign: string | null;
  first_utm_term: string | null;
  first_utm_content: string | null;
  /** The member whose link was followed. */
  referred_by: number | null;
  widget: string | null;
  created_at: number;
}

interface OutboxTable {
  id: Generated<number>;
  kind: MailKind;
  /** Whose mail it is; null for staff and for those who reported something. */
  member_id: number | null;
  staff_id: number | null;
  /** What it is about, by kind: a sign-in, a decision, an appeal, a report. */
  subject_id: number | null;
  partner_id: number | null;
  language: Locale;
  address_key: string;
  /** `inboxNumber` of the key: what is searched for instead of it. */
  inbox: number;
  form_prefix: string | null;
  message_id: string;
  created_at: number;
  status: MailStatus;
  attempts: Generated<number>;
  next_attempt_at: number;
  /** When it was sent, or given up. */
  ended_at: number | null;
  error: string | null;
}

/** Single-use keys that were used, until they expire. */
interface SpentTable {
  key: string;
  expires_at: number;
}

interface InvitationTable {
  id: Generated<number>;
  code_hash: string;
  circle: string;
  places: number;
  taken: Generated<number>;
  expires_at: number | null;
  created_at: number;
}

interface TokenTable {
  hash: string;
  member_id: number;
  purpose: TokenPurpose;
  expires_at: number;
  used_at: number | null;
}

/** Addresses that get no more mail, and people who left, known by their keyed fingerprint only. */
interface SuppressionTable {
  address_key: string;
  reason: string;
  created_at: number;
}

/** Confirmed members by partner; partner 0 stands for the whole club. */
interface CounterTable {
  partner_id: number;
  members: number;
}

interface AuditTable {
  id: Generated<number>;
  action: string;
  subject: string;
  /** Who did it: `staff:3`, `member:7`; null for what the program did by itself. */
  actor: string | null;
  created_at: number;
}

interface StaffTable {
  id: Generated<number>;
  name: string;
  email: string;
  address: string;
  /** Says nothing of somebody who works for a partner. */
  role: (typeof staffRoles)[number];
  of_partner: Generated<Flag>;
  language: Locale;
  status: 'active' | 'suspended';
  created_at: number;
}

/** Signed in: a token's hash, and whose it is. Exactly one of `member_id` and `staff_id` is set. */
interface SessionTable {
  hash: string;
  member_id: number | null;
  staff_id: number | null;
  kind: SessionKind;
  level: SessionLevel;
  origin: string | null;
  created_at: number;
  used_at: number;
  expires_at: number;
  challenge: string | null;
}

/** A code that somebody asked for: also for addresses that nobody here has. */
interface SignInTable {
  id: Generated<number>;
  request_hash: string;
  address_key: string;
  member_id: number | null;
  staff_id: number | null;
  code_hash: string | null;
  tries: Generated<number>;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

interface PasskeyTable {
  id: string;
  staff_id: number;
  public_key: string;
  counter: number;
  transports: string;
  name: string;
  created_at: number;
  used_at: number | null;
}

interface StoryTable {
  id: Generated<number>;
  public_id: string;
  member_id: number;
  partner_id: number;
  kind: StoryKind;
  status: StoryStatus;
  version: Generated<number>;
  text: string;
  language: string;
  circle: string;
  signature: string;
  place: string | null;
  prompt: string | null;
  link: string | null;
  people: string | null;
  adult: Flag;
  featured: Generated<Flag>;
  /** 1 while it is published and allowed there. */
  on_club: Generated<Flag>;
  on_partners: Generated<Flag>;
  created_at: number;
  updated_at: number;
  submitted_at: number | null;
  published_at: number | null;
}

interface StoryTagTable {
  story_id: number;
  tag: string;
}

/** A place in one of the lists that feeds are read from; `key` says which. */
interface StoryFeedTable {
  key: number;
  featured: Flag;
  published_at: number;
  story_id: number;
}

/** One row each time that a use was allowed; ended, never deleted before the story is. */
interface StoryPermissionTable {
  id: Generated<number>;
  story_id: number;
  use: StoryUse;
  text_id: number;
  given_at: number;
  withdrawn_at: number | null;
}

interface MediaTable {
  id: Generated<number>;
  public_id: string;
  story_id: number;
  member_id: number;
  kind: MediaKind;
  status: MediaStatus;
  problem: ProblemCode | null;
  position: number;
  alt: Generated<string>;
  file_name: string | null;
  width: Generated<number>;
  height: Generated<number>;
  duration: number | null;
  placeholder: Generated<string>;
  transcript: string | null;
  bytes: number;
  created_at: number;
}

interface MediaFileTable {
  name: string;
  media_id: number;
  role: FileRole;
  type: string;
  width: number;
  height: number;
  bytes: number;
  language: string | null;
  text: string | null;
}

interface UploadTable {
  id: string;
  role: UploadRole;
  media_id: number;
  member_id: number;
  size: number;
  created_at: number;
  expires_at: number;
  finished_at: number | null;
}

/** What was uploaded when, for the day's quota: it outlives a photo that is taken away again. */
interface UploadUsageTable {
  id: Generated<number>;
  member_id: number;
  bytes: number;
  created_at: number;
}

/** Files that the store has to let go of. A row is removed when the store has. */
interface MediaGarbageTable {
  name: string;
  asked_at: number;
}

interface DecisionTable {
  id: Generated<number>;
  public_id: string;
  story_id: number;
  story_version: number;
  staff_id: number;
  action: DecisionAction;
  reason: RefusalReason | null;
  text: string | null;
  /** JSON: what undoing goes back to. */
  before: string;
  created_at: number;
  undone_at: number | null;
}

interface ReportTable {
  id: Generated<number>;
  receipt: string;
  story_id: number;
  story_version: number;
  reason: ReportReason;
  text: string;
  url: string;
  partner_id: number | null;
  name: string | null;
  email: string | null;
  language: string;
  status: 'open' | 'upheld' | 'rejected';
  created_at: number;
  decided_by: number | null;
  decided_at: number | null;
  answer: string | null;
}

interface AppealTable {
  id: Generated<number>;
  public_id: string;
  decision_id: number;
  story_id: number;
  text: string;
  status: 'open' | 'upheld' | 'rejected';
  created_at: number;
  decided_by: number | null;
  decided_at: number | null;
  answer: string | null;
}

/** Work that somebody asked for, counted: it is due until all of it was done. */
interface UpkeepTable {
  task: string;
  asked: number;
  done: number;
}

export interface Database {
  partner: PartnerTable;
  member: MemberTable;
  consent_text: ConsentTextTable;
  consent: ConsentTable;
  attribution: AttributionTable;
  outbox: OutboxTable;
  spent: SpentTable;
  invitation: InvitationTable;
  token: TokenTable;
  suppression: SuppressionTable;
  counter: CounterTable;
  audit: AuditTable;
  upkeep: UpkeepTable;
  staff: StaffTable;
  session: SessionTable;
  sign_in: SignInTable;
  passkey: PasskeyTable;
  story: StoryTable;
  story_tag: StoryTagTable;
  story_feed: StoryFeedTable;
  story_permission: StoryPermissionTable;
  media: MediaTable;
  media_file: MediaFileTable;
  upload: UploadTable;
  upload_usage: UploadUsageTable;
  media_garbage: MediaGarbageTable;
  decision: DecisionTable;
  report: ReportTable;
  appeal: AppealTable;
  badge: BadgeTable;
  status_list: StatusListTable;
  status_entry: StatusEntryTable;
  credential_key: CredentialKeyTable;
  badge_report: BadgeReportTable;
  cdn_purge: CdnPurgeTable;
  partner_access: PartnerAccessTable;
  tally: TallyTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
}
