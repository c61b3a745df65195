import { durations } from '../../contract/limits.ts';
import type { DecisionRequest } from '../../contract/moderation.ts';
import type { StoryStatus } from '../../contract/vocabulary.ts';
import { actorName, type StaffActor } from '../actor.ts';
import { DomainError, refuseField } from '../errors.ts';
import type { Deps, Transaction } from '../ports.ts';
import { moveStory } from '../stories/move.ts';
import type { Story } from '../stories/ports.ts';
import { blockerOf } from './blockers.ts';
import { isHidden } from './hidden.ts';
import { newId } from '../ids.ts';
import { orderAuthorMail } from './mails.ts';
import type { Decision, DecisionAction } from './ports.ts';

/** What a story was before a decision: where undoing goes back to. */
export interface Before {
  status: StoryStatus;
  featured: boolean;
  tags: string[];
}

export type DecideDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'club' | 'publicUrl'>;

/**
 * One decision on one story, exactly the version that was looked at: status, log, audit and the author's mail
 * in one transaction. The mail waits as long as the decision can be taken back.
 * @throws {DomainError} not_found, story_changed, wrong_state, captions_missing, media_not_ready, invalid_request
 */
export async function decide(
  deps: DecideDeps,
  actor: StaffActor,
  publicId: string,
  request: DecisionRequest,
): Promise<Decision> {
  requireReason(request);
  // Whatever changes in a story or its media raises its version: what is read here holds if the version does.
  const seen = await deps.storage.stories.byPublicId(publicId);
  if (!seen || isHidden(seen)) throw new DomainError('not_found');
  const tags = await tagsOf(deps, seen.id);
  const blocker = request.action === 'approve' ? await blockerOf(deps, seen) : undefined;
  return deps.storage.write(async (tx) => {
    const story = await tx.stories.find(publicId);
    if (!story || isHidden(story)) throw new DomainError('not_found');
    if (story.version !== request.version || story.version !== seen.version) throw new DomainError('story_changed');
    if (blocker) throw new DomainError(blocker);
    const before: Before = { status: story.status, featured: story.featured, tags };
    await act(deps, tx, story, request);
    const reason = 'reason' in request ? request.reason : null;
    const text = 'text' in request ? request.text : null;
    const decision = await record(deps, tx, actor, story, { action: request.action, reason, text, before });
    const mail = mailOf[request.action];
    if (mail) await orderAuthorMail(deps, tx, story, mail, decision.id, decision.at + durations.undoLife);
    return decision;
  });
}

/** The tags of one story. */
export async function tagsOf({ storage }: Pick<Deps, 'storage'>, storyId: number): Promise<string[]> {
  return (await storage.stories.tags([storyId])).get(storyId) ?? [];
}

const mailOf = {
  approve: 'story_published',
  refuse: 'story_refused',
  remove: 'story_removed',
  feature: undefined,
  unfeature: undefined,
  tag: undefined,
} as const;

/** Nobody is refused without a reason in words (DSA article 17). */
export function requireReason(request: object & { text?: string }): void {
  if (request.text !== undefined && !/\S/.test(request.text)) refuseField('text', 'reason_missing');
}

async function act(deps: DecideDeps, tx: Transaction, story: Story, request: DecisionRequest): Promise<void> {
  const now = deps.clock.now();
  switch (request.action) {
    case 'approve':
      return require(await moveStory(tx, story, ['pending'], 'published', now));
    case 'refuse':
      return require(await moveStory(tx, story, ['pending'], 'refused', now));
    case 'remove':
      return require(await moveStory(tx, story, ['published'], 'removed', now));
    case 'feature':
    case 'unfeature':
      require(story.status === 'published');
      return tx.stories.setFeatured(story.id, request.action === 'feature');
    case 'tag': {
      const known = new Set(deps.club.tags.map(({ id }) => id));
      if (request.tags.some((tag) => !known.has(tag))) refuseField('tags', 'invalid');
      return tx.stories.setTags(story.id, [...new Set(request.tags)]);
    }
  }
}

function require(fits: boolean): void {
  if (!fits) throw new DomainError('wrong_state');
}

/** Writes a decision down, with who took it. */
export async function record(
  deps: Pick<Deps, 'clock' | 'ids'>,
  tx: Transaction,
  actor: StaffActor,
  story: Story,
  made: { action: DecisionAction; reason: Decision['reason']; text: string | null; before: Before },
): Promise<Decision> {
  const at = deps.clock.now();
  const decision = {
    publicId: newId(deps),
    storyId: story.id,
    storyVersion: story.version,
    staffId: actor.staffId,
    action: made.action,
    reason: made.reason,
    text: made.text,
    before: JSON.stringify(made.before),
    at,
  };
  const id = await tx.moderation.insertDecision(decision);
  await tx.audit(`story.${made.action}`, `story:${story.id}`, at, actorName(actor));
  return { ...decision, id, undoneAt: null };
}
