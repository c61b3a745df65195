/** What badges ask of the world: tables, proofs of domains, a cache to purge. Who signs is in `credential-ports.ts`. */
import type {
  BadgeEndReason,
  BadgeKind,
  BadgeReportReason,
  BadgeStanding,
  KeyRole,
  LookFinding,
} from '../../contract/badge-words.ts';
import type { Locale } from '../../contract/locales.ts';

/** A place in a status list. Never given twice. */
export interface StatusEntry {
  list: number;
  position: number;
}

/** One row of `badge`. */
export interface Badge {
  id: number;
  publicId: string;
  memberId: number;
  kind: BadgeKind;
  status: BadgeStanding;
  language: Locale;
  /** The holder's circle when it was awarded: id of `club.json`. */
  circle: string;
  showsName: boolean;
  showsCircle: boolean;
  /** What is shown when `showsName`: the person's or the business's name. Null otherwise, and when it has ended. */
  name: string | null;
  /** In punycode. A business badge always has one, until its holder leaves. */
  domain: string | null;
  /** First award. Null while it waits for the first time. */
  awardedAt: number | null;
  /** Moves with every renewal. */
  validFrom: number | null;
  validUntil: number | null;
  endedAt: number | null;
  endReason: BadgeEndReason | null;
  /** Its current place. Null before it was first valid. */
  list: number | null;
  position: number | null;
  /** Counts what changes the signed text. What is stored as signed is current only when `signedVersion` is the same. */
  version: number;
  signedVersion: number | null;
  /** Signed credential as JSON text, exactly as it is served; null before it was signed and after it has ended. */
  credential: string | null;
  jwt: string | null;
  /** Id of the key, `key-2026-11`. */
  signedKey: string | null;
  /** When the holder was last told that it will end. */
  remindedAt: number | null;
  /** Business badges: when the domain was last found proven and last looked for, since when it is missing, when it is due. */
  provenAt: number | null;
  checkedAt: number | null;
  missingSince: number | null;
  checkDueAt: number | null;
  createdAt: number;
}

/** Public half of a signing key, as the DID document shows it. */
export interface CredentialKey {
  /** Fragment of the verification method: `key-2026-11`. */
  id: string;
  role: KeyRole;
  /** `publicKeyMultibase` of an Ed25519 key; for `jwt` a public JWK (P-256) as JSON. */
  publicKey: string;
  publishedAt: number;
  /** It signs nothing before: verifiers must have had time to see it. */
  firstUseAt: number;
  /** Gone from the DID document (compromised): whatever it has signed is worth nothing. */
  removedAt: number | null;
}

export interface StatusListRow {
  number: number;
  /** Counts revocations. */
  version: number;
  signedVersion: number | null;
  signedAt: number | null;
  /** Signed list as JSON text, exactly as it is served. */
  credential: string | null;
}

export interface BadgeReport {
  id: number;
  badgeId: number;
  publicId: string;
  reason: BadgeReportReason;
  url: string | null;
  text: string | null;
  createdAt: number;
  closedAt: number | null;
}

export interface BadgeReads {
  byPublicId(publicId: string): Promise<Badge | undefined>;
  byId(id: number): Promise<Badge | undefined>;
  /** A person's first, then by age. */
  ofMember(memberId: number): Promise<Badge[]>;
  /** Whose place it is or was, and when it was revoked. */
  entry(entry: StatusEntry): Promise<{ badgeId: number; revokedAt: number | null } | undefined>;
  /** Active badges whose text has to be signed (anew), the oldest first. */
  unsigned(max: number): Promise<Badge[]>;
  /** Active, not suspended members who have no person's badge in any state. */
  membersWithout(max: number): Promise<number[]>;
  /** Active badges that were to end before `now`. */
  expired(now: number, max: number): Promise<Badge[]>;
  /** Active badges of persons that end before `before` and whose holder was not told since they were renewed. */
  endingSoon(before: number, max: number): Promise<Badge[]>;
  /** Business badges, waiting ones left out, whose domain is to be looked at. */
  domainsDue(now: number, max: number): Promise<Badge[]>;
  statusLists(): Promise<StatusListRow[]>;
  statusList(number: number): Promise<StatusListRow | undefined>;
  revoked(list: number): Promise<number[]>;
  /** Every key that was ever published, removed ones too, by age. */
  keys(): Promise<CredentialKey[]>;
  report(id: number): Promise<BadgeReport | undefined>;
  /** Those that are open, the oldest first. */
  reports(max: number): Promise<BadgeReport[]>;
  /** When the next purge is due, if any. */
  nextPurgeAt(): Promise<number | undefined>;
}

export type NewBadge = Pick<
  Badge,
  'publicId' | 'memberId' | 'kind' | 'language' | 'circle' | 'domain' | 'showsName' | 'showsCircle' | 'name'
>;

/** What the domain may change of a badge in place. */
export type BadgeChange = Partial<
  Pick<
    Badge,
    | 'status'
    | 'language'
    | 'circle'
    | 'showsName'
    | 'showsCircle'
    | 'name'
    | 'domain'
    | 'awardedAt'
    | 'validFrom'
    | 'validUntil'
    | 'endedAt'
    | 'endReason'
    | 'list'
    | 'position'
    | 'remindedAt'
    | 'provenAt'
    | 'checkedAt'
    | 'missingSince'
    | 'checkDueAt'
  >
>;

export interface BadgeWrites {
  /** Locks the row on PostgreSQL. */
  find(publicId: string): Promise<Badge | undefined>;
  /** Locks the member's row on PostgreSQL, so that of two who issue at once one sees the other's badge. */
  ofMember(memberId: number): Promise<Badge[]>;
  /** Waiting, with version 1 and nothing signed. */
  insert(badge: NewBadge, at: number): Promise<number>;
  /**
   * Changes a badge. `resign`: what is signed changes, so its version goes up by one. An end (status `ended`)
   * also clears credential, JWT and name in the same statement.
   */
  change(id: number, change: BadgeChange, options?: { resign: boolean }): Promise<void>;
  /** Every active badge signed under this key has to be signed anew. Answers how many. */
  resignUnder(keyId: string): Promise<number>;
  /** Every active badge and every list has to be signed anew. Answers how many badges. */
  resignAll(): Promise<number>;
  /** Keeps what was signed, if the badge still has this version and the key was not taken back meanwhile. */
  keepSigned(id: number, version: number, signed: { credential: string; jwt: string; keyId: string }): Promise<boolean>;
  /** The list with the highest number that new badges get places in (opened when there is none), and its places taken. */
  currentList(at: number): Promise<{ number: number; taken: number }>;
  openList(number: number, at: number): Promise<void>;
  /** False when the place was given before. */
  takeEntry(entry: StatusEntry, badgeId: number, at: number): Promise<boolean>;
  /** For good. The list's version goes up by one; nothing happens when it was revoked before. */
  revokeEntry(entry: StatusEntry, at: number): Promise<void>;
  /** Keeps a signed list, unless one that knows more was kept before. */
  keepList(number: number, version: number, credential: string, at: number): Promise<boolean>;
  insertKey(key: Omit<CredentialKey, 'removedAt'>): Promise<void>;
  /** False when it is unknown or was removed before. */
  removeKey(id: string, at: number): Promise<boolean>;
  insertReport(report: Omit<BadgeReport, 'id' | 'publicId' | 'createdAt' | 'closedAt'>, at: number): Promise<number>;
  closeReport(id: number, at: number): Promise<boolean>;
  /** Reports about one badge since a time, for the cap. */
  reportsSince(badgeId: number, since: number): Promise<number>;
  /** Asks the cache in front of us to forget what carries this tag, not before `dueAt`. */
  orderPurge(tag: string, dueAt: number): Promise<void>;
  /** Leases up to `max` purges that are due. */
  claimPurges(now: number, leaseUntil: number, max: number): Promise<{ id: number; tag: string; attempts: number }[]>;
  /** It was done. */
  endPurge(id: number): Promise<void>;
  retryPurge(id: number, dueAt: number): Promise<void>;
}

/** Looks whether a domain's owner has put our word there. */
export interface DomainProofs {
  /**
   * @param domain in punycode
   * @param word what the TXT record or the file must say
   * @returns where it was found, or why it was not. `unreachable`: nobody answered, and the fault may be ours; holders
   *   are told `no_answer`, which by itself is sure. Never throws
   */
  look(domain: string, word: string): Promise<'dns' | 'file' | 'unreachable' | LookFinding>;
}

/** A cache in front of us that forgets by tag. */
export interface CdnPurger {
  /** @throws {Error} when the cache did not say that it has forgotten */
  purge(tags: string[]): Promise<void>;
}
