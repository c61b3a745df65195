/** Badges on real tables, as if they had been awarded, for tests of what is signed of them. */
import assert from 'node:assert/strict';
import type { BadgeChange, NewBadge } from '../../api/domain/badges/ports.ts';
import { endOfLife } from '../../api/domain/badges/badge-life.ts';
import { isShown, type ShownBadge } from '../../api/domain/badges/view.ts';
import type { Deps } from '../../api/domain/ports.ts';
import { newMember } from './new-member.ts';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The id of the n-th badge of a test. */
export const badgeId = (n: number): string => (base58[n % 58] ?? '1').padStart(22, base58[Math.floor(n / 58)]);

/**
 * A member's badge, active in a place of its own.
 * @param n tells it from the others of a test
 */
export async function awardBadge(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  n = 1,
  badge: Partial<NewBadge> = {},
  change: BadgeChange = {},
): Promise<ShownBadge> {
  const now = clock.now();
  await storage.write(async (tx) => {
    const memberId = await tx.insertActiveMember(newMember(`member-${n}@example.org`, now), now);
    assert(memberId);
    const fresh = { kind: 'person', language: 'fr', circle: 'habitants', domain: null, name: null } as const;
    const shows = { showsName: false, showsCircle: false };
    const id = await tx.badges.insert({ publicId: badgeId(n), memberId, ...fresh, ...shows, ...badge }, now);
    const place = { list: (await tx.badges.currentList(now)).number, position: n };
    assert(await tx.badges.takeEntry(place, id, now));
    const validity = { awardedAt: now, validFrom: now, validUntil: endOfLife(now) };
    await tx.badges.change(id, { status: 'active', ...validity, ...place, ...change });
  });
  const awarded = await storage.badges.byPublicId(badgeId(n));
  assert(awarded && isShown(awarded));
  return awarded;
}
