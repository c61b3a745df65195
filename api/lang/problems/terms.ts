import type { FieldCode, ProblemCode } from '../../contract/codes.ts';
import type { Message } from '../parts.ts';

/** The codes that came with stories and badges. What each language still says elsewhere is the rest. */
export type StoryProblems = Record<
  Extract<
    ProblemCode,
    | 'unauthenticated'
    | 'forbidden'
    | `code_${string}`
    | 'passkey_invalid'
    | 'story_changed'
    | 'wrong_state'
    | 'same_person'
    | 'captions_missing'
    | 'media_not_ready'
    | 'drafts_full'
    | 'minor_media'
    | 'quota_reached'
    | 'storage_full'
    | `upload_${string}`
    | `media_${string}`
    | `badge${string}`
    | 'domain_unproven'
    | 'partner_taken'
    | 'webhooks_full'
    | 'suspended'
  >,
  Message
>;

export type StoryFieldSentences = Record<
  Extract<
    FieldCode,
    | 'too_short'
    | 'too_many'
    | 'media_missing'
    | 'media_not_ready'
    | 'alt_missing'
    | 'people_missing'
    | 'permission_missing'
    | 'text_outdated'
    | 'link_unknown'
    | 'reason_missing'
    | 'good_faith_missing'
    | 'captions_invalid'
    | 'domain_invalid'
    | 'unsignable'
    | 'origin_invalid'
    | 'origin_too_wide'
    | 'colour_invalid'
    | 'name_has_address'
    | 'slug_invalid'
    | 'url_private'
  >,
  (label: string) => string
>;
