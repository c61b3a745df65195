import { durations } from '../../contract/limits.ts';
import type { AppealRequest } from '../../contract/story.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../ids.ts';
import { StorageConflictError, type Deps } from '../ports.ts';
import { findOwn, readOwn, type Author } from './own.ts';
import { standingRefusal } from './statement.ts';

/**
 * Objects to a refusal or a removal: once, for more than six months (DSA article 20), answered by another
 * person than the one who decided.
 * @throws {DomainError} not_found (no such refusal of this story), wrong_state (objected to before, too late)
 */
export async function appealDecision(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids'>,
  author: Author,
  publicId: string,
  { decision: decisionId, text }: AppealRequest,
): Promise<void> {
  const seen = await readOwn(deps, author, publicId);
  const decision = standingRefusal(await deps.storage.moderation.decisions([seen.id]));
  if (decision?.publicId !== decisionId) throw new DomainError('not_found');
  if (deps.clock.now() >= decision.at + durations.appealLife) throw new DomainError('wrong_state');
  try {
    await deps.storage.write(async (tx) => {
      const now = deps.clock.now();
      const story = await findOwn(tx, author, publicId);
      const ids = { publicId: newId(deps), decisionId: decision.id, storyId: story.id };
      await tx.moderation.insertAppeal({ ...ids, text, createdAt: now });
      await tx.audit('appeal.sent', `story:${story.id}`, now, `member:${story.memberId}`);
    });
  } catch (error) {
    // The table takes one appeal for each decision, also when the button is pressed twice at once.
    if (error instanceof StorageConflictError && error.kind === 'unique')
      throw new DomainError('wrong_state', { cause: error });
    throw error;
  }
}
