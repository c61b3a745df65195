import type { BadgeChoices } from '../../contract/badge-requests.ts';
import { DomainError, refuseField } from '../errors.ts';
import type { Deps, Member, Transaction } from '../ports.ts';
import { activate } from './activate.ts';
import { revokePlace } from './end.ts';
import { lockBadges, written } from './lock.ts';
import { requireOwn, requireStanding, type Holder } from './own.ts';
import type { Badge, BadgeChange } from './ports.ts';
import { nameFor } from './shown-name.ts';

/**
 * Lets a holder choose what their badge shows. What they take back, or show under another name, is taken back from
 * the files too that were downloaded before: the badge goes on in a new place of the status list, and the old one is
 * revoked. What they add is signed anew in the same place. Choosing what was chosen writes nothing.
 * @throws {DomainError} not_found, unauthenticated (they have left in this very moment), suspended, badge_ended;
 *   invalid_request on `showsName`, when there is no name or it cannot be signed
 */
export function chooseShown(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids' | 'cdn'>,
  actor: Holder,
  publicId: string,
  choices: BadgeChoices,
): Promise<Badge> {
  return deps.storage.write(async (tx) => {
    const [locked] = await lockBadges(tx, actor.memberId, (one) => one.publicId === publicId);
    const badge = requireOwn(locked, actor.memberId);
    const member = await requireStanding(tx, actor);
    if (badge.status === 'ended') throw new DomainError('badge_ended');
    const chosen = { ...choices, name: choices.showsName ? signableName(member, badge) : null };
    await keep(tx, deps, badge, chosen, deps.clock.now());
    return written(tx, publicId);
  });
}

type Chosen = BadgeChoices & Pick<Badge, 'name'>;

function signableName(member: Member, { kind }: Badge): string {
  const read = nameFor(member, kind);
  return 'name' in read ? read.name : refuseField('showsName', read.refused);
}

async function keep(
  tx: Transaction,
  deps: Pick<Deps, 'ids' | 'cdn'>,
  badge: Badge,
  { language, showsName, showsCircle, name }: Chosen,
  now: number,
): Promise<void> {
  const change = { language, showsName, showsCircle, name } satisfies BadgeChange;
  if (Object.entries(change).every(([key, value]) => badge[key as keyof typeof change] === value)) return;
  // Nothing is signed yet, and nobody sees it.
  if (badge.status === 'waiting') return tx.badges.change(badge.id, change);
  const takesBack = (badge.name !== null && badge.name !== name) || (badge.showsCircle && !showsCircle);
  if (takesBack) await revokePlace(tx, deps, badge, now);
  await activate(tx, deps, takesBack ? { ...badge, list: null, position: null } : badge, now, change);
}
