import { z } from 'zod';
import { locales } from './locales.ts';

const text = z.string().regex(/\S/, 'is empty: write it');
const mailAddress = z.email('must be a mail address, e.g. "contact@example.org"');
/** One text in each language. French is the club's own; the others may not be left out. */
const localised = z.strictObject(
  Object.fromEntries(locales.map((l) => [l, text])) as Record<(typeof locales)[number], typeof text>,
);
export type Localised = z.infer<typeof localised>;

/** Words that are signed: no braces, by which some wallets find a credential in a picture. */
const signed = localised.refine((texts) => !/[{}]/.test(Object.values(texts).join('')), 'must not contain { or }');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const httpsUrl = z.url({ protocol: /^https?$/, error: 'must be a web address, e.g. "https://example.org"' });
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour like "#b3261e"');
const versionName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,30}$/i, 'must be a short version name like "2026-01"');

/**
 * `club.json`: everything that is one territory's own. Checked at start; a club that runs in
 * production cannot start with an empty legal identity.
 */
export const Club = z.strictObject({
  $schema: z.string().optional(),
  name: signed,
  city: signed,
  tagline: localised,
  region: localised,
  home: httpsUrl,
  defaultLanguage: z.enum(locales),
  /** By whose clock a day begins, in what is counted by day. */
  timeZone: z.string().refine(isTimeZone, 'must be a time zone like "Europe/Paris"').default('Europe/Paris'),
  goal: z.strictObject({ members: z.int().positive(), date: z.iso.date('must be a date like "2027-12-31"') }),
  colours: z.strictObject({ accent: colour, accentDark: colour }),
  circles: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'must be lower-case letters, digits and dashes'),
        name: signed,
        description: localised,
        byInvitation: z.boolean().default(false),
        /** Questions that help its members to begin a story. */
        prompts: z.array(localised).default([]),
      }),
    )
    .min(1),
  charter: z.strictObject({
    version: versionName,
    articles: z.array(z.strictObject({ title: localised, text: localised })).min(1),
  }),
  legal: z.strictObject({
    publisher: text,
    form: text,
    seat: text,
    email: mailAddress,
    phone: text,
    director: text,
    dataProtectionOfficer: mailAddress,
    host: z.strictObject({ name: text, address: text, phone: text }),
  }),
  notice: z.strictObject({ version: versionName }),
  /** Version of the sentences that an author agrees to with a story. */
  storyTerms: z.strictObject({ version: versionName }).default({ version: '2026-11' }),
  /** What moderators sort stories by. */
  tags: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,32}$/), name: localised }))
    .max(40)
    .default([]),
  sender: z.strictObject({ name: text, address: mailAddress }),
  social: z
    .strictObject({
      facebook: httpsUrl.optional(),
      instagram: httpsUrl.optional(),
      /** Number of the club's page on LinkedIn, so that members' profiles show its logo. */
      linkedinOrganization: z.int().positive().optional(),
    })
    .default({}),
  accessibility: z.strictObject({ contact: mailAddress }),
});
export type Club = z.infer<typeof Club>;
