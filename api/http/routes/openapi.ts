import { OpenAPIHono, z } from '@hono/zod-openapi';
import { Challenge } from '../../contract/challenge.ts';
import { CounterView } from '../../contract/counter.ts';
import { locales } from '../../contract/locales.ts';
import { Slug } from '../../contract/fields.ts';
import { MembershipAccepted, MembershipRequest } from '../../contract/membership.ts';
import { PartnerView } from '../../contract/partner.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { ok, problems, type Registry } from './openapi-parts.ts';
import { describeStories } from './openapi-stories.ts';

/** The description of `/v1`, made from the schemas that the routes check with. */
function describeApi(publicUrl: string) {
  const docs = new OpenAPIHono();
  const add: Registry = docs.openAPIRegistry;
  const partnerErrors = ['partner_unknown', 'partner_paused', 'origin_not_allowed'] as const;
  add.registerPath({
    method: 'get',
    path: '/v1/partners/{partner}',
    summary: 'What a widget shows for one partner',
    request: { params: z.object({ partner: Slug }), query: z.object({ lang: z.enum(locales).optional() }) },
    responses: { 200: ok(PartnerView, 'The partner, in one language.'), ...problems(...partnerErrors) },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/challenges',
    summary: 'A proof-of-work challenge, bound to partner and origin',
    request: { query: z.object({ partner: Slug }) },
    responses: { 200: ok(Challenge, 'Works once, for ten minutes.'), ...problems(...partnerErrors, 'rate_limited') },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/memberships',
    summary: 'Sign up: a confirmation mail follows',
    description: 'The answer is the same whoever the address belongs to. Nobody is a member before they confirm.',
    request: { body: { required: true, content: { 'application/json': { schema: MembershipRequest } } } },
    responses: {
      202: ok(MembershipAccepted, 'Taken.'),
      ...problems(
        ...partnerErrors,
        'invalid_request',
        'invalid_json',
        'unsupported_media_type',
        'body_too_large',
        'proof_invalid',
        'proof_expired',
        'proof_spent',
        'too_fast',
        'rate_limited',
        'busy',
        'internal',
      ),
    },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/counter',
    summary: 'Confirmed members, the goal, and the share of a partner',
    request: { query: z.object({ partner: Slug.optional() }) },
    responses: { 200: ok(CounterView, 'Confirmed members only.'), ...problems('partner_unknown', 'partner_paused') },
  });
  describeStories(add);
  return docs.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ambassador Widgets',
      version: 'v1',
      description: 'Public API of an ambassadors’ club: what its widgets on partner sites talk to.',
    },
    servers: [{ url: publicUrl }],
  });
}

export function openapiRoutes(deps: AppDeps): Route[] {
  // Made when it is first asked for: most starts are not for its sake.
  let ready: ReadyBody | undefined;
  const show = (c: AppContext) => sendReady(c, (ready ??= readyJson(describeApi(deps.publicUrl), 300)));
  return [{ method: 'GET', path: '/v1/openapi.json', role: 'public', handler: show }];
}
