import type { Badge } from '../domain/badges/ports.ts';

export const badgeColumns = [
  'id',
  'public_id as publicId',
  'member_id as memberId',
  'kind',
  'status',
  'language',
  'circle',
  'shows_name as showsName',
  'shows_circle as showsCircle',
  'name',
  'domain',
  'awarded_at as awardedAt',
  'valid_from as validFrom',
  'valid_until as validUntil',
  'ended_at as endedAt',
  'end_reason as endReason',
  'list',
  'position',
  'version',
  'signed_version as signedVersion',
  'credential',
  'jwt',
  'signed_key as signedKey',
  'reminded_at as remindedAt',
  'proven_at as provenAt',
  'checked_at as checkedAt',
  'missing_since as missingSince',
  'check_due_at as checkDueAt',
  'created_at as createdAt',
] as const;

type Flags = 'showsName' | 'showsCircle';

export function toBadge(row: Omit<Badge, Flags> & Record<Flags, number>): Badge {
  return { ...row, showsName: row.showsName === 1, showsCircle: row.showsCircle === 1 };
}
