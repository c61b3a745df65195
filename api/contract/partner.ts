import { z } from '@hono/zod-openapi';
import { locales } from './locales.ts';

export const CircleView = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    byInvitation: z.boolean(),
  })
  .openapi('Circle');
export type CircleView = z.infer<typeof CircleView>;

/**
 * What a widget needs to know before it can show itself on a partner's page, in one language:
 * `GET /v1/partners/:partner?lang=`.
 */
export const PartnerView = z
  .object({
    partner: z.object({ slug: z.string(), name: z.string() }),
    language: z.enum(locales),
    club: z.object({
      name: z.string(),
      city: z.string().openapi({ description: 'Short name of the place, for sentences.', example: 'Mulhouse' }),
      home: z.string(),
    }),
    circles: z.array(CircleView),
    charter: z.object({ version: z.string(), url: z.string() }),
    consents: z
      .object({
        age15: z.string(),
        charter: z.string(),
        newsletter: z.string(),
        public: z.string(),
        introductions: z.string(),
      })
      .openapi({ description: 'The sentences beside the boxes, as they are kept with the proof of consent.' }),
    notice: z.object({
      version: z.string(),
      sections: z.array(z.object({ title: z.string(), text: z.string() })),
      url: z.string(),
    }),
  })
  .openapi('Partner');
export type PartnerView = z.infer<typeof PartnerView>;
