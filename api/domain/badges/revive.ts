import type { Deps, Transaction } from '../ports.ts';
import { activate } from './activate.ts';
import type { Badge } from './ports.ts';
import { isProven } from './renew.ts';

/** `unproven`: badges of businesses that stay ended until their holder asks for them again and proves the domain. */
export interface Revived {
  revived: number;
  unproven: number;
}

/**
 * Takes back that badges were ended by the staff: they are valid again under the same addresses, in new places of the
 * status list. One of a business whose domain was not found proven lately has ended for that instead.
 * @param actor who does it, for the audit log
 */
export async function revive(
  tx: Transaction,
  deps: Pick<Deps, 'ids' | 'cdn'>,
  badges: Badge[],
  now: number,
  actor?: string,
): Promise<Revived> {
  const proven = badges.filter((badge) => isProven(badge, now));
  for (const badge of proven) {
    await activate(tx, deps, badge, now);
    await tx.audit('badge.revived', `badge:${badge.id}`, now, actor);
  }
  const unproven = badges.filter((badge) => !isProven(badge, now));
  for (const { id } of unproven) await tx.badges.change(id, { endReason: 'domain_lost' });
  return { revived: proven.length, unproven: unproven.length };
}
