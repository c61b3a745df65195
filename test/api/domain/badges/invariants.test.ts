/** Whatever members, staff and time do, in any order: what is always so of their badges. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { awardMissing } from '../../../../api/domain/badges/award-missing.ts';
import { chooseShown } from '../../../../api/domain/badges/choose.ts';
import { endByStaff, restoreByStaff } from '../../../../api/domain/badges/end-by-staff.ts';
import { expireBadges } from '../../../../api/domain/badges/expire.ts';
import type { Badge } from '../../../../api/domain/badges/ports.ts';
import { remindHolders } from '../../../../api/domain/badges/remind.ts';
import { DomainError } from '../../../../api/domain/errors.ts';
import { reinstateMember } from '../../../../api/domain/memberships/reinstate.ts';
import { suspendMember } from '../../../../api/domain/memberships/suspend.ts';
import { openTestStorage } from '../../../support/storage.ts';
import { rows } from '../../../support/tables.ts';
import { checkPlaces, type PlaceRow, type Seen } from './invariants.ts';
import { beginLife, day, type Life } from './life.ts';

interface Someone {
  email: string;
  /** The row of the moment, when they are a member. */
  id: number | undefined;
  /** Rows of before. */
  past: number[];
}

interface World {
  life: Life;
  dir: string;
  people: Someone[];
  seen: Seen;
  /** Badges that ended because somebody left. */
  buried: Set<string>;
}

interface Step {
  name: keyof typeof steps;
  who: number;
  days: number;
  showsName: boolean;
  showsCircle: boolean;
}

// Names that nothing else in the tables can be mistaken for.
const names = [
  { firstName: 'Odilette', lastName: 'Meyerhof', organisation: 'Storchenbäck' },
  { firstName: 'Zéphyrine', lastName: 'Grumbach', organisation: 'Wasserrad' },
];

const refusals = new Set(['suspended', 'badge_ended', 'not_found']);

const steps = {
  async join({ life }: World, one: Someone) {
    const index = Number(one.email.at(0));
    one.id ??= await life.join({ ...names[index], email: one.email });
  },
  async found({ life }: World, one: Someone) {
    const index = Number(one.email.at(0));
    if (one.past.length === 0) one.id ??= await life.found({ ...names[index], email: one.email });
  },
  async leave({ life, buried }: World, one: Someone) {
    if (one.id === undefined) return;
    for (const { publicId } of await life.storage.badges.ofMember(one.id)) buried.add(publicId);
    await life.leave(one.id);
    one.past.push(one.id);
    one.id = undefined;
  },
  async contact({ life }: World, one: Someone) {
    for (const id of [one.id, ...one.past]) if (id !== undefined) await life.contact(id);
  },
  async business({ life }: World, one: Someone) {
    const member = one.id === undefined ? undefined : await life.storage.memberById(one.id);
    if (!member || member.suspendedAt !== null) return;
    if ((await life.storage.badges.ofMember(member.id)).length < 3) await life.business(member.id, 'shop.example');
  },
  async choose({ life }: World, one: Someone, { showsName, showsCircle }: Step) {
    if (one.id === undefined) return;
    for (const { publicId } of await life.storage.badges.ofMember(one.id)) {
      const choices = { showsName, showsCircle, language: 'fr' } as const;
      await chooseShown(life.deps, { memberId: one.id }, publicId, choices).catch((error: unknown) => {
        if (!(error instanceof DomainError) || !refusals.has(error.code)) throw error;
      });
    }
  },
  async suspend({ life }: World, one: Someone) {
    if (one.id !== undefined) await suspendMember(life.deps, await life.address(one.id));
  },
  async reinstate({ life }: World, one: Someone) {
    if (one.id !== undefined) await reinstateMember(life.deps, await life.address(one.id));
  },
  async endOne({ life }: World, one: Someone) {
    const [badge] = one.id === undefined ? [] : await life.storage.badges.ofMember(one.id);
    if (badge) await endByStaff(life.deps, badge.publicId);
  },
  async restoreOne({ life, buried }: World, one: Someone) {
    const mine = one.id === undefined ? [] : await life.storage.badges.ofMember(one.id);
    for (const publicId of [...mine.map((badge) => badge.publicId), ...buried]) {
      await restoreByStaff(life.deps, publicId);
    }
  },
  async wait({ life }: World, _one: Someone, { days }: Step) {
    life.clock.advance(days * day);
  },
  async jobs({ life }: World) {
    await expireBadges(life.deps);
    await remindHolders(life.deps);
    await awardMissing(life.deps);
  },
};

async function allBadges({ life, people }: World): Promise<Badge[]> {
  const ids = people.flatMap(({ id, past }) => [...past, ...(id === undefined ? [] : [id])]);
  return (await Promise.all(ids.map((id) => life.storage.badges.ofMember(id)))).flat();
}

async function check(world: World, when: string): Promise<void> {
  const badges = await allBadges(world);
  checkPlaces(badges, rows(world.dir, 'status_entry') as unknown as PlaceRow[], world.seen, when);
  for (const badge of badges) {
    const about = `${when}: ${badge.kind} ${badge.status} ${badge.endReason}`;
    assert.equal(badge.status === 'ended', badge.endedAt !== null && badge.endReason !== null, about);
    if (badge.status === 'ended')
      assert.deepEqual([badge.name, badge.credential, badge.jwt], [null, null, null], about);
    assert.equal(badge.name !== null, badge.showsName && badge.status === 'active', about);
    if (world.buried.has(badge.publicId)) assert.deepEqual([badge.endReason, badge.domain], ['left', null], about);
  }
  for (const [index, { id, past }] of world.people.entries()) {
    const left = badges.filter(({ memberId }) => past.includes(memberId));
    const { firstName, lastName, organisation } = names[index]!;
    assert.doesNotMatch(JSON.stringify(left), new RegExp([firstName, lastName, organisation].join('|')), when);
    const own = badges.filter(({ memberId, kind }) => memberId === id && kind === 'person');
    assert.ok(own.length <= 1, `${when}: one person, one badge`);
    const member = id === undefined ? undefined : await world.life.storage.memberById(id);
    if (member && member.suspendedAt !== null) {
      assert.ok(!badges.some((badge) => badge.memberId === id && badge.status === 'active'), `${when}: suspended`);
    }
  }
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  name: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])) },
    { weight: 1, arbitrary: fc.constantFrom<keyof typeof steps>('join', 'choose', 'contact', 'wait', 'jobs') },
  ),
  who: fc.nat(names.length - 1),
  days: fc.constantFrom(1, 31, 200, 400),
  showsName: fc.boolean(),
  showsCircle: fc.boolean(),
});

test('places are given once, revoked for good, and open for the badges that are active and no others', async () => {
  const ends = new Set<string>();
  let revived = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 30, size: 'max' }), async (list) => {
      const store = await openTestStorage();
      try {
        const life = await beginLife(store.storage);
        const people = names.map((_, index) => ({ email: `${index}@example.org`, id: undefined, past: [] }));
        const world: World = { life, dir: store.dir, people, seen: new Map(), buried: new Set() };
        for (const [index, step] of list.entries()) {
          await steps[step.name](world, world.people[step.who]!, step);
          await check(world, `step ${index}, ${step.name}`);
        }
        for (const { endReason } of await allBadges(world)) if (endReason) ends.add(endReason);
        revived += rows(store.dir, 'audit').filter(({ action }) => action === 'badge.revived').length;
      } finally {
        await store.remove();
      }
    }),
    { numRuns: 60 },
  );
  // A property of nothing would hold as well.
  assert.deepEqual([...ends].filter((end) => end !== 'domain_lost').toSorted(), ['expired', 'left', 'suspended']);
  assert.ok(revived > 0, String(revived));
});
