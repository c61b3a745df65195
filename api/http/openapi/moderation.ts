import { z } from '@hono/zod-openapi';
import { PublicId } from '../../contract/fields.ts';
import { locales } from '../../contract/locales.ts';
import {
  AppealDecision,
  Appeals,
  AuditEntry,
  CaptionChange,
  DecisionRequest,
  DecisionResult,
  Queue,
  ReportDecision,
  Reports,
  StaffView,
  StoryResult,
} from '../../contract/moderation.ts';
import { staffPaths } from '../../contract/paths.ts';
import { body, bodyErrors, ok, ourErrors, problems, type Registry } from './parts.ts';

const lang = z.enum(locales).optional();
const page = z.object({ after: z.string().optional(), lang });
const oneStory = { params: z.object({ id: PublicId }), query: z.object({ lang }) };
const who = ['unauthenticated', 'origin_not_allowed'] as const;

/** What the console reads and decides. For staff who have shown their passkey, on the club's own pages. */
export function describeModeration(add: Registry): void {
  describeQueue(add);
  describeObjections(add);
}

function describeQueue(add: Registry): void {
  add.registerPath({
    method: 'get',
    path: staffPaths.queue,
    summary: 'Stories that wait, are public, or were refused',
    request: { query: page.extend({ view: z.enum(['pending', 'published', 'refused']).optional() }) },
    responses: {
      200: ok(Queue, 'Waiting stories oldest first, the others newest first.'),
      ...problems('not_found', ...who),
    },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/staff/stories/{id}',
    summary: 'One story, whole',
    request: oneStory,
    responses: { 200: ok(StoryResult, 'Never a draft, never an address.'), ...problems('not_found', ...who) },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/staff/stories/{id}/decisions',
    summary: 'Decide about the version that was looked at',
    description: 'The author’s mail waits for as long as the decision can be undone.',
    request: { ...oneStory, ...body(DecisionRequest) },
    responses: {
      200: ok(DecisionResult, 'Decided.'),
      ...problems(
        'not_found',
        'story_changed',
        'wrong_state',
        'captions_missing',
        'media_not_ready',
        ...bodyErrors,
        ...who,
        ...ourErrors,
      ),
    },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/staff/decisions/{id}/undo',
    summary: 'Take the latest decision on a story back',
    request: oneStory,
    responses: {
      200: ok(DecisionResult, 'As it was before; the mail is not sent.'),
      ...problems('not_found', 'wrong_state', ...who, ...ourErrors),
    },
  });
  add.registerPath({
    method: 'put',
    path: '/v1/staff/media/{id}/captions',
    summary: 'Captions and transcript of a film',
    request: { ...oneStory, ...body(CaptionChange) },
    responses: { 200: ok(StoryResult, 'Kept.'), ...problems('not_found', ...bodyErrors, ...who, ...ourErrors) },
  });
}

function describeObjections(add: Registry): void {
  add.registerPath({
    method: 'get',
    path: staffPaths.reports,
    summary: 'Reports that nobody has answered',
    request: { query: page },
    responses: { 200: ok(Reports, 'Oldest first.'), ...problems('not_found', ...who) },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/staff/reports/{receipt}/decisions',
    summary: 'Answer a report',
    request: { params: z.object({ receipt: z.string() }), query: z.object({ lang }), ...body(ReportDecision) },
    responses: {
      200: ok(StoryResult, 'Answered; who reported it gets a mail.'),
      ...problems('not_found', 'wrong_state', ...bodyErrors, ...who, ...ourErrors),
    },
  });
  add.registerPath({
    method: 'get',
    path: staffPaths.appeals,
    summary: 'Appeals that nobody has answered',
    request: { query: page },
    responses: { 200: ok(Appeals, 'Oldest first.'), ...problems('not_found', ...who) },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/staff/appeals/{id}/decisions',
    summary: 'Answer an appeal, as another person than the one who decided',
    request: { ...oneStory, ...body(AppealDecision) },
    responses: {
      200: ok(StoryResult, 'Answered; the author gets a mail.'),
      ...problems(
        'not_found',
        'same_person',
        'captions_missing',
        'media_not_ready',
        'wrong_state',
        ...bodyErrors,
        ...who,
        ...ourErrors,
      ),
    },
  });
  add.registerPath({
    method: 'get',
    path: staffPaths.audit,
    summary: 'The log of decisions, for admins',
    request: { query: z.object({ after: z.string().optional() }) },
    responses: {
      200: ok(z.object({ entries: z.array(AuditEntry), next: z.string().nullable() }), 'Latest first.'),
      ...problems('not_found', 'forbidden', ...who),
    },
  });
  add.registerPath({
    method: 'get',
    path: staffPaths.staff,
    summary: 'Who works here, for admins',
    responses: {
      200: ok(z.object({ people: z.array(StaffView) }), 'Without addresses.'),
      ...problems('forbidden', ...who),
    },
  });
}
