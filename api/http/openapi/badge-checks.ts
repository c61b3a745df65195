import { z } from '@hono/zod-openapi';
import { badgeStates } from '../../contract/badge.ts';
import { verdicts } from '../../contract/badge-words.ts';
import { badgeLimits } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import { ok, ourErrors, problems, type Registry } from './parts.ts';

const BadgeStatusSchema = z
  .object({
    id: z.string(),
    state: z.enum(badgeStates),
    circle: z.string().nullable(),
    name: z.string().nullable(),
    domain: z.string().nullable(),
    since: z.iso.date(),
    until: z.iso.date().nullable(),
  })
  .openapi('BadgeStatus');

const BadgeCheckSchema = z.object({ verdict: z.enum(verdicts), badge: BadgeStatusSchema.optional() });

const binary = { schema: z.string().openapi({ format: 'binary' }) };
const text = { schema: z.string() };

/** Checking a badge that somebody has in hand. */
export function describeBadgeChecks(add: Registry): void {
  add.registerPath({
    method: 'post',
    path: paths.badgeChecks,
    summary: 'Check a badge: its credential, its JWT, its picture or its address',
    description: `What it is, its content says. At most ${badgeLimits.verifyBytes} bytes. Nothing is fetched or kept.`,
    request: {
      query: z.object({
        site: z
          .string()
          .optional()
          .openapi({ description: 'Where it was seen: a badge of a business has one domain.' }),
      }),
      body: {
        required: true,
        content: {
          'application/json': { schema: z.looseObject({}) },
          'text/plain': text,
          'image/svg+xml': text,
          'image/png': binary,
        },
      },
    },
    responses: {
      200: ok(
        BadgeCheckSchema,
        'What is to be said of it. `badge` is there when it is one of the club’s, as it stands now.',
      ),
      413: ok(BadgeCheckSchema, 'Too large for a badge: `too_large`.'),
      ...problems('invalid_request', 'unsupported_media_type', 'rate_limited', ...ourErrors),
    },
  });
}
