import { z } from '@hono/zod-openapi';

/** Answer of `GET /v1/counter`: confirmed members only. */
export const CounterView = z
  .object({
    members: z.int().nonnegative(),
    goal: z.object({
      members: z.int().positive(),
      date: z.iso.date().openapi({ description: 'By when, as a calendar date.' }),
    }),
    partner: z
      .object({ slug: z.string(), name: z.string(), members: z.int().nonnegative() })
      .optional()
      .openapi({ description: 'What this partner brought, when a partner was asked for.' }),
  })
  .openapi('Counter');
export type CounterView = z.infer<typeof CounterView>;
