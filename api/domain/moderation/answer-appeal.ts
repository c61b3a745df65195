import type { AppealDecision } from '../../contract/moderation.ts';
import { actorName, type StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import { blockerOf } from './blockers.ts';
import { record, requireReason, tagsOf, type DecideDeps } from './decide.ts';
import { orderAuthorMail } from './mails.ts';
import { moveStory } from '../stories/move.ts';

/**
 * Answers an appeal: another person than the one who decided (DSA article 20). Upheld, the story is public
 * again, unless its author has meanwhile changed or withdrawn it: then that stands.
 * @returns the story's row id
 * @throws {DomainError} not_found, same_person, captions_missing, media_not_ready, wrong_state,
 * invalid_request
 */
export async function answerAppeal(
  deps: DecideDeps,
  actor: StaffActor,
  publicId: string,
  request: AppealDecision,
): Promise<number> {
  requireReason(request);
  const { moderation } = deps.storage;
  const appeal = await moderation.appeal(publicId);
  const decision = appeal && (await moderation.decisionById(appeal.decisionId));
  const seen = appeal && (await moderation.storyById(appeal.storyId));
  if (!appeal || !decision || !seen) throw new DomainError('not_found');
  if (decision.staffId === actor.staffId) throw new DomainError('same_person');
  const tags = await tagsOf(deps, seen.id);
  const blocker = request.action === 'uphold' ? await blockerOf(deps, seen) : undefined;

  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const status = request.action === 'uphold' ? 'upheld' : 'rejected';
    if (!(await tx.moderation.decideAppeal(appeal.id, status, request.text, actor.staffId, now))) {
      throw new DomainError('wrong_state');
    }
    await tx.audit(`appeal.${status}`, `appeal:${appeal.id}`, now, actorName(actor));
    await orderAuthorMail(deps, tx, seen, 'appeal_decided', appeal.id, now);
    const story = await tx.stories.find(seen.publicId);
    if (request.action === 'reject' || !story || story.version !== decision.storyVersion) return seen.id;
    if (blocker) throw new DomainError(blocker);
    const before = { status: story.status, featured: story.featured, tags };
    if (await moveStory(tx, story, ['refused', 'removed'], 'published', now)) {
      await record(deps, tx, actor, story, { action: 'restore', reason: null, text: request.text, before });
    }
    return story.id;
  });
}
