import { perReport, talliesPath } from '../../contract/statistics.ts';
import { TallyReport } from '../../contract/tally.ts';
import { z } from '@hono/zod-openapi';
import { Challenge } from '../../contract/challenge.ts';
import { CounterView } from '../../contract/counter.ts';
import { Slug } from '../../contract/fields.ts';
import { locales } from '../../contract/locales.ts';
import { MembershipAccepted, MembershipRequest } from '../../contract/membership.ts';
import { PartnerView } from '../../contract/partner.ts';
import { body, bodyErrors, ok, ourErrors, partnerErrors, problems, proofErrors, type Registry } from './parts.ts';

/** What every widget asks: its partner, challenges, sign-ups, the counter. */
export function describeWidgets(add: Registry): void {
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
    request: body(MembershipRequest),
    responses: {
      202: ok(MembershipAccepted, 'Taken.'),
      ...problems(...partnerErrors, ...bodyErrors, ...proofErrors, 'rate_limited', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'post',
    path: talliesPath,
    summary: 'Add to the counts of stories seen and films played',
    description:
      'Counts of things, by day, partner, page and campaign. Nothing says to whom they were shown, and nothing of who ' +
      `sends them is kept. More than ${perReport} of one kind count as that many. A page that is closing may send it as \`text/plain\`.`,
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: TallyReport }, 'text/plain': { schema: TallyReport } },
      },
    },
    responses: {
      204: { description: 'Counted.' },
      ...problems(...partnerErrors, ...bodyErrors, 'rate_limited', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/counter',
    summary: 'Confirmed members, the goal, and the share of a partner',
    request: { query: z.object({ partner: Slug.optional() }) },
    responses: { 200: ok(CounterView, 'Confirmed members only.'), ...problems('partner_unknown', 'partner_paused') },
  });
}
