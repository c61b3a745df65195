import { durations } from '../../contract/limits.ts';
import type { StatementView } from '../../contract/story.ts';
import type { Appeal, Decision } from '../moderation/ports.ts';

const lasting = ['approve', 'refuse', 'remove', 'restore'];

/** The refusal or removal that still holds: not undone, and nothing was decided after it. */
export function standingRefusal(decisions: readonly Decision[]): Decision | undefined {
  const last = decisions
    .filter(({ action, undoneAt }) => undoneAt === null && lasting.includes(action))
    .toSorted((a, b) => a.id - b.id)
    .at(-1);
  return last?.action === 'refuse' || last?.action === 'remove' ? last : undefined;
}

/** What the author can read of it, with the way to object (DSA articles 17 and 20). */
export function statementView(decision: Decision, appeal: Appeal | undefined): StatementView {
  return {
    decision: decision.publicId,
    action: decision.action === 'remove' ? 'remove' : 'refuse',
    reason: decision.reason ?? 'other',
    text: decision.text ?? '',
    at: decision.at,
    appealUntil: decision.at + durations.appealLife,
    appeal: appeal ? { status: appeal.status, text: appeal.text, at: appeal.createdAt, answer: appeal.answer } : null,
  };
}
