/** Badges of the demo whose addresses are the same in every demo, so that its partner sites can show them. */
import { createHash } from 'node:crypto';
import { activate } from '../api/domain/badges/activate.ts';
import { base58 } from '../api/domain/badges/badge-id.ts';
import { endBadge } from '../api/domain/badges/end.ts';
import type { BadgeChange, NewBadge } from '../api/domain/badges/ports.ts';
import { nameFor } from '../api/domain/badges/shown-name.ts';
import type { Deps } from '../api/domain/ports.ts';

export type BadgeSeedDeps = Pick<Deps, 'storage' | 'ids' | 'cdn'>;

/** Everything else about a badge of the demo follows from who has it. */
interface DemoBadge {
  /** Place in the list of founders. */
  founder: number;
  domain?: string;
  showsName?: boolean;
  givenUp?: boolean;
}

export const demoBadges = {
  /** Somebody who tells stories and shows their name. */
  author: { founder: 11, showsName: true },
  /** The bakery’s own. Its site runs on this machine, under the one name that every browser knows here. */
  bakery: { founder: 97, domain: 'localhost', showsName: true },
  /** The same bakery’s badge for a site on the web: on a page of this machine it is not valid. */
  elsewhere: { founder: 97, domain: 'boulangerie-klapperstein.example', showsName: true },
  /** One that was given back. */
  ended: { founder: 21, givenUp: true },
} satisfies Record<string, DemoBadge>;

/** The public id of a badge: the same in every demo. */
export function demoBadgeId(key: keyof typeof demoBadges): string {
  const digest = createHash('sha256').update(`demo badge: ${key}`).digest();
  return [...digest.subarray(0, 22)].map((byte) => base58[byte % base58.length]).join('');
}

/** Awards the badges that are not there yet. The others of the demo are awarded by the club’s own job. */
export async function seedBadges(
  deps: BadgeSeedDeps,
  members: ReadonlyMap<number, { memberId: number }>,
  now: number,
): Promise<void> {
  for (const [key, badge] of Object.entries(demoBadges) as [keyof typeof demoBadges, DemoBadge][]) {
    const holder = members.get(badge.founder);
    if (holder) await seedBadge(deps, demoBadgeId(key), badge, holder.memberId, now);
  }
}

async function seedBadge(
  { storage, ...deps }: BadgeSeedDeps,
  publicId: string,
  { domain = null, showsName = false, givenUp = false }: { domain?: string | null } & Omit<DemoBadge, 'domain'>,
  memberId: number,
  now: number,
): Promise<void> {
  await storage.write(async (tx) => {
    const member = await tx.findMember(memberId);
    if (!member || (await tx.badges.find(publicId))) return;
    // The job may have been quicker with a person's badge: one is enough.
    if (domain === null && (await tx.badges.ofMember(memberId)).some(({ kind }) => kind === 'person')) return;
    const kind = domain === null ? 'person' : 'business';
    const named = nameFor(member, kind);
    const told: Omit<NewBadge, 'publicId' | 'memberId'> = {
      kind,
      language: member.language,
      circle: member.circle,
      domain,
      showsName,
      showsCircle: true,
      name: showsName && 'name' in named ? named.name : null,
    };
    const id = await tx.badges.insert({ publicId, memberId, ...told }, now);
    // Nobody on the internet answers for these domains: they are taken as proven, and due for no other look.
    const proof: BadgeChange = domain === null ? {} : { provenAt: now, checkedAt: now, checkDueAt: null };
    await activate(tx, deps, (await tx.badges.find(publicId))!, now, proof);
    if (givenUp) {
      const badge = (await tx.badges.find(publicId))!;
      if (badge.id === id) await endBadge(tx, deps, badge, 'given_up', now);
    }
  });
}
