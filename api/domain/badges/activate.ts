import type { Deps, Transaction } from '../ports.ts';
import { endOfLife } from './badge-life.ts';
import { placeFor } from './entry.ts';
import { badgeTag, forgetCached } from './forget-cached.ts';
import type { Badge, BadgeChange, StatusEntry } from './ports.ts';
import { nameFor } from './shown-name.ts';
import { tellOfBadge } from './tell.ts';

/**
 * Makes a badge valid for thirteen months from now: a new one, one that had ended, or one that goes on under a
 * new `validFrom`, of which verifiers take the newest. It keeps its place in the status list as long as it is
 * active; whatever was revoked stays revoked, so that one that comes back gets a new place.
 * @param badge as it is inside this transaction. Without a place it gets one, whatever its status
 * @param change what else changes
 */
export async function activate(
  tx: Transaction,
  deps: Pick<Deps, 'ids' | 'cdn'>,
  badge: Badge,
  now: number,
  change: BadgeChange = {},
): Promise<void> {
  const place = placeOf(badge) ?? (await placeFor(tx, deps, badge.id, now));
  const name = await nameOf(tx, { ...badge, ...change });
  await tx.badges.change(
    badge.id,
    {
      ...change,
      ...name,
      ...place,
      status: 'active',
      awardedAt: badge.awardedAt ?? now,
      validFrom: now,
      validUntil: endOfLife(now),
      endedAt: null,
      endReason: null,
      remindedAt: null,
    },
    { resign: true },
  );
  if (badge.status !== 'active') await tellOfBadge(tx, 'badge.awarded', badge, now);
  // Nobody has kept what nobody could see. Thousands of new ones would stand in line before what has ended.
  if (badge.awardedAt !== null) await forgetCached(tx, deps, badgeTag(badge.publicId), now);
}

/** The place that it holds. One that has ended has none: its place was revoked with it. */
function placeOf({ status, list, position }: Badge): StatusEntry | undefined {
  return status === 'active' && list !== null && position !== null ? { list, position } : undefined;
}

/** The end of a badge took the name off it. Its holder chose to show it, so that it is there again. */
async function nameOf(tx: Transaction, { showsName, name, memberId, kind }: Badge): Promise<BadgeChange> {
  if (!showsName || name !== null) return {};
  const member = await tx.findMember(memberId);
  const read = member && nameFor(member, kind);
  return read && 'name' in read ? { name: read.name } : { showsName: false };
}
