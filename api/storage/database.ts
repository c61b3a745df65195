/**
 * The tables, as Kysely sees them. What every column holds is the same on both engines: integers,
 * texts and nothing else. Times are epoch milliseconds, truths are 0 and 1.
 *
 * Integer keys and short rows are what makes many sign-ups fit into one commit: a random key costs
 * a page of its own in every index it is in.
 */
import type { Generated } from 'kysely';
import type { Locale } from '../contract/locales.ts';
import type { MailKind, MemberStatus, PartnerStatus, TokenPurpose } from '../domain/ports.ts';

/** 0 or 1. */
type Flag = number;

/** Where a mail is on its way. A leased mail is queued, and due again when its lease ends. */
type MailStatus = 'queued' | 'sent' | 'failed';

interface PartnerTable {
  id: Generated<number>;
  slug: string;
  kind: string;
  name: string;
  /** JSON array of origins. */
  origins: string;
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
  widget: string | null;
  created_at: number;
}

interface OutboxTable {
  id: Generated<number>;
  kind: MailKind;
  member_id: number;
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
  created_at: number;
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
}
