import { z } from '@hono/zod-openapi';

/**
 * A proof-of-work challenge in ALTCHA's form, version 1: find the number for which
 * `SHA-256(salt + number)` is `challenge`. Answer of `GET /v1/challenges`.
 */
export const Challenge = z
  .object({
    algorithm: z.literal('SHA-256'),
    challenge: z.string().openapi({ description: 'Hexadecimal SHA-256.' }),
    salt: z.string(),
    maxnumber: z.int().positive(),
    signature: z.string(),
    /** Milliseconds that must pass between this answer and the sign-up. */
    minimumFill: z.int().nonnegative(),
  })
  .openapi('Challenge');
export type Challenge = z.infer<typeof Challenge>;
