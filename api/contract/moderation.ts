/** What the console reads and sends. No mail address of an author is in any of it. */
import { z } from '@hono/zod-openapi';
import { coded, PublicId, Slug } from './fields.ts';
import { storyLimits } from './limits.ts';
import { MyMediaView, StoryView } from './story.ts';
import { longTextProblem } from './text.ts';
import {
  peopleShown,
  refusalReasons,
  reportReasons,
  staffRoles,
  storyKinds,
  storyLanguages,
  storyStatuses,
  storyUses,
} from './vocabulary.ts';

/** A photo or film, as a moderator sees it: also before it is published, and with what the author is not asked for. */
export const QueueMediaView = MyMediaView.extend({
  captions: z.array(z.object({ language: z.enum(storyLanguages), vtt: z.string() })),
  transcript: z.string().nullable(),
}).openapi('QueueMedia');
export type QueueMediaView = z.infer<typeof QueueMediaView>;

/** A line of the history of a story: who decided what, when, why. */
export const DecisionView = z
  .object({
    id: PublicId,
    action: z.enum(['approve', 'refuse', 'remove', 'restore', 'feature', 'unfeature', 'tag']),
    reason: z.enum(refusalReasons).nullable(),
    text: z.string().nullable(),
    by: z.string().openapi({ description: 'Name of the member of staff.' }),
    at: z.int(),
    undoneAt: z.int().nullable(),
    /** Until when it can be taken back. */
    undoUntil: z.int(),
  })
  .openapi('Decision');
export type DecisionView = z.infer<typeof DecisionView>;

/** A story in the queue, whole: one answer is enough to decide. */
export const QueueStory = z
  .object({
    id: PublicId,
    version: z.int(),
    status: z.enum(storyStatuses),
    kind: z.enum(storyKinds),
    text: z.string(),
    language: z.enum(storyLanguages),
    author: z.object({
      name: z.string(),
      place: z.string().nullable(),
      circle: z.object({ id: z.string(), name: z.string() }),
    }),
    prompt: z.string().nullable(),
    link: StoryView.shape.link,
    people: z.enum(peopleShown).nullable(),
    adult: z.boolean(),
    permissions: z.object(
      Object.fromEntries(storyUses.map((use) => [use, z.boolean()])) as Record<
        (typeof storyUses)[number],
        z.ZodBoolean
      >,
    ),
    partner: z.string().nullable(),
    media: z.array(QueueMediaView),
    tags: z.array(z.string()),
    featured: z.boolean(),
    submittedAt: z.int().nullable(),
    publishedAt: z.int().nullable(),
    /** How many published stories the author has: a first one is looked at more closely. */
    publishedBefore: z.int(),
    openReports: z.int(),
    /** Why it cannot be approved yet. */
    blockers: z.array(z.enum(['captions_missing', 'media_not_ready'])),
    history: z.array(DecisionView),
  })
  .openapi('QueueStory');
export type QueueStory = z.infer<typeof QueueStory>;

/** `GET /v1/staff/queue?view=pending|published|refused`: oldest first for `pending`, newest first otherwise. */
export const Queue = z
  .object({
    stories: z.array(QueueStory),
    next: z.string().nullable(),
    waiting: z.object({ stories: z.int(), reports: z.int(), appeals: z.int() }),
    tags: z.array(z.object({ id: z.string(), name: z.string() })).openapi({ description: 'The club’s own tags.' }),
  })
  .openapi('Queue');
export type Queue = z.infer<typeof Queue>;

/** The answer to a decision and to its undoing: what was written down, and the story as it stands now. */
export const DecisionResult = z.object({ decision: DecisionView, story: QueueStory }).openapi('DecisionResult');
export type DecisionResult = z.infer<typeof DecisionResult>;

/** The answer to captions, and to decisions on reports and appeals: the story as it stands now. */
export const StoryResult = z.object({ story: QueueStory }).openapi('StoryResult');
export type StoryResult = z.infer<typeof StoryResult>;

const reasonText = coded((value) => longTextProblem(value, storyLimits.reason));

/**
 * Body of `POST /v1/staff/stories/:id/decisions`. The version is the one that was looked at: what the author
 * has changed meanwhile is not approved unseen.
 */
export const DecisionRequest = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('approve'), version: z.int() }),
    z.strictObject({
      action: z.literal('refuse'),
      version: z.int(),
      reason: z.enum(refusalReasons, 'reason_missing'),
      text: reasonText,
    }),
    z.strictObject({
      action: z.literal('remove'),
      version: z.int(),
      reason: z.enum(refusalReasons, 'reason_missing'),
      text: reasonText,
    }),
    z.strictObject({ action: z.literal('feature'), version: z.int() }),
    z.strictObject({ action: z.literal('unfeature'), version: z.int() }),
    z.strictObject({
      action: z.literal('tag'),
      version: z.int(),
      tags: z.array(Slug).max(storyLimits.tags, 'too_many'),
    }),
  ])
  .openapi('DecisionRequest');
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** Body of `PUT /v1/staff/media/:id/captions`: what a film says, for those who do not hear or see it. */
export const CaptionChange = z
  .strictObject({
    captions: z
      .array(
        z.strictObject({
          language: z.enum(storyLanguages, 'language_unknown'),
          vtt: z.string().max(storyLimits.captions, 'too_long'),
        }),
      )
      .max(8, 'too_many'),
    transcript: coded((value) => longTextProblem(value, storyLimits.transcript)),
  })
  .openapi('CaptionChange');
export type CaptionChange = z.infer<typeof CaptionChange>;

export const ReportView = z
  .object({
    receipt: z.string(),
    reason: z.enum(reportReasons),
    text: z.string(),
    url: z.string(),
    /** Whether somebody can be answered; who it is stays with the mailer. */
    answerable: z.boolean(),
    at: z.int(),
    story: QueueStory,
  })
  .openapi('Report');
export type ReportView = z.infer<typeof ReportView>;

export const Reports = z.object({ reports: z.array(ReportView), next: z.string().nullable() }).openapi('Reports');
export type Reports = z.infer<typeof Reports>;

/** Body of `POST /v1/staff/reports/:receipt/decisions`: `uphold` removes the story, `reject` leaves it. */
export const ReportDecision = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('uphold'), reason: z.enum(refusalReasons, 'reason_missing'), text: reasonText }),
    z.strictObject({ action: z.literal('reject'), text: reasonText }),
  ])
  .openapi('ReportDecision');
export type ReportDecision = z.infer<typeof ReportDecision>;

export const AppealView = z
  .object({
    id: PublicId,
    text: z.string(),
    at: z.int(),
    decision: DecisionView,
    /** Whether the person who is signed in took that decision: then another one has to answer. */
    own: z.boolean(),
    story: QueueStory,
  })
  .openapi('Appeal');
export type AppealView = z.infer<typeof AppealView>;

export const Appeals = z.object({ appeals: z.array(AppealView), next: z.string().nullable() }).openapi('Appeals');
export type Appeals = z.infer<typeof Appeals>;

/** Body of `POST /v1/staff/appeals/:id/decisions`. `uphold` takes the decision back: the story is public (again). */
export const AppealDecision = z
  .strictObject({ action: z.enum(['uphold', 'reject']), text: reasonText })
  .openapi('AppealDecision');
export type AppealDecision = z.infer<typeof AppealDecision>;

/** One line of the audit: `GET /v1/staff/audit`, admins only. */
export const AuditEntry = z
  .object({ action: z.string(), subject: z.string(), actor: z.string().nullable(), at: z.int() })
  .openapi('AuditEntry');
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A member of staff, as admins see them. */
export const StaffView = z
  .object({
    id: z.int(),
    name: z.string(),
    role: z.enum(staffRoles),
    status: z.enum(['active', 'suspended']),
    passkeys: z.int(),
  })
  .openapi('Staff');
export type StaffView = z.infer<typeof StaffView>;
