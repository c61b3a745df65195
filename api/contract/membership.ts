import { z } from '@hono/zod-openapi';
import { locales } from './locales.ts';
import type { FieldCode } from './codes.ts';
import { coded, optionalText, requiredText, Slug } from './fields.ts';
import { limits } from './limits.ts';
import { emailProblem, textProblem } from './text.ts';

/** Campaign parameters of the page, the five of the UTM convention and no other query key. */
export const Utm = z
  .strictObject({
    source: optionalText(limits.utm),
    medium: optionalText(limits.utm),
    campaign: optionalText(limits.utm),
    term: optionalText(limits.utm),
    content: optionalText(limits.utm),
  })
  .openapi('Utm');
export type Utm = z.infer<typeof Utm>;

/** Queries and fragments hold addresses, names and tokens: they are refused, not cut. */
function pathProblem(value: string): FieldCode | undefined {
  return textProblem(value, limits.pagePath) ?? (/[?#]/.test(value) ? 'url_invalid' : undefined);
}

function originProblem(value: string): FieldCode | undefined {
  if (value.length > limits.origin) return 'too_long';
  const isOrigin = /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
  return isOrigin ? undefined : 'url_invalid';
}

const pagePath = coded(pathProblem).openapi({ maxLength: limits.pagePath, pattern: '^[^?#]*$' }).optional();

/** Where a sign-up came from. Origins and a path: never a query string, never a fragment. */
export const PageContext = z
  .strictObject({
    path: pagePath,
    referrer: coded(originProblem)
      .optional()
      .openapi({ description: 'Origin of the referring page.', example: 'https://www.example.org' }),
    utm: Utm.optional(),
    first: z.strictObject({ path: pagePath, utm: Utm.optional() }).optional().openapi({
      description: 'What the document was opened with, when that was another page of the site or another campaign.',
    }),
    // Whatever stands here, nobody is kept from joining by it: what is no code is nobody's.
    ambassador: z.string().max(limits.bodyBytes).optional().catch(undefined).openapi({
      type: 'string',
      description: 'Code of the member whose link was followed. One that is nobody’s is ignored.',
      example: '7k3m92qxd4',
    }),
    widget: optionalText(limits.widgetVersion).openapi({ description: 'Version of the widget.' }),
  })
  .openapi('PageContext');
export type PageContext = z.infer<typeof PageContext>;

/**
 * What a person tells the club when joining: the same fields in the widget, in the form without
 * JavaScript and in plain HTML posts. Unknown keys are refused.
 */
export const MembershipFields = z.strictObject({
  firstName: requiredText(limits.firstName),
  email: coded(emailProblem).openapi({ format: 'email', maxLength: limits.email }),
  circle: Slug.openapi({ description: 'One of the circles that the club declares.', example: 'habitants' }),
  invitation: optionalText(limits.invitation).openapi({
    description: 'Code of an invitation, for circles that need one.',
  }),
  age15: z.literal(true, 'under_age').openapi({ description: '15 or over. Nothing is kept otherwise.' }),
  charter: z
    .string('charter_not_accepted')
    .min(1, 'charter_not_accepted')
    .max(32, 'too_long')
    .openapi({ description: 'The version of the charter that was shown and accepted.', example: '2026-01' }),
  lastName: optionalText(limits.lastName),
  place: optionalText(limits.place).openapi({ description: 'Commune or country.' }),
  organisation: optionalText(limits.organisation),
  sentence: optionalText(limits.sentence).openapi({ description: 'What the person loves about the city.' }),
  newsletter: z.boolean('wrong_type').default(false),
  public: z
    .boolean('wrong_type')
    .default(false)
    .openapi({ description: 'May the club show the first name and circle?' }),
  introductions: z.boolean('wrong_type').default(false),
});
export type MembershipFields = z.infer<typeof MembershipFields>;

/** Body of `POST /v1/memberships`. */
export const MembershipRequest = MembershipFields.extend({
  partner: Slug,
  language: z.enum(locales, 'language_unknown'),
  notice: requiredText(32).openapi({ description: 'Version of the privacy notice shown.' }),
  page: PageContext.optional(),
  proof: z.string().min(1, 'required').max(limits.proof, 'too_long').openapi({
    description: 'Solved challenge of `GET /v1/challenges`: base64 of the ALTCHA payload. Works once.',
  }),
  website: z
    .string()
    .max(500, 'too_long')
    .optional()
    .openapi({ description: 'Leave empty. People do not see this field.' }),
}).openapi('MembershipRequest');
export type MembershipRequest = z.infer<typeof MembershipRequest>;

/** The answer to every sign-up that could be taken, whoever the address belongs to. */
export const MembershipAccepted = z.object({ status: z.literal('check_your_mail') }).openapi('MembershipAccepted');
export type MembershipAccepted = z.infer<typeof MembershipAccepted>;
