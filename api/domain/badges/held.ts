import type { MyBadge } from '../../contract/badge-requests.ts';
import type { Deps } from '../ports.ts';
import { myBadgeView } from './my-badges.ts';
import { ownBadges, type Holder } from './own.ts';
import type { Badge } from './ports.ts';

/** One badge of a holder: what the API tells them of it, and the row, which knows why and when it ended. */
export interface HeldBadge {
  mine: MyBadge;
  badge: Badge;
}

/** Everything that a member's own page says about their badges. */
export async function heldBadges(deps: Pick<Deps, 'storage' | 'publicUrl'>, actor: Holder): Promise<HeldBadge[]> {
  return (await ownBadges(deps, actor)).map((badge) => ({ mine: myBadgeView(badge, deps), badge }));
}
