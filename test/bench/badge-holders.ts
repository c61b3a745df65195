/** Who has a badge before the first request, and who is to get one. */
import { activate } from '../../api/domain/badges/activate.ts';
import type { Deps } from '../../api/domain/ports.ts';
import { newMember } from '../support/new-member.ts';
import { benchBadge } from './club.ts';

type On = Pick<Deps, 'storage' | 'clock' | 'ids' | 'cdn'>;

/** One member with a badge of a name that is known. */
export async function bringBadge(deps: On, partnerId: number): Promise<void> {
  const { storage, clock } = deps;
  const now = clock.now();
  await storage.write(async (tx) => {
    const member = newMember('badge@example.org', now, { partnerId });
    const memberId = (await tx.insertActiveMember(member, now))!;
    const { language, circle } = member;
    const choices = { showsName: true, showsCircle: true, name: 'Odile' };
    const badge = {
      publicId: benchBadge,
      memberId,
      kind: 'person',
      language,
      circle,
      domain: null,
      ...choices,
    } as const;
    await tx.badges.insert(badge, now);
    await activate(tx, deps, (await tx.badges.find(benchBadge))!, now);
  });
}

/** So many members without one, as an import leaves them. */
export async function bringMembers({ storage, clock }: On, partnerId: number, count: number): Promise<void> {
  const now = clock.now();
  for (let first = 0; first < count; first += 100) {
    await storage.write(async (tx) => {
      for (let i = first; i < Math.min(first + 100, count); i++) {
        await tx.insertActiveMember(newMember(`member.${i}@example.org`, now, { partnerId }), now);
      }
    });
  }
}
