/** What every description of a route is made of. */
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { lookFindings } from '../../contract/badge-words.ts';
import { fieldCodes, problemCodes, type ProblemCode } from '../../contract/codes.ts';
import { statusOf } from '../problem.ts';

/** Where descriptions are collected. */
export type Registry = OpenAPIHono['openAPIRegistry'];

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    errors: z.array(z.object({ field: z.string(), code: z.enum(fieldCodes) })).optional(),
    finding: z
      .enum(lookFindings)
      .optional()
      .openapi({ description: 'Of `domain_unproven` alone: why no proof was found.' }),
    requestId: z.string(),
  })
  .openapi('Problem');

/** Problems by status, each with the codes it can have. */
export function problems(...codes: ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    Array.from(byStatus, ([status, list]) => [
      status,
      { description: list.join(', '), content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  );
}

/** An answer with a JSON body. */
export const ok = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A JSON body that has to be there. */
export const body = (schema: z.ZodType) => ({ body: { required: true, content: { 'application/json': { schema } } } });

/** What can be wrong with a body, before anybody looks at what it says. */
export const bodyErrors = [
  'invalid_request',
  'invalid_json',
  'unsupported_media_type',
  'body_too_large',
] as const satisfies ProblemCode[];

/** What can be wrong with the page that a widget is on. */
export const partnerErrors = [
  'partner_unknown',
  'partner_paused',
  'origin_not_allowed',
] as const satisfies ProblemCode[];

/** What can be wrong with a proof of work. */
export const proofErrors = [
  'proof_invalid',
  'proof_expired',
  'proof_spent',
  'too_fast',
] as const satisfies ProblemCode[];

/** What is nobody's fault out there. */
export const ourErrors = ['busy', 'internal'] as const satisfies ProblemCode[];
