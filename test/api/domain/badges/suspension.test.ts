/** What the staff end, and take back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { badgeDurations } from '../../../../api/contract/limits.ts';
import { award } from '../../../../api/domain/badges/award.ts';
import { awardMissing } from '../../../../api/domain/badges/award-missing.ts';
import { endByStaff, restoreByStaff } from '../../../../api/domain/badges/end-by-staff.ts';
import { DomainError } from '../../../../api/domain/errors.ts';
import { reinstateMember } from '../../../../api/domain/memberships/reinstate.ts';
import { suspendMember } from '../../../../api/domain/memberships/suspend.ts';
import { openTestStorage, type TestStorage } from '../../../support/storage.ts';
import { everything, rows } from '../../../support/tables.ts';
import { beginLife, day, type Life } from './life.ts';

let store: TestStorage;
let life: Life;
beforeEach(async () => {
  store = await openTestStorage();
  life = await beginLife(store.storage);
});
afterEach(() => store.remove());

const suspend = async (id: number) => suspendMember(life.deps, await life.address(id));
const reinstate = async (id: number) => reinstateMember(life.deps, await life.address(id));
const statuses = async (id: number) =>
  (await life.storage.badges.ofMember(id)).map(({ status, endReason }) => endReason ?? status);
const audited = () => rows(store.dir, 'audit').map(({ action }) => action);

describe('a suspension', () => {
  test('ends every badge of a member, and no contact brings one back', async () => {
    const id = await life.join();
    await life.business(id, 'storch.example');
    const before = (await life.own(id))!;
    assert.deepEqual(await suspend(id), { outcome: 'suspended', badges: 2 });
    assert.deepEqual(await statuses(id), ['suspended', 'suspended']);
    assert.equal(await life.revoked(before), true);
    life.clock.advance(40 * day);
    await life.contact(id);
    await awardMissing(life.deps);
    await assert.rejects(
      life.storage.write(async (tx) => award(tx, life.deps, (await tx.findMember(id))!, life.clock.now())),
      (error) => error instanceof DomainError && error.code === 'suspended',
    );
    assert.deepEqual(await statuses(id), ['suspended', 'suspended']);
    assert.equal((await life.storage.memberById(id))!.status, 'active', 'the membership goes on');
    assert.ok(audited().includes('member.suspended') && audited().includes('badge.suspended'));
  });

  test('keeps a member without a badge from getting one', async () => {
    const id = await life.found();
    await suspend(id);
    assert.equal(await awardMissing(life.deps), 0);
    await reinstate(id);
    assert.equal(await awardMissing(life.deps), 1);
  });

  test('is ended by a reinstatement: the same addresses, in new places', async () => {
    const id = await life.join();
    const before = (await life.own(id))!;
    await suspend(id);
    life.clock.advance(day);
    assert.deepEqual(await reinstate(id), { outcome: 'reinstated', revived: 1, unproven: 0 });
    const after = (await life.own(id))!;
    assert.deepEqual([after.publicId, after.status], [before.publicId, 'active']);
    assert.equal(await life.revoked(before), true);
    assert.equal(await life.revoked(after), false);
    assert.ok(audited().includes('member.reinstated'));
  });

  test('does not end with leaving and coming back', async () => {
    const id = await life.join({ email: 'Odile+a@example.org' });
    await suspend(id);
    await life.leave(id);
    const back = await life.join({ email: 'odile@example.org' });
    assert.deepEqual(await statuses(back), []);
    assert.notEqual((await life.storage.memberById(back))!.suspendedAt, null);
    await reinstate(back);
    await awardMissing(life.deps);
    assert.deepEqual(await statuses(back), ['active']);
    await life.leave(back);
    const again = await life.join({ email: 'odile@example.org' });
    assert.deepEqual(await statuses(again), ['active'], 'what was forgiven is forgiven');
  });

  test('asks a business for its proof again when it has not been seen for long', async () => {
    const id = await life.join();
    const fresh = await life.business(id, 'fresh.example');
    const stale = await life.business(id, 'stale.example');
    await suspend(id);
    life.clock.advance(badgeDurations.domainGrace);
    await life.storage.write((tx) => tx.badges.change(fresh.id, { provenAt: life.clock.now() - 1 }));
    assert.deepEqual(await reinstate(id), { outcome: 'reinstated', revived: 2, unproven: 1 });
    assert.equal((await life.badgeBy(fresh.publicId)).status, 'active');
    assert.equal((await life.badgeBy(stale.publicId)).endReason, 'domain_lost');
  });

  test('leaves alone what waits for its domain', async () => {
    const id = await life.join();
    const badge = await life.business(id, 'waits.example');
    await life.storage.write((tx) => tx.badges.change(badge.id, { status: 'waiting' }));
    await suspend(id);
    assert.equal((await life.badgeBy(badge.publicId)).status, 'waiting');
  });

  test('done twice, undone twice or of nobody changes nothing', async () => {
    const id = await life.join();
    const address = await life.address(id);
    assert.equal((await reinstate(id)).outcome, 'same');
    await suspend(id);
    const before = everything(store.dir);
    assert.equal((await suspend(id)).outcome, 'same');
    assert.deepEqual(everything(store.dir), before);
    await reinstate(id);
    assert.equal((await reinstate(id)).outcome, 'same');
    await life.leave(id);
    assert.equal((await suspendMember(life.deps, address)).outcome, 'unknown');
    assert.equal((await reinstateMember(life.deps, address)).outcome, 'unknown');
  });
});

describe('one badge', () => {
  test('is ended by the staff, and its holder cannot bring it back', async () => {
    const id = await life.join();
    const badge = (await life.own(id))!;
    assert.equal(await endByStaff(life.deps, badge.publicId, 'staff:1'), 'ended');
    assert.equal(await endByStaff(life.deps, badge.publicId), 'same');
    assert.equal(rows(store.dir, 'audit').find(({ action }) => action === 'badge.suspended')!['actor'], 'staff:1');
    life.clock.advance(40 * day);
    await life.contact(id);
    await awardMissing(life.deps);
    assert.deepEqual(await statuses(id), ['suspended']);
  });

  test('is restored by the staff, but not with the rest of a suspension that came later', async () => {
    const id = await life.join();
    const badge = (await life.own(id))!;
    await endByStaff(life.deps, badge.publicId);
    life.clock.advance(day);
    await suspend(id);
    assert.equal(await restoreByStaff(life.deps, badge.publicId), 'suspended');
    assert.deepEqual(await reinstate(id), { outcome: 'reinstated', revived: 0, unproven: 0 });
    assert.equal(await restoreByStaff(life.deps, badge.publicId), 'restored');
    assert.equal((await life.badgeBy(badge.publicId)).status, 'active');
    assert.equal(await restoreByStaff(life.deps, badge.publicId), 'other');
  });

  test('that the staff have ended does not come back by leaving and joining again', async () => {
    const id = await life.join({ email: 'odile@example.org' });
    await endByStaff(life.deps, (await life.own(id))!.publicId);
    await life.leave(id);
    const back = await life.join({ email: 'odile@example.org' });
    await awardMissing(life.deps);
    assert.deepEqual(await statuses(back), []);
    await reinstate(back);
    await awardMissing(life.deps);
    assert.deepEqual(await statuses(back), ['active']);
  });

  test('that is unknown, or no id at all, is nobody’s', async () => {
    for (const id of ['1111111111111111111111', '', '\0', '../etc/passwd']) {
      assert.equal(await endByStaff(life.deps, id), 'unknown');
      assert.equal(await restoreByStaff(life.deps, id), 'unknown');
    }
  });
});
