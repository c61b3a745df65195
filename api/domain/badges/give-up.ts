import type { Deps } from '../ports.ts';
import { endBadge } from './end.ts';
import { lockBadges } from './lock.ts';
import { requireBusiness, requireOwn, type Holder } from './own.ts';

/**
 * Gives a business badge up: it is revoked at once, and its place among the five is free. Doing it twice is fine. A
 * person's own badge is not given up but ends with the membership; until then its holder chooses what it shows.
 * @throws {DomainError} not_found, wrong_state (a person's badge)
 */
export function giveUp(deps: Pick<Deps, 'storage' | 'clock' | 'cdn'>, actor: Holder, publicId: string): Promise<void> {
  return deps.storage.write(async (tx) => {
    const [badge] = await lockBadges(tx, actor.memberId, (one) => one.publicId === publicId);
    const business = requireBusiness(requireOwn(badge, actor.memberId));
    await endBadge(tx, deps, business, 'given_up', deps.clock.now(), `member:${actor.memberId}`);
  });
}
