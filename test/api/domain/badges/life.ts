/** A club on a real database, whose people come, go and are badged by a clock that only the test moves. */
import { randomBytes } from 'node:crypto';
import { badgeDurations, durations } from '../../../../api/contract/limits.ts';
import { parseAddress } from '../../../../api/domain/addresses.ts';
import { activate } from '../../../../api/domain/badges/activate.ts';
import { newBadgeId } from '../../../../api/domain/badges/badge-id.ts';
import type { Badge } from '../../../../api/domain/badges/ports.ts';
import { renewBadges } from '../../../../api/domain/badges/renew.ts';
import { confirm } from '../../../../api/domain/memberships/confirm.ts';
import { leaveSignedIn } from '../../../../api/domain/memberships/leave.ts';
import type { Deps, NewMember } from '../../../../api/domain/ports.ts';
import { hashToken } from '../../../../api/domain/tokens.ts';
import { createKeys } from '../../../../api/keys.ts';
import { testClub } from '../../../support/app.ts';
import { TestClock } from '../../../support/clock.ts';
import { newMember } from '../../../support/new-member.ts';
import type { OpenStorage } from '../../../../api/storage/index.ts';

export const publicUrl = 'https://club.example';
export const day = 86_400_000;

export type LifeDeps = Pick<Deps, 'storage' | 'ids' | 'keys' | 'cdn' | 'club' | 'publicUrl'> & { clock: TestClock };
export type Life = Awaited<ReturnType<typeof beginLife>>;

/** @param cdn whether a cache that forgets by tag stands in front */
export async function beginLife(storage: OpenStorage, { cdn = false } = {}) {
  const clock = new TestClock();
  const deps: LifeDeps = {
    storage,
    clock,
    ids: { token: () => randomBytes(32).toString('base64url') },
    keys: createKeys('a secret of tests, long enough to be one'),
    club: testClub,
    publicUrl,
    ...(cdn && { cdn: { purge: () => Promise.resolve() } }),
  };
  const partnerId = await storage.insertPartner(
    { slug: 'ville', kind: 'city', name: 'Ville', origins: [], status: 'active' },
    clock.now(),
  );
  let people = 0;

  /** Signs somebody up and has them press the button of their mail. */
  async function join(fields: Partial<NewMember> = {}): Promise<number> {
    const { id, token } = await signUp(fields);
    await confirm(deps, token);
    return id;
  }

  async function signUp(fields: Partial<NewMember> = {}): Promise<{ id: number; token: string }> {
    const email = fields.email ?? `person-${++people}@example.org`;
    const token = deps.ids.token();
    const id = await storage.write(async (tx) => {
      const member = await tx.insertMember(newMember(email, clock.now(), { partnerId, ...fields }));
      const expiresAt = clock.now() + durations.confirmationLife;
      await tx.insertToken(hashToken(token), { memberId: member, purpose: 'confirm', expiresAt });
      return member;
    });
    return { id, token };
  }

  /** Somebody of a founders' list: a member at once, without a badge. */
  async function found(fields: Partial<NewMember> = {}): Promise<number> {
    const email = fields.email ?? `founder-${++people}@example.org`;
    const member = newMember(email, clock.now(), { partnerId, ...fields });
    return (await storage.write((tx) => tx.insertActiveMember(member, clock.now())))!;
  }

  /** A business badge whose domain was found proven just now. */
  async function business(memberId: number, domain: string): Promise<Badge> {
    const publicId = newBadgeId(deps);
    await storage.write(async (tx) => {
      const now = clock.now();
      const rest = { language: 'fr', circle: 'habitants', showsName: false, showsCircle: false, name: null } as const;
      await tx.badges.insert({ publicId, memberId, kind: 'business', domain, ...rest }, now);
      const badge = (await tx.badges.find(publicId))!;
      await activate(tx, deps, badge, now, {
        provenAt: now,
        checkedAt: now,
        checkDueAt: now + badgeDurations.domainCheck,
      });
    });
    return badgeBy(publicId);
  }

  const badgeBy = async (publicId: string) => (await storage.badges.byPublicId(publicId))!;
  return {
    deps,
    clock,
    storage,
    partnerId,
    join,
    signUp,
    found,
    business,
    badgeBy,
    /** A member's own badge, the newest when they had others before. */
    own: async (memberId: number) =>
      (await storage.badges.ofMember(memberId)).findLast(({ kind }) => kind === 'person'),
    contact: (memberId: number) => storage.write((tx) => renewBadges(tx, deps, memberId, clock.now())),
    leave: (memberId: number) => leaveSignedIn(deps, { memberId }),
    address: async (memberId: number) => parseAddress((await storage.memberById(memberId))!.email)!,
    /** Is the place that this badge held revoked? Nothing when nobody has it. */
    revoked: async ({ list, position }: Badge) => {
      const entry = await storage.badges.entry({ list: list!, position: position! });
      return entry && entry.revokedAt !== null;
    },
  };
}
