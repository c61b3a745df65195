/** Words of badges that the program alone uses: each list is closed, and a word is never renamed. */

/** A person's, or one of a business, bound to its domain. */
export const badgeKinds = ['person', 'business'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

/** `waiting`: a business badge whose domain was not proven yet; nobody else can see it. */
export const badgeStatuses = ['waiting', 'active', 'ended'] as const;
export type BadgeStanding = (typeof badgeStatuses)[number];

/** Why a badge ended. The public is told only that it did. `given_up`: its holder wanted it so. */
export const badgeEndReasons = ['left', 'suspended', 'expired', 'domain_lost', 'given_up'] as const;
export type BadgeEndReason = (typeof badgeEndReasons)[number];

/**
 * Why a look at a domain found no proof: what its holder is told, so that they can mend it. Our words alone; nothing
 * that a stranger's server sent is in them.
 */
export const lookFindings = [
  /** No record, and no file. */
  'nothing_there',
  /** A record of ours that says another badge's id. */
  'other_record',
  /** The site sends us on, and we do not follow. */
  'redirected',
  'web_page',
  /** A file that does not say this badge's id, or that is no plain text of a few lines. */
  'other_content',
  /** No site over https: silent, its certificate wrong, or where we do not look. */
  'no_answer',
  'no_such_name',
] as const;
export type LookFinding = (typeof lookFindings)[number];

/** Why somebody reports a badge. */
export const badgeReportReasons = ['not_theirs', 'wrong_site', 'misleading', 'other'] as const;
export type BadgeReportReason = (typeof badgeReportReasons)[number];

/** What a signing key is for: badges, the status lists (hot), and badges in their second form. */
export const keyRoles = ['badge', 'status', 'jwt'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** What our verifier says, from best to worst; one alone means "valid". */
export const verdicts = [
  'valid',
  /** Signed by us, and replaced by a newer one of the same badge. */
  'replaced',
  'ended',
  'expired',
  'not_yet_valid',
  'wrong_domain',
  /** The signature does not fit the text, or the text is not as we write it. */
  'tampered',
  'wrong_purpose',
  'bad_algorithm',
  'unknown_key',
  /** Somebody else's credential, whatever name is in it. */
  'foreign_issuer',
  'foreign_address',
  'unknown_badge',
  'no_credential',
  'unreadable',
  'too_large',
  /** Nothing is said about the badge: we could not look. */
  'cannot_check',
] as const;
export type Verdict = (typeof verdicts)[number];
