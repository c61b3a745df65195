import { badgeDurations } from '../../contract/limits.ts';
import type { Deps, Transaction } from '../ports.ts';
import { proven } from './check-domain.ts';
import { endBadge } from './end.ts';
import { lockBadges } from './lock.ts';
import { judge, lookAt, wasSeen, type Look } from './look-at-domains.ts';
import { orderHolderMail } from './mails.ts';
import type { Badge } from './ports.ts';

type RecheckDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'cdn' | 'publicUrl' | 'domainProofs' | 'log'>;

const batch = 20;

/**
 * Looks again at the domains that are due, a few at a time and outside of any transaction. A proof that is missing is
 * told to the holder once, looked for daily, and ends the badge after 14 days.
 *
 * A fault of ours must not end everybody's badge: `judge` says what counts.
 * @returns how many badges were ended
 */
export async function recheckDomains(deps: RecheckDeps, signal?: AbortSignal): Promise<number> {
  const done = new Set<number>();
  let ended = 0;
  while (!signal?.aborted) {
    const due = await deps.storage.badges.domainsDue(deps.clock.now(), batch);
    const next = due.filter(({ id }) => !done.has(id));
    if (next.length === 0) break;
    for (const { id } of next) done.add(id);
    const looks = await lookAt(deps, next, signal);
    // Of a look that was cut short, nothing is concluded: who was left out may have been the one to be seen.
    if (signal?.aborted) break;
    const counts = await judge(deps, looks, signal);
    for (const look of looks) {
      if (signal?.aborted) return ended;
      if (await settle(deps, look, counts(look))) ended += 1;
    }
  }
  return ended;
}

/**
 * Writes down what a look found, if the badge is still as it was then: of two processes, one does. One that has ended
 * meanwhile, because its holder left or was suspended, stays as it is.
 * @param counts whether not finding it says something about the domain
 * @returns whether the badge was ended
 */
function settle(deps: RecheckDeps, look: Look, counts: boolean): Promise<boolean> {
  const { badge: seen } = look;
  return deps.storage.write(async (tx) => {
    const isSame = (one: Badge) =>
      one.id === seen.id && one.status === 'active' && one.domain === seen.domain && one.checkDueAt === seen.checkDueAt;
    const [badge] = await lockBadges(tx, seen.memberId, isSame);
    if (!badge) return false;
    const now = deps.clock.now();
    if (wasSeen(look)) await tx.badges.change(badge.id, proven(now));
    else if (counts) return miss(tx, deps, badge, now);
    else await tx.badges.change(badge.id, { checkedAt: now, checkDueAt: now + badgeDurations.domainRetry });
    return false;
  });
}

async function miss(tx: Transaction, deps: RecheckDeps, badge: Badge, now: number): Promise<boolean> {
  const since = badge.missingSince ?? now;
  const isLost = now >= since + badgeDurations.domainGrace;
  await tx.badges.change(badge.id, {
    checkedAt: now,
    missingSince: since,
    checkDueAt: isLost ? null : now + badgeDurations.domainRetry,
  });
  if (isLost) await endBadge(tx, deps, badge, 'domain_lost', now);
  if (!isLost && badge.missingSince !== null) return false;
  const member = await tx.findMember(badge.memberId);
  const kind = isLost ? 'badge_domain_lost' : 'badge_domain_missing';
  if (member) await orderHolderMail(tx, deps, kind, badge, member, now);
  return isLost;
}
