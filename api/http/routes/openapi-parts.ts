/** What the descriptions of all areas are made of. */
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { fieldCodes, problemCodes, type ProblemCode } from '../../contract/codes.ts';
import { statusOf } from '../problem.ts';

/** Where a route's description goes. */
export type Registry = OpenAPIHono['openAPIRegistry'];

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    errors: z.array(z.object({ field: z.string(), code: z.enum(fieldCodes) })).optional(),
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

/** An answer in JSON. */
export const ok = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A body in JSON. */
export const body = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } });

/** What any body can be refused for. */
export const bodyErrors = ['invalid_request', 'invalid_json', 'unsupported_media_type', 'body_too_large'] as const;
