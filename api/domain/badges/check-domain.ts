import { badgeDurations } from '../../contract/limits.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Transaction } from '../ports.ts';
import { activate } from './activate.ts';
import { lockBadges } from './lock.ts';
import { readOwnBadge, requireBusiness, requireOwn, requireStanding, type BusinessBadge, type Holder } from './own.ts';
import type { Badge, BadgeChange } from './ports.ts';

type CheckDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'cdn' | 'domainProofs'>;

/**
 * Looks for the proof of a domain because its holder asks for it, and makes a badge that waits valid. The look takes
 * its time outside of any transaction; what it is worth is decided on the badge as it is then.
 * @throws {DomainError} not_found, wrong_state (a person's badge), badge_ended, unauthenticated, suspended,
 *   domain_unproven with its `finding`
 */
export async function checkDomain(deps: CheckDeps, actor: Holder, publicId: string): Promise<Badge> {
  const seen = requireOpen(await readOwnBadge(deps, actor, publicId));
  const found = await deps.domainProofs.look(seen.domain, publicId);
  const finding = found === 'dns' || found === 'file' ? undefined : found;
  const checked = await deps.storage.write(async (tx) => {
    const badge = await findOpen(tx, actor, publicId);
    await requireStanding(tx, actor);
    const now = deps.clock.now();
    if (finding) await noteMissing(tx, badge, now);
    else if (badge.status === 'active') await tx.badges.change(badge.id, proven(now));
    else {
      await activate(tx, deps, badge, now, proven(now));
      await tx.audit('badge.awarded', `badge:${badge.id}`, now, `member:${actor.memberId}`);
    }
    return findOpen(tx, actor, publicId);
  });
  // Whose fault silence is matters to the weekly look alone.
  if (finding) throw new DomainError('domain_unproven', { finding: finding === 'unreachable' ? 'no_answer' : finding });
  return checked;
}

/** What is noted of a badge whose domain was found proven. */
export function proven(now: number): BadgeChange {
  return { provenAt: now, checkedAt: now, missingSince: null, checkDueAt: now + badgeDurations.domainCheck };
}

/**
 * A look of the holder's own ends nothing and sends no mail. What it found wrong with a valid badge, the job looks
 * at next, and counts by its own rules.
 */
function noteMissing(tx: Transaction, { id, status, missingSince, checkDueAt }: Badge, now: number): Promise<void> {
  const isNews = status === 'active' && missingSince === null && checkDueAt !== null;
  return tx.badges.change(id, { checkedAt: now, ...(isNews && { checkDueAt: Math.min(now, checkDueAt) }) });
}

async function findOpen(tx: Transaction, { memberId }: Holder, publicId: string) {
  const [badge] = await lockBadges(tx, memberId, (one) => one.publicId === publicId);
  return requireOpen(requireOwn(badge, memberId));
}

function requireOpen(badge: Badge): BusinessBadge {
  const business = requireBusiness(badge);
  if (business.status === 'ended') throw new DomainError('badge_ended');
  return business;
}
