import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppDeps } from '../env.ts';
import { describeBadges } from '../openapi/badges.ts';
import { describeBadgeChecks } from '../openapi/badge-checks.ts';
import { describeSessions, describeStaffSessions } from '../openapi/sessions.ts';
import { describeModeration } from '../openapi/moderation.ts';
import { describeStories } from '../openapi/stories.ts';
import { describeUploads } from '../openapi/uploads.ts';
import { describeWidgets } from '../openapi/widgets.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';

/** The description of `/v1`, made from the schemas that the routes check with. One file an area adds to it. */
function describeApi(publicUrl: string) {
  const docs = new OpenAPIHono();
  const add = docs.openAPIRegistry;
  describeWidgets(add);
  describeSessions(add);
  describeStaffSessions(add);
  describeStories(add);
  describeUploads(add);
  describeModeration(add);
  describeBadges(add);
  describeBadgeChecks(add);
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
