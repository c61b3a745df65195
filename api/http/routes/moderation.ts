import { CaptionChange, DecisionRequest } from '../../contract/moderation.ts';
import { matchLocale } from '../../contract/locales.ts';
import { staffPaths } from '../../contract/paths.ts';
import { caption } from '../../domain/moderation/caption.ts';
import { decide } from '../../domain/moderation/decide.ts';
import { listQueue, readStory, type QueueName } from '../../domain/moderation/list.ts';
import { undo } from '../../domain/moderation/undo.ts';
import { viewDecision } from '../../domain/moderation/view.ts';
import { DomainError } from '../../domain/errors.ts';
import { readJson } from '../body.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { staffActor } from '../guard.ts';
import { ownJson } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';

const queues = ['pending', 'published', 'refused'] as const satisfies readonly QueueName[];

/**
 * The queue of stories and what is decided about them.
 * @param changed called when what is public may have changed
 */
export function moderationRoutes(deps: AppDeps, changed: () => void): Route[] {
  const localeOf = (c: AppContext) => matchLocale(c.req.query('lang'), deps.club.defaultLanguage);

  async function queue(c: AppContext): Promise<Response> {
    const view = queues.find((one) => one === (c.req.query('view') ?? 'pending'));
    if (!view) throw new DomainError('not_found');
    return ownJson(await listQueue(deps, view, c.req.query('after'), localeOf(c)));
  }

  async function story(c: AppContext): Promise<Response> {
    return ownJson({ story: await readStory(deps, c.req.param('id') ?? '', localeOf(c)) });
  }

  async function take(c: AppContext): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const request = validate(DecisionRequest, await readJson(c));
    const decision = await decide(deps, staffActor(c), id, request);
    changed();
    const decided = await viewDecision(deps, decision);
    return ownJson({ decision: decided, story: await readStory(deps, id, localeOf(c)) });
  }

  async function takeBack(c: AppContext): Promise<Response> {
    const { decision, storyId } = await undo(deps, staffActor(c), c.req.param('id') ?? '');
    changed();
    const decided = await viewDecision(deps, decision);
    return ownJson({ decision: decided, story: await readStory(deps, storyId, localeOf(c)) });
  }

  async function captions(c: AppContext): Promise<Response> {
    const change = validate(CaptionChange, await readJson(c, captionBytes));
    const storyId = await caption(deps, staffActor(c), c.req.param('id') ?? '', change);
    changed();
    return ownJson({ story: await readStory(deps, storyId, localeOf(c)) });
  }

  return [
    { method: 'GET', path: staffPaths.queue, role: 'moderator', handler: queue },
    { method: 'GET', path: '/v1/staff/stories/:id', role: 'moderator', handler: story },
    { method: 'POST', path: '/v1/staff/stories/:id/decisions', role: 'moderator', handler: take },
    { method: 'POST', path: '/v1/staff/decisions/:id/undo', role: 'moderator', handler: takeBack },
    { method: 'PUT', path: '/v1/staff/media/:id/captions', role: 'moderator', handler: captions },
  ];
}

/** Captions in eight languages and a transcript. */
const captionBytes = 600_000;
