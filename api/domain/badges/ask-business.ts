import { badgeLimits } from '../../contract/limits.ts';
import { DomainError, refuseField } from '../errors.ts';
import type { Deps, Member, Transaction } from '../ports.ts';
import { newBadgeId } from './badge-id.ts';
import { parseAskedDomain } from './domain-name.ts';
import { lockBadges, written } from './lock.ts';
import { requireStanding, type Holder } from './own.ts';
import type { Badge } from './ports.ts';

/**
 * Asks for a badge on a domain. It waits, and nobody else sees it, until the domain is proven. Asking again for the
 * same domain answers the same badge; one that had ended waits for its proof under its old address, so that what is
 * built into the site holds again, and reads "ended" for everybody else until then.
 * @param typed what the holder wrote
 * @throws {DomainError} invalid_request on `domain`, unauthenticated, suspended (the member, or this badge), badges_full
 */
export async function askBusiness(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids'>,
  actor: Holder,
  typed: string,
): Promise<Badge> {
  const domain = parseAskedDomain(typed) ?? refuseField('domain', 'domain_invalid');
  return deps.storage.write(async (tx) => {
    const business = await lockBadges(tx, actor.memberId, ({ kind }) => kind === 'business');
    const member = await requireStanding(tx, actor);
    const had = business.find((badge) => badge.domain === domain);
    if (had && had.status !== 'ended') return had;
    // What the staff have ended does not come back by asking.
    if (had?.endReason === 'suspended') throw new DomainError('suspended');
    const open = business.filter(({ status }) => status !== 'ended').length;
    if (open >= badgeLimits.business || (!had && business.length >= badgeLimits.businessEver)) {
      throw new DomainError('badges_full');
    }
    const publicId = had ? await askAgain(tx, had) : await insert(tx, deps, member, domain);
    const badge = await written(tx, publicId);
    await tx.audit('badge.asked', `badge:${badge.id}`, deps.clock.now(), `member:${actor.memberId}`);
    return badge;
  });
}

async function askAgain(tx: Transaction, { id, publicId }: Badge): Promise<string> {
  // When it ended stays: that is what everybody else reads until it is proven.
  const open = { endReason: null, provenAt: null, missingSince: null, checkDueAt: null };
  await tx.badges.change(id, { ...open, status: 'waiting' });
  return publicId;
}

async function insert(
  tx: Transaction,
  deps: Pick<Deps, 'clock' | 'ids'>,
  { id: memberId, language, circle }: Member,
  domain: string,
): Promise<string> {
  const publicId = newBadgeId(deps);
  const silent = { showsName: false, showsCircle: false, name: null };
  await tx.badges.insert(
    { publicId, memberId, kind: 'business', language, circle, domain, ...silent },
    deps.clock.now(),
  );
  return publicId;
}
