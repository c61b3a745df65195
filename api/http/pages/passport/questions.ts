/** What each widget asks the club, when, and which fields go with it: read from the schemas that the routes check with. */
import { z } from 'zod';
import { badgePaths } from '../../../contract/badge.ts';
import type { Embeddable } from '../../../contract/embed.ts';
import { MembershipRequest } from '../../../contract/membership.ts';
import { memberPaths, storyPaths, widgetPaths } from '../../../contract/paths.ts';
import { CodeRequest, SessionRequest } from '../../../contract/session.ts';
import { FeedQuery, ReportRequest, StoryChange } from '../../../contract/story.ts';
import { talliesPath } from '../../../contract/statistics.ts';
import { TallyReport } from '../../../contract/tally.ts';

/** When a question is asked: by itself, at the first touch of a form, or at a press on its button. */
export const moments = ['shown', 'touched', 'sent'] as const;
export type Moment = (typeof moments)[number];

/** What is sent, by the name of its schema. */
export const schemas = {
  membership: MembershipRequest,
  stories: FeedQuery,
  report: ReportRequest,
  code: CodeRequest,
  session: SessionRequest,
  story: StoryChange,
  tally: TallyReport,
  partner: z.object({ partner: z.string(), lang: z.string() }),
  challenge: z.object({ partner: z.string() }),
  counter: z.object({ partner: z.string() }),
  badge: z.object({ badge: z.string() }),
  file: z.object({ file: z.string() }),
} satisfies Record<string, z.ZodType>;
export type SchemaName = keyof typeof schemas;

interface Asked {
  when: Moment;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  schema: SchemaName;
}

const partner: Asked = { when: 'shown', method: 'GET', path: widgetPaths.partner('…'), schema: 'partner' };
const challenge: Asked = { when: 'touched', method: 'GET', path: widgetPaths.challenges, schema: 'challenge' };

const asked: Readonly<Record<Embeddable, readonly Asked[]>> = {
  signup: [partner, challenge, { when: 'sent', method: 'POST', path: widgetPaths.memberships, schema: 'membership' }],
  testimonials: [
    { when: 'shown', method: 'GET', path: storyPaths.stories, schema: 'stories' },
    { when: 'shown', method: 'POST', path: talliesPath, schema: 'tally' },
    challenge,
    { when: 'sent', method: 'POST', path: storyPaths.storyReports('…'), schema: 'report' },
  ],
  badge: [{ when: 'shown', method: 'GET', path: badgePaths.status('…'), schema: 'badge' }],
  counter: [{ when: 'shown', method: 'GET', path: widgetPaths.counter, schema: 'counter' }],
  'story-form': [
    partner,
    challenge,
    { when: 'sent', method: 'POST', path: memberPaths.sessionCodes, schema: 'code' },
    { when: 'sent', method: 'POST', path: memberPaths.sessions, schema: 'session' },
    { when: 'sent', method: 'PUT', path: memberPaths.myStory('…'), schema: 'story' },
    { when: 'sent', method: 'POST', path: memberPaths.uploads, schema: 'file' },
  ],
};

/** One question, with the fields that may go with it. */
export interface Question {
  when: Moment;
  method: string;
  path: string;
  fields: string[];
}

/** The questions of a widget, in the order in which a visitor causes them. */
export function questionsOf(widget: Embeddable, from: Readonly<Record<SchemaName, z.ZodType>> = schemas): Question[] {
  return asked[widget].map(({ schema, path, ...rest }) => ({
    ...rest,
    path: decodeURIComponent(path),
    fields: fieldsOf(from[schema]),
  }));
}

interface Described {
  properties?: Record<string, Described>;
}

/** Names of fields, those within others after a dot. */
function fieldsOf(schema: z.ZodType): string[] {
  const names = ({ properties = {} }: Described, before = ''): string[] =>
    Object.entries(properties).flatMap(([name, inner]) =>
      inner.properties ? names(inner, `${before}${name}.`) : [before + name],
    );
  return names(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described);
}
