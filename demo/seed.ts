/** What the demo's database holds before its first visitor. */
import { createHash } from 'node:crypto';
import type { Club } from '../api/contract/club.ts';
import { parseAddress } from '../api/domain/addresses.ts';
import { hashInvitation } from '../api/domain/invitations.ts';
import { ensureClubPartner } from '../api/domain/partners/manage.ts';
import type { Storage } from '../api/domain/ports.ts';
import { founders } from './founders.ts';
import { seedBadges, type BadgeSeedDeps } from './seed-badges.ts';
import { seedPartnerPeople } from './seed-partners.ts';
import { seedStaff, seedStories, type StorySeedDeps } from './seed-stories.ts';
import { seedStatistics } from './seed-statistics.ts';
import { sites } from './sites.ts';

/** The code that opens the circle by invitation in the demo. */
export const demoInvitation = 'FLAMME-2027';

/** As many people as the club wants to be may try the code. */
const invitationPlaces = 1000;

/** The New Year's ceremony where the founders signed. */
const ceremony = Date.UTC(2026, 0, 16, 18);
const minute = 60_000;

const source = 'founders list, New Year’s ceremony of 16 January 2026 (demo: invented people)';

export interface SeedOptions {
  /** Epoch milliseconds. Nobody joins in the future, so a clock before the ceremony moves it. */
  now: number;
  /** Origin of each partner's pages by slug, and the club's own as `club`. */
  origins: Record<string, string>;
}

/**
 * Fills a database with the demo's partners, its invitation, its founders, their stories and its staff. What is
 * there already stays as it is, but for the addresses of the partners' sites, so it may run at every start.
 */
export async function seed(deps: StorySeedDeps & BadgeSeedDeps, { now, origins }: SeedOptions): Promise<void> {
  const { storage, club } = deps;
  const publicUrl = origins['club'];
  if (publicUrl === undefined) throw new Error('seed: the origin of "club" is missing. Nothing was stored.');
  await ensureClubPartner({ storage, club, publicUrl, clock: { now: () => now } });
  for (const { slug, kind, name } of sites) {
    const origin = origins[slug];
    if (origin === undefined) continue;
    const addresses = { origins: [origin], returnUrls: [`${origin}/`] };
    const known = await storage.partnerBySlug(slug);
    // The demo may start on other ports than last time; its sites move with it.
    if (known) await storage.write((tx) => tx.partners.change(known.id, addresses));
    else await storage.insertPartner({ slug, kind, name, ...addresses, status: 'active' }, now);
  }
  await seedInvitation(storage, club, now);
  await seedFounders(storage, club, Math.min(now, ceremony));
  await seedStaff(deps, now);
  await seedPartnerPeople(deps, now);
  const members = await authors(storage);
  await seedBadges(deps, members, now);
  await seedStories(deps, members, now);
  await seedStatistics(deps, origins, now);
}

/** The founders that are members, by their place in the list. */
async function authors(storage: Storage): Promise<Map<number, { memberId: number; partnerId: number }>> {
  const known = new Map<number, { memberId: number; partnerId: number }>();
  await storage.write(async (tx) => {
    for (const [index, { member }] of founders().entries()) {
      const found = await tx.findMemberByAddress(parseAddress(member.email)!.canonical);
      if (found?.status === 'active') known.set(index + 1, { memberId: found.id, partnerId: found.partnerId });
    }
  });
  return known;
}

async function seedInvitation(storage: Storage, club: Club, now: number): Promise<void> {
  const circle = club.circles.find((one) => one.byInvitation);
  if (!circle) return;
  const hash = hashInvitation(demoInvitation);
  const known = await storage.write((tx) => tx.findInvitation(hash, circle.id, now));
  if (known === undefined) await storage.insertInvitation(hash, circle.id, invitationPlaces, null, now);
}

async function seedFounders(storage: Storage, club: Club, from: number): Promise<void> {
  const idBySlug = new Map((await storage.partners()).map(({ slug, id }) => [slug, id]));
  const circles = new Set(club.circles.map(({ id }) => id));
  const text = JSON.stringify({ imported: true, source });
  const textHash = createHash('sha256').update(text).digest('hex');
  // One transaction: a demo that was stopped half-way starts again with nobody or with everybody.
  await storage.write(async (tx) => {
    await tx.keepConsentText(textHash, text);
    for (const [index, { partner, member }] of founders().entries()) {
      const partnerId = idBySlug.get(partner);
      if (partnerId === undefined || !circles.has(member.circle)) continue;
      const at = from - index * minute;
      const added = { ...member, partnerId, invitationId: null, joinedAt: at };
      const memberId = await tx.insertActiveMember(added, at);
      if (memberId === undefined) continue;
      await tx.recordConsent({
        memberId,
        partnerId,
        language: member.language,
        charterVersion: club.charter.version,
        noticeVersion: club.notice.version,
        textHash,
        newsletter: member.newsletter,
        public: member.public,
        introductions: member.introductions,
        method: 'founders list',
        page: null,
        ipPrefix: null,
        at,
      });
      await tx.confirmConsents(memberId, at);
      await tx.count(partnerId, 1);
    }
  });
}
