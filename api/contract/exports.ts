/** What staff can take out of the club, and in which columns: a column is never renamed. No zod. */
export const exportKinds = ['members', 'stories', 'consents', 'attribution'] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function isExportKind(text: string | undefined): text is ExportKind {
  return (exportKinds as readonly (string | undefined)[]).includes(text);
}

/** Columns in their order. Times are ISO 8601 in UTC, truths are `true` and `false`, what is not there is empty. */
export const exportColumns = {
  members: [
    'id',
    'status',
    'first_name',
    'last_name',
    'email',
    'circle',
    'place',
    'organisation',
    'sentence',
    'language',
    'newsletter',
    'public',
    'introductions',
    'partner',
    'joined_at',
    'confirmed_at',
    'left_at',
    'suspended_at',
  ],
  stories: [
    'id',
    'public_id',
    'member_id',
    'status',
    'kind',
    'language',
    'signature',
    'place',
    'text',
    'circle',
    'partner',
    'link',
    'created_at',
    'updated_at',
    'published_at',
  ],
  consents: [
    'id',
    'member_id',
    'partner',
    'language',
    'charter_version',
    'notice_version',
    'text_sha256',
    'newsletter',
    'public',
    'introductions',
    'method',
    'page',
    'ip_prefix',
    'given_at',
    'confirmed_at',
    'newsletter_withdrawn_at',
    'withdrawn_at',
  ],
  attribution: [
    'member_id',
    'partner',
    'page_origin',
    'page_path',
    'referrer_origin',
    'utm_source',
    'utm_medium',
    'utm_campaign',
    'utm_term',
    'utm_content',
    'first_path',
    'first_utm_source',
    'first_utm_medium',
    'first_utm_campaign',
    'first_utm_term',
    'first_utm_content',
    'referred_by',
    'widget',
    'created_at',
  ],
} as const satisfies Record<ExportKind, readonly string[]>;
