/** Stories, as their author writes them and as everybody reads them. */
import { z } from '@hono/zod-openapi';
import { problemCodes, type FieldCode } from './codes.ts';
import { coded, optionalText, orNull, PublicId, Slug } from './fields.ts';
import { storyLimits } from './limits.ts';
import { longTextProblem, storyTextProblem } from './text.ts';
import {
  linkSites,
  mediaKinds,
  mediaStatuses,
  peopleShown,
  refusalReasons,
  reportReasons,
  storyKinds,
  storyLanguages,
  storyOrders,
  storyStatuses,
  storyUses,
} from './vocabulary.ts';

/** One file that a person can load: a photo in one width and type, a poster, a film. */
export const MediaFile = z
  .object({
    url: z.string().openapi({ description: 'Never changes; absolute.' }),
    type: z.string().openapi({ example: 'image/webp' }),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
  })
  .openapi('MediaFile');
export type MediaFile = z.infer<typeof MediaFile>;

export const CaptionView = z
  .object({ language: z.enum(storyLanguages), url: z.string().openapi({ description: 'WebVTT.' }) })
  .openapi('Captions');
export type CaptionView = z.infer<typeof CaptionView>;

/** A photo or a film of a published story. */
export const MediaView = z
  .object({
    id: PublicId,
    kind: z.enum(mediaKinds),
    alt: z
      .string()
      .openapi({ description: 'Alternative text, by the author. Empty for a film: its transcript stands in.' }),
    width: z.int(),
    height: z.int(),
    /** Milliseconds; films only. */
    duration: z.int().nullable(),
    /** One colour that stands in until the picture is there, `#rrggbb`. */
    placeholder: z.string(),
    /** Photos and posters, from the narrowest; WebP first, then JPEG. */
    images: z.array(MediaFile),
    film: orNull(MediaFile),
    captions: z.array(CaptionView),
    transcript: z.string().nullable(),
  })
  .openapi('Media');
export type MediaView = z.infer<typeof MediaView>;

/** A film elsewhere, shown as a card of our own. */
export const LinkView = z.object({ site: z.enum(linkSites), url: z.string() }).openapi('StoryLink');
export type LinkView = z.infer<typeof LinkView>;

/** A published story, as everybody may read it: `GET /v1/stories/:id`. */
export const StoryView = z
  .object({
    id: PublicId,
    kind: z.enum(storyKinds),
    language: z.enum(storyLanguages),
    text: z.string().openapi({ description: 'Plain text, verbatim; line breaks are the author’s.' }),
    author: z.object({
      name: z.string().openapi({ description: 'As the author wants to be named.' }),
      place: z.string().nullable(),
      circle: z.object({ id: z.string(), name: z.string() }),
    }),
    partner: z.string().nullable().openapi({ description: 'Name of the partner on whose page it was told.' }),
    tags: z.array(z.string()),
    featured: z.boolean(),
    /** Epoch milliseconds. */
    publishedAt: z.int(),
    media: z.array(MediaView),
    link: orNull(LinkView),
    /** The story's own page. */
    url: z.string(),
  })
  .openapi('Story');
export type StoryView = z.infer<typeof StoryView>;

/** `GET /v1/stories`. */
export const StoryFeed = z
  .object({
    stories: z.array(StoryView),
    next: z.string().nullable().openapi({ description: 'Goes into `after` for the following page.' }),
    club: z.object({ name: z.string(), facebook: z.string().nullable(), instagram: z.string().nullable() }),
  })
  .openapi('StoryFeed');
export type StoryFeed = z.infer<typeof StoryFeed>;

/** Query of `GET /v1/stories`. What is not one of these names is not looked at. */
export const FeedQuery = z
  .object({
    partner: Slug.openapi({
      description: 'Whose page it is for: what partners’ sites may show. Default: the club’s own.',
    }),
    circle: Slug,
    kind: z.enum(storyKinds, 'invalid'),
    language: z.enum(storyLanguages, 'language_unknown'),
    tag: Slug,
    from: Slug.openapi({ description: 'Only stories that were told on the pages of this partner.' }),
    order: z.enum(storyOrders, 'invalid').openapi({ description: 'Default: `featured`.' }),
    limit: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(storyLimits.page, 'too_many'),
    after: z.string().max(120, 'too_long').openapi({ description: '`next` of the page before.' }),
    lang: z.string().max(64, 'too_long').openapi({ description: 'Language of the names of circles, as a BCP 47 tag.' }),
  })
  .partial();
export type FeedQuery = z.infer<typeof FeedQuery>;

const Permissions = z.strictObject(
  Object.fromEntries(storyUses.map((use) => [use, z.boolean('wrong_type')])) as Record<
    (typeof storyUses)[number],
    z.ZodBoolean
  >,
);

// Without a name: a schema that goes on from one with a name is described as both, and both know no other keys.
const storyFields = z.strictObject({
  text: coded((value) => longTextProblem(value, storyLimits.text)).openapi({ maxLength: storyLimits.text }),
  language: z.enum(storyLanguages, 'language_unknown'),
  circle: optionalText(storyLimits.tag).openapi({ description: 'Default: the author’s own circle.' }),
  signature: optionalText(storyLimits.signature).openapi({ description: 'Default: the author’s first name.' }),
  place: optionalText(storyLimits.place),
  prompt: optionalText(storyLimits.prompt).openapi({ description: 'The question that is being answered.' }),
  link: optionalText(storyLimits.link).openapi({ description: 'A film on YouTube, Vimeo, Instagram or Facebook.' }),
  people: z.enum(peopleShown, 'invalid').nullable().optional(),
  adult: z.boolean('wrong_type').optional().openapi({ description: '18 or over: needed for photos and films.' }),
});

/** A draft may be incomplete in everything; `submit` says what is missing. Unknown keys are refused. */
export const StoryFields = storyFields.openapi('StoryFields');
export type StoryFields = z.infer<typeof StoryFields>;

/** Body of `PUT /v1/me/stories/:id`: the fields, and the version that they change. */
export const StoryChange = storyFields
  .extend({
    version: z.int().min(1).openapi({ description: 'The version that was read: a newer one is not overwritten.' }),
  })
  .openapi('StoryChange');
export type StoryChange = z.infer<typeof StoryChange>;

/** Body of `PUT /v1/me/stories/:id/permissions`. */
export const PermissionChange = z
  .strictObject({
    permissions: Permissions,
    text: z.string().max(64, 'too_long').openapi({ description: 'Version of the sentences that were shown.' }),
  })
  .openapi('StoryPermissions');
export type PermissionChange = z.infer<typeof PermissionChange>;

/** Body of `PUT /v1/me/stories/:id/media/:media`. */
export const MediaChange = z
  .strictObject({
    alt: coded((value) => longTextProblem(value, storyLimits.alt)).optional(),
    position: z.int().min(0).max(storyLimits.photos).optional(),
  })
  .openapi('MediaChange');
export type MediaChange = z.infer<typeof MediaChange>;

/** A photo or film, as its author sees it while it is being made. */
export const MyMediaView = MediaView.omit({ captions: true, transcript: true })
  .extend({
    status: z.enum(mediaStatuses),
    problem: z.enum(problemCodes).nullable().openapi({ description: 'Why it failed.' }),
    position: z.int(),
    fileName: z.string().nullable(),
    upload: z
      .object({ id: z.string(), size: z.int() })
      .nullable()
      .openapi({ description: 'Where an upload that was cut off goes on, below `/v1/uploads`.' }),
  })
  .openapi('MyMedia');
export type MyMediaView = z.infer<typeof MyMediaView>;

/** A decision that its author can read: reason, text, how to object (DSA article 17). */
export const StatementView = z
  .object({
    decision: PublicId,
    action: z.enum(['refuse', 'remove']),
    reason: z.enum(refusalReasons),
    text: z.string(),
    at: z.int(),
    appealUntil: z.int(),
    appeal: z
      .object({
        status: z.enum(['open', 'upheld', 'rejected']),
        text: z.string(),
        at: z.int(),
        answer: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('Statement');
export type StatementView = z.infer<typeof StatementView>;

/** A story, as its author sees it. */
export const MyStoryView = z
  .object({
    id: PublicId,
    version: z.int(),
    status: z.enum(storyStatuses),
    kind: z.enum(storyKinds),
    fields: z.object({
      text: z.string(),
      language: z.enum(storyLanguages),
      circle: z.string(),
      signature: z.string(),
      place: z.string().nullable(),
      prompt: z.string().nullable(),
      link: z.string().nullable(),
      people: z.enum(peopleShown).nullable(),
      adult: z.boolean(),
    }),
    permissions: Permissions,
    media: z.array(MyMediaView),
    statement: orNull(StatementView).openapi({ description: 'Why it was refused or removed.' }),
    url: z.string().nullable().openapi({ description: 'Its page, while it is published.' }),
    createdAt: z.int(),
    updatedAt: z.int(),
  })
  .openapi('MyStory');
export type MyStoryView = z.infer<typeof MyStoryView>;

/** `GET /v1/me/stories`: the author's stories, and the sentences that they agree to, in the asked language. */
export const MyStories = z
  .object({
    stories: z.array(MyStoryView),
    terms: z.object({
      version: z.string(),
      uses: z.object(
        Object.fromEntries(storyUses.map((use) => [use, z.string()])) as Record<
          (typeof storyUses)[number],
          z.ZodString
        >,
      ),
      people: z.object(
        Object.fromEntries(peopleShown.map((one) => [one, z.string()])) as Record<
          (typeof peopleShown)[number],
          z.ZodString
        >,
      ),
      adult: z.string(),
    }),
    prompts: z.record(z.string(), z.array(z.string())).openapi({ description: 'Questions by circle.' }),
    circles: z.array(z.object({ id: z.string(), name: z.string() })),
    quota: z.object({ files: z.int(), bytes: z.int() }).openapi({ description: 'What may still be uploaded today.' }),
  })
  .openapi('MyStories');
export type MyStories = z.infer<typeof MyStories>;

const appealText = coded((value): FieldCode | undefined =>
  storyTextProblem(value, storyLimits.textMin, storyLimits.reason),
);

/** Body of `POST /v1/me/stories/:id/appeals`. */
export const AppealRequest = z.strictObject({ decision: PublicId, text: appealText }).openapi('AppealRequest');
export type AppealRequest = z.infer<typeof AppealRequest>;

/** Body of `POST /v1/stories/:id/reports` (DSA article 16): no account, name and address not needed for child abuse. */
export const ReportRequest = z
  .strictObject({
    reason: z.enum(reportReasons, 'reason_missing'),
    text: coded((value) => longTextProblem(value, storyLimits.reason)),
    url: z.string().max(700, 'too_long').openapi({ description: 'The page where the story was seen.' }),
    partner: z.string().max(64, 'too_long').optional(),
    name: optionalText(storyLimits.signature),
    email: z.string().max(254, 'too_long').optional(),
    goodFaith: z.literal(true, 'good_faith_missing'),
    language: z.string().max(16),
    proof: z.string().min(1, 'required').max(2048, 'too_long'),
    website: z.string().max(500, 'too_long').optional(),
  })
  .openapi('ReportRequest');
export type ReportRequest = z.infer<typeof ReportRequest>;

/** The receipt: its number is what the mails and the decision name. */
export const ReportReceipt = z.object({ receipt: z.string(), at: z.int() }).openapi('ReportReceipt');
export type ReportReceipt = z.infer<typeof ReportReceipt>;
