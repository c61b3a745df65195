import { z } from '@hono/zod-openapi';
import { mediaLimits } from '../../contract/limits.ts';
import { ourErrors, problems, type Registry } from './parts.ts';

const id = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });
const tus = { 'Tus-Resumable': z.literal('1.0.0') };
const done = (description: string) => ({ description });
const whose = ['unauthenticated', 'origin_not_allowed', 'not_found'] as const;
const answered = ['upload_gone', 'upload_locked', ...ourErrors] as const;

/** Uploads, by the protocol tus 1.0 (https://tus.io), extensions creation, creation-with-upload, expiration and termination. */
export function describeUploads(add: Registry): void {
  add.registerPath({
    method: 'post',
    path: '/v1/uploads',
    summary: 'Ask for a place for a photo or film (tus: creation)',
    description:
      'Nothing is written before everything that is said of the file is checked. ' +
      '`Upload-Metadata`, each value in Base64: `story` (its id), `kind` (photo, video), and, if wanted, `filename`, ' +
      '`filetype` (a hint), `position`, `sha256` (hexadecimal, checked at the end); for the picture of a film ' +
      '`role` (poster) and `for` (id of the film).',
    request: {
      headers: z.object({
        ...tus,
        'Upload-Length': z.int().min(1).max(mediaLimits.videoBytes),
        'Upload-Metadata': z.string(),
      }),
    },
    responses: {
      201: done('`Location` is where the bytes go, `Upload-Media` the id of the photo or film in its story.'),
      ...problems(
        ...whose,
        'invalid_request',
        'wrong_state',
        'minor_media',
        'media_empty',
        'media_too_large',
        'quota_reached',
        'storage_full',
        'rate_limited',
        ...ourErrors,
      ),
    },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/uploads/{id}',
    summary: 'How much has come (tus: HEAD only)',
    description: 'Answers `HEAD`. A `GET` is refused: what was uploaded is never given back.',
    request: { params: id, headers: z.object(tus) },
    responses: {
      200: done('`Upload-Offset`, `Upload-Length`, `Upload-Expires`.'),
      ...problems(...whose, 'method_not_allowed', ...answered),
    },
  });
  add.registerPath({
    method: 'patch',
    path: '/v1/uploads/{id}',
    summary: 'Send bytes, from an offset on',
    description:
      'One writer at a time. When the last byte has come, the file is decoded; whether it is `ready` or `failed`, ' +
      'and why, is said by `GET /v1/me/stories/{id}`. An offset that is not where the file ends is answered 409.',
    request: {
      params: id,
      headers: z.object({ ...tus, 'Upload-Offset': z.int().min(0) }),
      body: { required: true, content: { 'application/offset+octet-stream': { schema: z.string() } } },
    },
    responses: {
      204: done('`Upload-Offset` is where the file ends now.'),
      ...problems(...whose, 'invalid_request', 'media_too_large', 'upload_mismatch', 'storage_full', ...answered),
    },
  });
  add.registerPath({
    method: 'delete',
    path: '/v1/uploads/{id}',
    summary: 'Give an upload up (tus: termination)',
    description: 'One that is whole already belongs to its story, and is taken away there.',
    request: { params: id, headers: z.object(tus) },
    responses: { 204: done('It is gone.'), ...problems(...whose, ...answered) },
  });
}
