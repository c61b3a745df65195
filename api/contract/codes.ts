import type { LookFinding } from './badge-words.ts';

/**
 * Stable codes of what can go wrong. They are part of the public contract: a code is never renamed
 * or reused. Texts for people are chosen by code, in the reader's language, never by the server's
 * English `title`.
 */
export const problemCodes = [
  'invalid_request',
  'invalid_json',
  'unsupported_media_type',
  'body_too_large',
  'not_found',
  'method_not_allowed',
  'wrong_host',
  'partner_unknown',
  'partner_paused',
  'origin_not_allowed',
  'proof_invalid',
  'proof_expired',
  'proof_spent',
  'too_fast',
  'rate_limited',
  'busy',
  'internal',
  'unauthenticated',
  'forbidden',
  'code_invalid',
  'code_expired',
  'passkey_invalid',
  'story_changed',
  'wrong_state',
  'same_person',
  'captions_missing',
  'media_not_ready',
  'drafts_full',
  'minor_media',
  'quota_reached',
  'storage_full',
  'upload_gone',
  'upload_locked',
  'upload_mismatch',
  'media_type',
  'media_empty',
  'media_too_large',
  'media_damaged',
  'media_dimensions',
  'media_animated',
  'media_too_long',
  'media_codec',
  'media_failed',
  'badge_ended',
  'badges_full',
  'domain_unproven',
  'suspended',
  'partner_taken',
  'webhooks_full',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Codes of one field's refusal, in `errors[]` of a problem. */
export const fieldCodes = [
  'required',
  'too_long',
  'control_character',
  'invalid_unicode',
  'email_invalid',
  'circle_unknown',
  'invitation_required',
  'invitation_unknown',
  'under_age',
  'charter_not_accepted',
  'charter_outdated',
  'language_unknown',
  'url_invalid',
  'wrong_type',
  'unknown_field',
  'invalid',
  'too_short',
  'too_many',
  'media_missing',
  'media_not_ready',
  'alt_missing',
  'people_missing',
  'permission_missing',
  'text_outdated',
  'link_unknown',
  'reason_missing',
  'good_faith_missing',
  'captions_invalid',
  'domain_invalid',
  'unsignable',
  'origin_invalid',
  'origin_too_wide',
  'colour_invalid',
  'name_has_address',
  'slug_invalid',
  'url_private',
] as const;

export type FieldCode = (typeof fieldCodes)[number];

/** One refused field: its name in the request (`firstName`, `utm.source`) and why. */
export interface FieldProblem {
  field: string;
  code: FieldCode;
}

/** RFC 9457 problem details, with our members `code`, `errors`, `finding` and `requestId`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  errors?: FieldProblem[];
  /** Of `domain_unproven`: why, so that it can be mended. */
  finding?: LookFinding;
  requestId: string;
}
