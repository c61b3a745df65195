import { z } from '@hono/zod-openapi';
import { limits } from './limits.ts';
import { locales } from './locales.ts';
import { coded, optionalText, Slug } from './fields.ts';
import { emailProblem } from './text.ts';
import { staffRoles } from './vocabulary.ts';

/** Body of `POST /v1/session-codes`: asks for a six-digit code by mail. */
export const CodeRequest = z
  .strictObject({
    email: coded(emailProblem).openapi({ format: 'email', maxLength: limits.email }),
    partner: Slug,
    language: z.enum(locales, 'language_unknown'),
    proof: z.string().min(1, 'required').max(limits.proof, 'too_long').openapi({
      description: 'Solved challenge of `GET /v1/challenges`: base64 of the ALTCHA payload. Works once.',
    }),
    website: z.string().max(500, 'too_long').optional().openapi({
      description: 'Leave empty. People do not see this field.',
    }),
  })
  .openapi('SessionCodeRequest');
export type CodeRequest = z.infer<typeof CodeRequest>;

/** The same for everybody: whether a mail went out is not said. */
export const CodeAccepted = z
  .object({
    request: z.string().openapi({ description: 'Goes with the code. Useless without it.' }),
    expiresAt: z.int().openapi({ description: 'Epoch milliseconds.' }),
  })
  .openapi('SessionCodeAccepted');
export type CodeAccepted = z.infer<typeof CodeAccepted>;

/** Body of `POST /v1/sessions`. */
export const SessionRequest = z
  .strictObject({
    request: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid'),
    code: z
      .string()
      .regex(/^\d{6}$/, 'invalid')
      .openapi({ example: '042917' }),
  })
  .openapi('SessionRequest');
export type SessionRequest = z.infer<typeof SessionRequest>;

/** Who is signed in, as they see themselves. */
export const MeView = z
  .object({
    firstName: z.string(),
    circle: z.string(),
    place: z.string().nullable(),
    language: z.enum(locales),
  })
  .openapi('Me');
export type MeView = z.infer<typeof MeView>;

/** A session for a widget: the token lives in the page's memory and works from this origin only. */
export const SessionView = z
  .object({
    token: z.string().openapi({ description: 'Sent as `Authorization: Bearer`. Never stored.' }),
    expiresAt: z.int(),
    me: MeView,
  })
  .openapi('Session');
export type SessionView = z.infer<typeof SessionView>;

/** Who is signed in at the console. */
export const StaffMeView = z
  .object({
    name: z.string(),
    role: z.enum(staffRoles),
    language: z.enum(locales),
    /** `code`: a passkey is still to be shown or made. `full`: everything is open. */
    level: z.enum(['code', 'full']),
    hasPasskey: z.boolean(),
  })
  .openapi('StaffMe');
export type StaffMeView = z.infer<typeof StaffMeView>;

/** Body of `POST /v1/staff/session-codes`. No proof of work: it is taken from the club's own pages only. */
export const StaffCodeRequest = z
  .strictObject({ email: coded(emailProblem).openapi({ format: 'email', maxLength: limits.email }) })
  .openapi('StaffCodeRequest');
export type StaffCodeRequest = z.infer<typeof StaffCodeRequest>;

/**
 * What `POST /v1/staff/passkeys/options` answers. `options` is the JSON form of WebAuthn Level 3, as
 * `PublicKeyCredential.parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` read it.
 */
export const PasskeyOptions = z
  .object({
    kind: z.enum(['create', 'get']).openapi({
      description: '`create`: this person has no passkey yet. `get`: show one of those that are known.',
    }),
    options: z.looseObject({}),
  })
  .openapi('PasskeyOptions');
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

/** Body of `POST /v1/staff/passkeys`: what the browser answered, as `credential.toJSON()` writes it. */
export const PasskeyRequest = z
  .strictObject({
    kind: z.enum(['create', 'get']),
    /** Read by the library alone, which checks every part of it. */
    response: z.looseObject({ id: z.string().max(1400), type: z.literal('public-key') }),
    name: optionalText(limits.firstName),
  })
  .openapi('PasskeyRequest');
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;
