/** The checks that several schemas share. */
import { z } from '@hono/zod-openapi';
import type { FieldCode } from './codes.ts';
import { requiredTextProblem, slugPattern, textProblem } from './text.ts';

/** A zod check that reports one of our field codes as its message. */
export const coded = (problem: (value: string) => FieldCode | undefined) =>
  z.string().superRefine((value, context) => {
    const code = problem(value);
    if (code) context.addIssue({ code: 'custom', message: code });
  });

/** A one-line text that must say something. */
export const requiredText = (max: number) =>
  coded((value) => requiredTextProblem(value, max)).openapi({ maxLength: max });

/** A one-line text that may be missing. */
export const optionalText = (max: number) =>
  coded((value) => textProblem(value, max))
    .openapi({ maxLength: max })
    .optional();

/** The short name of a partner or a circle. */
export const Slug = z.string().regex(slugPattern, 'invalid').openapi({ example: 'ville-de-mulhouse' });

/** What leaves the house as an identifier: sixteen random bytes, base64url. */
export const PublicId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, 'invalid')
  .openapi({ example: 'p3v0tWmQZ1yJmE2bq7Xr4A' });

/**
 * Something that may be missing. Not `nullable()`: of a schema with a name, the description of the API would
 * make something that null does not fit.
 */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
