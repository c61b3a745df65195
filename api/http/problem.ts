/** The one place that knows both codes and HTTP statuses. */
import type { LookFinding } from '../contract/badge-words.ts';
import type { FieldProblem, Problem, ProblemCode } from '../contract/codes.ts';
import { DomainError } from '../domain/errors.ts';
import type { AppContext } from './env.ts';
import { requestIdOf } from './request-id.ts';
import { apiHeaders } from './respond.ts';

const statuses: Record<ProblemCode, { status: number; title: string }> = {
  invalid_request: { status: 422, title: 'Some fields cannot be accepted. Nothing was stored.' },
  invalid_json: { status: 400, title: 'The body is not valid JSON in UTF-8. Nothing was stored.' },
  unsupported_media_type: { status: 415, title: 'The body has a type or encoding that is not taken here.' },
  body_too_large: { status: 413, title: 'The body is too large. Nothing was stored.' },
  not_found: { status: 404, title: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, title: 'This address does not take this method.' },
  wrong_host: { status: 421, title: 'This server does not answer for this host name.' },
  partner_unknown: { status: 404, title: 'No partner has this name.' },
  partner_paused: { status: 403, title: 'This partner is paused.' },
  origin_not_allowed: { status: 403, title: "This page's origin is not on the partner's list. Nothing was stored." },
  proof_invalid: { status: 403, title: 'The proof of work does not fit this partner and page. Nothing was stored.' },
  proof_expired: { status: 403, title: 'The challenge is too old: ask for a new one. Nothing was stored.' },
  proof_spent: { status: 409, title: 'The challenge was used before: ask for a new one.' },
  too_fast: { status: 429, title: 'This came faster than a person fills in a form. Nothing was stored.' },
  rate_limited: { status: 429, title: 'Too many requests. Nothing was stored; try again later.' },
  busy: { status: 503, title: 'The server is busy. Nothing was stored; try again in a moment.' },
  internal: { status: 500, title: 'Something went wrong here. Nothing was stored; try again in a moment.' },
  unauthenticated: { status: 401, title: 'Sign in first. Nothing was changed.' },
  forbidden: { status: 403, title: 'This role may not do that. Nothing was changed.' },
  code_invalid: { status: 403, title: 'This is not the code.' },
  code_expired: { status: 403, title: 'The code is too old or was tried too often: ask for a new one.' },
  passkey_invalid: { status: 403, title: 'The passkey was not accepted. Nothing was changed.' },
  story_changed: { status: 409, title: 'The story has a newer version. Nothing was overwritten.' },
  wrong_state: { status: 409, title: 'It is not in a state for that. Nothing was changed.' },
  same_person: { status: 403, title: 'Another person has to decide on this appeal. Nothing was changed.' },
  captions_missing: {
    status: 409,
    title: 'A film needs captions and a transcript before it is published. Nothing was changed.',
  },
  media_not_ready: {
    status: 409,
    title: 'A photo or film of the story is not prepared yet: try again in a moment. Nothing was changed.',
  },
  drafts_full: { status: 409, title: 'There are too many unfinished stories. Nothing was stored.' },
  minor_media: { status: 403, title: 'Photos and films are taken from 18 on. Nothing was stored.' },
  quota_reached: { status: 429, title: 'The quota of uploads is used up. Nothing was stored.' },
  storage_full: { status: 507, title: 'There is not enough space for files. Nothing was stored.' },
  upload_gone: { status: 410, title: 'This upload is no longer there.' },
  upload_locked: { status: 423, title: 'This upload is being written to by another request.' },
  upload_mismatch: { status: 460, title: 'What arrived is not what was sent. Nothing was stored.' },
  media_type: { status: 415, title: 'The file is of no type that is taken. Nothing was stored.' },
  media_empty: { status: 422, title: 'The file is empty. Nothing was stored.' },
  media_too_large: { status: 413, title: 'The file is too large. Nothing was stored.' },
  media_damaged: { status: 422, title: 'The file is damaged. Nothing was stored.' },
  media_dimensions: { status: 422, title: 'The picture has too many pixels. Nothing was stored.' },
  media_animated: { status: 422, title: 'The picture is animated. Nothing was stored.' },
  media_too_long: { status: 422, title: 'The film is too long. Nothing was stored.' },
  media_codec: { status: 415, title: 'The film has a codec that few devices read. Nothing was stored.' },
  media_failed: { status: 422, title: 'The file could not be prepared. Nothing was stored.' },
  badge_ended: { status: 410, title: 'This badge has ended: nothing of it is valid any more.' },
  badges_full: { status: 409, title: 'There are too many business badges. Nothing was stored.' },
  domain_unproven: { status: 409, title: 'No proof was found on this domain. Nothing was changed; look again later.' },
  partner_taken: { status: 409, title: 'Another partner has this short name. Nothing was stored.' },
  webhooks_full: { status: 409, title: 'There are too many webhooks. Nothing was stored.' },
  suspended: { status: 403, title: 'This membership is suspended. Nothing was changed.' },
};

/** HTTP status of a code. */
export function statusOf(code: ProblemCode): number {
  return statuses[code].status;
}

export interface ProblemOptions {
  errors?: FieldProblem[] | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
  finding?: LookFinding | undefined;
  headers?: Record<string, string>;
  /** Only where a protocol that we speak asks for another than the code has (tus). */
  status?: number;
}

/** An RFC 9457 answer. Its text is constant per code: a 5xx says nothing about the inside. */
export function problem(c: AppContext, code: ProblemCode, options: ProblemOptions = {}): Response {
  const { title } = statuses[code];
  const status = options.status ?? statuses[code].status;
  const body: Problem = {
    type: `urn:ambassador-widgets:problem:${code}`,
    title,
    status,
    code,
    ...(options.errors && { errors: options.errors }),
    ...(options.finding && { finding: options.finding }),
    requestId: requestIdOf(c),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...apiHeaders,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': body.requestId,
      ...(options.retryAfter !== undefined && { 'retry-after': String(options.retryAfter) }),
      ...options.headers,
    },
  });
}

/** A refusal as the domain sees it, whatever was thrown. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  // The storage names its errors; http does not import it.
  if (error instanceof Error && error.name === 'StorageBusyError')
    return new DomainError('busy', { retryAfter: 2, cause: error });
  return new DomainError('internal', { cause: error });
}
