/** The tables of badges, as Kysely sees them: see `database.ts`. */
import type { Generated } from 'kysely';
import type { BadgeEndReason, BadgeKind, BadgeReportReason, BadgeStanding, KeyRole } from '../contract/badge-words.ts';
import type { Locale } from '../contract/locales.ts';

/** 0 or 1. */
type Flag = number;

export interface BadgeTable {
  id: Generated<number>;
  public_id: string;
  member_id: number;
  kind: BadgeKind;
  status: BadgeStanding;
  language: Locale;
  circle: string;
  shows_name: Flag;
  shows_circle: Flag;
  name: string | null;
  domain: string | null;
  awarded_at: number | null;
  valid_from: number | null;
  valid_until: number | null;
  ended_at: number | null;
  end_reason: BadgeEndReason | null;
  list: number | null;
  position: number | null;
  version: Generated<number>;
  signed_version: number | null;
  credential: string | null;
  jwt: string | null;
  signed_key: string | null;
  reminded_at: number | null;
  proven_at: number | null;
  checked_at: number | null;
  missing_since: number | null;
  check_due_at: number | null;
  created_at: number;
}

export interface StatusListTable {
  number: number;
  /** Places that were given. */
  taken: Generated<number>;
  version: Generated<number>;
  signed_version: number | null;
  signed_at: number | null;
  credential: string | null;
  created_at: number;
}

/** A place stays taken for ever, whatever becomes of the badge: no reference, so that nothing deletes it. */
export interface StatusEntryTable {
  list: number;
  position: number;
  badge_id: number;
  taken_at: number;
  revoked_at: number | null;
}

export interface CredentialKeyTable {
  id: string;
  role: KeyRole;
  public_key: string;
  published_at: number;
  first_use_at: number;
  removed_at: number | null;
}

export interface BadgeReportTable {
  id: Generated<number>;
  badge_id: number;
  reason: BadgeReportReason;
  url: string | null;
  text: string | null;
  created_at: number;
  closed_at: number | null;
}

export interface CdnPurgeTable {
  id: Generated<number>;
  tag: string;
  due_at: number;
  attempts: Generated<number>;
}
