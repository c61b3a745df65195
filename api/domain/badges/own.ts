import { badgeIdPattern } from '../../contract/badge.ts';
import type { MemberActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps, Member, Transaction } from '../ports.ts';
import type { Badge } from './ports.ts';

/** Whose badges these are: found from the session, never from the request. */
export type Holder = Pick<MemberActor, 'memberId'>;

/** A business badge whose domain is known. */
export type BusinessBadge = Badge & { domain: string };

/**
 * A holder's own badge. Somebody else's does not exist for them, nor does one from before they left the club.
 * @throws {DomainError} not_found
 */
export async function readOwnBadge(
  { storage }: Pick<Deps, 'storage'>,
  { memberId }: Holder,
  publicId: string,
): Promise<Badge> {
  const badge = badgeIdPattern.test(publicId) ? await storage.badges.byPublicId(publicId) : undefined;
  return requireOwn(badge, memberId);
}

/** Whatever a holder may know of, their own first, then those of their business by age. */
export async function ownBadges({ storage }: Pick<Deps, 'storage'>, { memberId }: Holder): Promise<Badge[]> {
  return (await storage.badges.ofMember(memberId)).filter(isTheirs);
}

/** What was given up before anybody saw it is over, and so is what they had before they left and came back. */
function isTheirs({ status, awardedAt, endReason }: Badge): boolean {
  return endReason !== 'left' && !(status === 'ended' && awardedAt === null);
}

/** @throws {DomainError} not_found */
export function requireOwn(badge: Badge | undefined, memberId: number): Badge {
  if (badge?.memberId !== memberId || badge.endReason === 'left') throw new DomainError('not_found');
  return badge;
}

/**
 * What can be done with a badge of a business alone.
 * @throws {DomainError} wrong_state
 */
export function requireBusiness(badge: Badge): BusinessBadge {
  const { domain } = badge;
  if (domain === null) throw new DomainError('wrong_state');
  return { ...badge, domain };
}

/**
 * Whoever asks for something new has to be a member in good standing at this very moment.
 * @throws {DomainError} unauthenticated, suspended
 */
export async function requireStanding(tx: Transaction, { memberId }: Holder): Promise<Member> {
  const member = await tx.findMember(memberId);
  if (member?.status !== 'active') throw new DomainError('unauthenticated');
  if (member.suspendedAt !== null) throw new DomainError('suspended');
  return member;
}
