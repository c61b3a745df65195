import { z } from '@hono/zod-openapi';
import { PublicId, Slug } from '../../contract/fields.ts';
import {
  AppealRequest,
  FeedQuery,
  MediaChange,
  MyStories,
  MyStoryView,
  PermissionChange,
  ReportReceipt,
  ReportRequest,
  StoryChange,
  StoryFeed,
  StoryFields,
  StoryView,
} from '../../contract/story.ts';
import { body, bodyErrors, ok, ourErrors, partnerErrors, problems, proofErrors, type Registry } from './parts.ts';

const oneStory = z.object({ id: PublicId });
const oneMedia = z.object({ id: PublicId, media: PublicId });
const language = z.string().max(64).optional().openapi({ description: 'A BCP 47 tag.' });

/** Stories: what everybody reads, what authors do, reports and objections. */
export function describeStories(add: Registry): void {
  describeReading(add);
  describeWriting(add);
  describeMedia(add);
}

function describeReading(add: Registry): void {
  add.registerPath({
    method: 'get',
    path: '/v1/stories',
    summary: 'Published stories, a page at a time',
    description: 'With `partner`, what partners’ sites may show; without, what the club’s own site may show.',
    request: { query: FeedQuery },
    responses: {
      200: ok(StoryFeed, 'Changes at once with what is published, withdrawn or permitted.'),
      ...problems('invalid_request', 'partner_unknown', 'partner_paused'),
    },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/stories/{id}',
    summary: 'One published story',
    request: { params: oneStory, query: z.object({ partner: Slug.optional(), lang: language }) },
    responses: {
      200: ok(StoryView, 'Published, and permitted on the site that asks.'),
      ...problems('not_found', 'partner_unknown', 'partner_paused'),
    },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/stories/{id}/reports',
    summary: 'Report a story, without an account',
    description: 'A receipt follows by mail when an address was given. A person decides.',
    request: { params: oneStory, ...body(ReportRequest) },
    responses: {
      201: ok(ReportReceipt, 'Taken. The number is what mails and the decision name.'),
      ...problems(...bodyErrors, ...partnerErrors, ...proofErrors, ...ourErrors, 'not_found', 'rate_limited'),
    },
  });
}

const member = ['unauthenticated', 'origin_not_allowed'] as const;
const writing = [...member, 'rate_limited', ...ourErrors] as const;

function describeWriting(add: Registry): void {
  const answer = { 200: ok(MyStoryView, 'The story as it is now.') };
  add.registerPath({
    method: 'get',
    path: '/v1/me/stories',
    summary: 'My stories, and what the form shows',
    request: { query: z.object({ lang: language }) },
    responses: { 200: ok(MyStories, 'Newest first.'), ...problems(...member) },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/me/stories',
    summary: 'Begin a story',
    description: 'It may be incomplete in everything.',
    request: {
      query: z.object({ partner: Slug.optional().openapi({ description: 'On whose page it is told.' }) }),
      ...body(StoryFields),
    },
    responses: {
      201: ok(MyStoryView, 'A draft.'),
      ...problems(...bodyErrors, ...writing, 'drafts_full', 'partner_unknown', 'partner_paused'),
    },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/me/stories/{id}',
    summary: 'One of my stories',
    request: { params: oneStory },
    responses: { ...answer, ...problems(...member, 'not_found') },
  });
  add.registerPath({
    method: 'put',
    path: '/v1/me/stories/{id}',
    summary: 'Change the words of a story',
    description: 'What is published leaves every feed and waits for a moderator again.',
    request: { params: oneStory, ...body(StoryChange) },
    responses: { ...answer, ...problems(...bodyErrors, ...writing, 'not_found', 'story_changed') },
  });
  add.registerPath({
    method: 'delete',
    path: '/v1/me/stories/{id}',
    summary: 'Delete a story with its media',
    request: { params: oneStory },
    responses: { 204: { description: 'It is gone.' }, ...problems(...writing, 'not_found') },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/me/stories/{id}/submit',
    summary: 'Send a story to the moderators',
    description: 'Everything that is missing is answered at once.',
    request: { params: oneStory },
    responses: {
      ...answer,
      ...problems('invalid_request', ...writing, 'not_found', 'minor_media', 'story_changed', 'wrong_state'),
    },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/me/stories/{id}/withdraw',
    summary: 'Take a story back from everywhere',
    description: 'Its permissions end and its media are deleted; its words stay with the author.',
    request: { params: oneStory },
    responses: { ...answer, ...problems(...writing, 'not_found', 'wrong_state') },
  });
  add.registerPath({
    method: 'put',
    path: '/v1/me/stories/{id}/permissions',
    summary: 'Say where a story may appear',
    description: 'Acts at once. Without any site left, a published story is withdrawn.',
    request: {
      params: oneStory,
      query: z.object({ lang: language.openapi({ description: 'In which language the sentences were shown.' }) }),
      ...body(PermissionChange),
    },
    responses: { ...answer, ...problems(...bodyErrors, ...writing, 'not_found') },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/me/stories/{id}/appeals',
    summary: 'Object to a refusal or a removal',
    description: 'Once for each, for more than six months. Another person decides.',
    request: { params: oneStory, ...body(AppealRequest) },
    responses: {
      201: ok(MyStoryView, 'The story, with the objection in its statement.'),
      ...problems(...bodyErrors, ...writing, 'not_found', 'wrong_state'),
    },
  });
}

function describeMedia(add: Registry): void {
  const answer = { 200: ok(MyStoryView, 'The story as it is now.') };
  add.registerPath({
    method: 'put',
    path: '/v1/me/stories/{id}/media/{media}',
    summary: 'Describe a photo, or move it',
    request: { params: oneMedia, ...body(MediaChange) },
    responses: { ...answer, ...problems(...bodyErrors, ...writing, 'not_found', 'story_changed') },
  });
  add.registerPath({
    method: 'delete',
    path: '/v1/me/stories/{id}/media/{media}',
    summary: 'Take a photo or film away',
    request: { params: oneMedia },
    responses: { ...answer, ...problems(...writing, 'not_found', 'story_changed') },
  });
}
