import { z } from '@hono/zod-openapi';
import { badgeIdPattern, badgeStates, type BadgeStatus } from '../../contract/badge.ts';
import { badgeKinds, badgeStatuses } from '../../contract/badge-words.ts';
import { BadgeChoices, BusinessBadgeRequest, type MyBadge } from '../../contract/badge-requests.ts';
import { orNull } from '../../contract/fields.ts';
import { body, bodyErrors, ok, ourErrors, problems, type Registry } from './parts.ts';

const BadgeId = z.string().regex(badgeIdPattern).openapi({ example: '7VqkT3yJmE2bqXr4AhpWnD' });
const oneBadge = z.object({ id: BadgeId });
const time = orNull(z.string().openapi({ format: 'date-time' }));
const day = z.string().openapi({ format: 'date' });
const domain = orNull(z.string()).openapi({ description: 'In punycode. Null for a person’s badge.' });

const Status = z
  .object({
    id: BadgeId,
    state: z.enum(badgeStates),
    circle: orNull(z.string()),
    name: orNull(z.string()),
    domain,
    since: day,
    until: orNull(day),
  })
  .openapi('BadgeStatus') satisfies z.ZodType<BadgeStatus>;

const Mine = BadgeChoices.extend({
  id: BadgeId,
  kind: z.enum(badgeKinds),
  status: z.enum(badgeStatuses),
  domain,
  proof: orNull(z.object({ name: z.string(), value: z.string(), file: z.string(), content: z.string() })).openapi({
    description: 'Name and value of a DNS TXT record, address and content of a file. Either proves the domain.',
  }),
  provenAt: time,
  checkedAt: time,
  missingSince: time,
  awardedAt: time,
  validUntil: time,
  page: z.string(),
}).openapi('MyBadge') satisfies z.ZodType<MyBadge>;

const member = ['unauthenticated', 'origin_not_allowed'] as const;
const writing = [...member, 'rate_limited', ...ourErrors] as const;

/** Badges: what everybody is told of one, and what its holder does. */
export function describeBadges(add: Registry): void {
  add.registerPath({
    method: 'get',
    path: '/v1/badges/{id}',
    summary: 'The live state of a badge',
    request: { params: oneBadge },
    responses: { 200: ok(Status, 'Valid, or ended for whatever reason.'), ...problems('not_found') },
  });
  add.registerPath({
    method: 'get',
    path: '/v1/me/badges',
    summary: 'My badges',
    responses: { 200: ok(z.array(Mine), 'My own first, then those of my business by age.'), ...problems(...member) },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/me/badges',
    summary: 'Ask for a badge on the domain of a business',
    description:
      'It waits until the domain is proven. A `www.` in front is dropped: a badge is valid on everything under its ' +
      'domain. Asking again for the same domain answers the same badge.',
    request: body(BusinessBadgeRequest),
    responses: {
      201: ok(Mine, 'The badge, with what proves the domain.'),
      ...problems(...bodyErrors, ...writing, 'suspended', 'badges_full'),
    },
  });
  describeOne(add);
}

function describeOne(add: Registry): void {
  const answer = { 200: ok(Mine, 'The badge as it is now.') };
  add.registerPath({
    method: 'put',
    path: '/v1/me/badges/{id}',
    summary: 'Choose what a badge shows',
    description: 'Acts at once. What is taken back is revoked in the files too that were downloaded before.',
    request: { params: oneBadge, ...body(BadgeChoices) },
    responses: { ...answer, ...problems(...bodyErrors, ...writing, 'not_found', 'suspended', 'badge_ended') },
  });
  add.registerPath({
    method: 'delete',
    path: '/v1/me/badges/{id}',
    summary: 'Give a business badge up',
    description: 'It is revoked. A person’s own badge ends with the membership.',
    request: { params: oneBadge },
    responses: { 204: { description: 'It has ended.' }, ...problems(...writing, 'not_found', 'wrong_state') },
  });
  add.registerPath({
    method: 'post',
    path: '/v1/me/badges/{id}/checks',
    summary: 'Look for the proof of a domain now',
    description:
      'Once a minute for one badge, 30 times a day for all. Afterwards it is looked for weekly. When it is not found, ' +
      'the problem `domain_unproven` says why in `finding`.',
    request: { params: oneBadge },
    responses: {
      200: ok(Mine, 'It was found: the badge is valid.'),
      ...problems(...writing, 'not_found', 'wrong_state', 'badge_ended', 'suspended', 'domain_unproven'),
    },
  });
}
