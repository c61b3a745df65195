import { DomainError } from '../errors.ts';
import type { Deps, Member, Transaction } from '../ports.ts';
import { activate } from './activate.ts';
import { newBadgeId } from './badge-id.ts';
import { lockBadges, written } from './lock.ts';
import type { Badge } from './ports.ts';

/**
 * Gives a member their badge. One that has ended is revived under the same address, with what its holder chose; a
 * valid one stays as it is. Somebody who left and came back gets another: the old address never points to them again.
 * @throws {DomainError} suspended: the member, or this badge by the staff
 */
export async function award(
  tx: Transaction,
  deps: Pick<Deps, 'ids' | 'cdn'>,
  member: Member,
  now: number,
): Promise<Badge> {
  if (member.suspendedAt !== null) throw new DomainError('suspended');
  const [had] = await lockBadges(tx, member.id, isTheirs);
  if (had?.status === 'active') return had;
  if (had?.endReason === 'suspended') throw new DomainError('suspended');
  const badge = had ?? (await insert(tx, deps, member, now));
  await activate(tx, deps, badge, now);
  await tx.audit(had ? 'badge.revived' : 'badge.awarded', `badge:${badge.id}`, now);
  return written(tx, badge.publicId);
}

/** A person's own badge, unless it ended because they left. */
export const isTheirs = ({ kind, endReason }: Badge): boolean => kind === 'person' && endReason !== 'left';

async function insert(tx: Transaction, deps: Pick<Deps, 'ids'>, member: Member, now: number): Promise<Badge> {
  const publicId = newBadgeId(deps);
  const { id: memberId, language, circle } = member;
  await tx.badges.insert(
    {
      publicId,
      memberId,
      kind: 'person',
      language,
      circle,
      domain: null,
      showsName: false,
      showsCircle: false,
      name: null,
    },
    now,
  );
  return written(tx, publicId);
}
