import { durations } from '../../contract/limits.ts';
import type { StoryStatus } from '../../contract/vocabulary.ts';
import { actorName, type StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Before } from './decide.ts';
import type { Decision, DecisionAction } from './ports.ts';
import { moveStory } from '../stories/move.ts';

/** Where each decision has put a story: only from there can it go back. */
const after: Partial<Record<DecisionAction, StoryStatus>> = {
  approve: 'published',
  refuse: 'refused',
  remove: 'removed',
};

const mails = ['story_published', 'story_refused', 'story_removed'];

/**
 * Takes the latest decision on a story back, as long as its mail waits: the story is what it was before, and
 * the mail is not sent.
 * @throws {DomainError} not_found, wrong_state (too late, undone already, or something came after it)
 */
export async function undo(
  deps: Pick<Deps, 'storage' | 'clock'>,
  actor: StaffActor,
  publicId: string,
): Promise<{ decision: Decision; storyId: number }> {
  const decision = await deps.storage.moderation.decision(publicId);
  const seen = decision && (await deps.storage.moderation.storyById(decision.storyId));
  if (!decision || !seen) throw new DomainError('not_found');
  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const story = await tx.stories.find(seen.publicId);
    const latest = await tx.moderation.latestDecision(decision.storyId);
    const fits =
      story?.version === decision.storyVersion &&
      latest?.id === decision.id &&
      decision.action !== 'restore' &&
      // Somebody has objected already: that gets an answer, from another person.
      !(await tx.moderation.findAppealOf(decision.id)) &&
      now < decision.at + durations.undoLife;
    if (!fits || !(await tx.moderation.undoDecision(decision.id, now))) throw new DomainError('wrong_state');
    const before = JSON.parse(decision.before) as Before;
    const from = after[decision.action];
    if (from && !(await moveStory(tx, story, [from], before.status, now))) throw new DomainError('wrong_state');
    await tx.stories.setFeatured(story.id, before.featured);
    await tx.stories.setTags(story.id, before.tags);
    await tx.moderation.cancelMailsAbout(mails, decision.id, now);
    await tx.audit('decision.undone', `story:${story.id}`, now, actorName(actor));
    return { decision: { ...decision, undoneAt: now }, storyId: story.id };
  });
}
