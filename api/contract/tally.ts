import { z } from '@hono/zod-openapi';
import type { FieldCode } from './codes.ts';
import { coded, orNull, Slug } from './fields.ts';
import { limits } from './limits.ts';
import { reportedKinds, type ReportedKind } from './statistics.ts';
import { textProblem } from './text.ts';

function pathProblem(value: string): FieldCode | undefined {
  return textProblem(value, limits.pagePath) ?? (/^\/[^?#]*$/.test(value) ? undefined : 'url_invalid');
}

/** More than `perReport` is counted as that many: a wall of stories may be long, and nobody may count it up. */
const count = z.int('invalid').min(1, 'invalid').max(1000, 'invalid').optional();
const counts = Object.fromEntries(reportedKinds.map((kind) => [kind, count])) as Record<ReportedKind, typeof count>;

/** What one page has shown. Nothing in it says to whom, and nothing of who sends it is kept. */
export const TallyReport = z
  .strictObject({
    partner: Slug,
    path: coded(pathProblem).openapi({ maxLength: limits.pagePath, pattern: '^/[^?#]*$' }),
    campaign: orNull(coded((value) => textProblem(value, limits.utm)))
      .optional()
      .openapi({ description: '`utm_campaign` of the page.' }),
    counts: z.strictObject(counts),
  })
  .openapi('TallyReport');
export type TallyReport = z.infer<typeof TallyReport>;
