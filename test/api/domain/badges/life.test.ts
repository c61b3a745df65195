/** From the press of a button to the end, by the clock. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { badgeDurations } from '../../../../api/contract/limits.ts';
import { award } from '../../../../api/domain/badges/award.ts';
import { endOfLife } from '../../../../api/domain/badges/badge-life.ts';
import { awardMissing } from '../../../../api/domain/badges/award-missing.ts';
import { expireBadges } from '../../../../api/domain/badges/expire.ts';
import { endBadge } from '../../../../api/domain/badges/end.ts';
import { badgeTag } from '../../../../api/domain/badges/forget-cached.ts';
import { lockBadges } from '../../../../api/domain/badges/lock.ts';
import { remindHolders } from '../../../../api/domain/badges/remind.ts';
import { stateOf } from '../../../../api/domain/badges/view.ts';
import { confirm } from '../../../../api/domain/memberships/confirm.ts';
import { openTestStorage, type TestStorage } from '../../../support/storage.ts';
import { rows } from '../../../support/tables.ts';
import { beginLife, day, type Life } from './life.ts';

let store: TestStorage;
let life: Life;
beforeEach(async () => {
  store = await openTestStorage();
  life = await beginLife(store.storage);
});
afterEach(() => store.remove());

const mails = (kind: string) => rows(store.dir, 'outbox').filter((mail) => mail['kind'] === kind);

describe('a badge begins', () => {
  test('when its holder confirms, and not before', async () => {
    const { id, token } = await life.signUp();
    assert.equal(await life.own(id), undefined);
    await awardMissing(life.deps);
    assert.equal(await life.own(id), undefined, 'nobody who has not confirmed has one');
    await confirm(life.deps, token);
    const badge = (await life.own(id))!;
    const now = life.clock.now();
    assert.equal(badge.status, 'active');
    assert.deepEqual([badge.awardedAt, badge.validFrom, badge.validUntil], [now, now, Date.UTC(2028, 1, 4, 9)]);
    assert.deepEqual([badge.showsName, badge.showsCircle, badge.name], [false, false, null], 'nothing personal');
    assert.equal(await life.revoked(badge), false);
    await confirm(life.deps, token);
    assert.equal((await life.storage.badges.ofMember(id)).length, 1, 'pressing twice is fine');
  });

  test('by itself for members who were there before', async () => {
    const founders = [];
    for (let index = 0; index < 20; index += 1) founders.push(await life.found({ language: 'de' }));
    const joined = await life.join();
    assert.equal(await awardMissing(life.deps), 20);
    for (const id of [...founders, joined]) assert.equal((await life.storage.badges.ofMember(id)).length, 1);
    assert.equal((await life.own(founders[0]!))!.language, 'de');
    assert.equal(await awardMissing(life.deps), 0);
    assert.equal(rows(store.dir, 'badge').length, 21);
  });

  test('stops where it is told to, and goes on at the next turn', async () => {
    for (let index = 0; index < 10; index += 1) await life.found();
    assert.equal(await awardMissing(life.deps, AbortSignal.abort()), 0);
    assert.equal(await awardMissing(life.deps), 10);
  });
});

describe('a badge goes on', () => {
  test('with any contact, under a new date and in the same place, but not at every contact', async () => {
    const id = await life.join();
    const first = (await life.own(id))!;
    life.clock.advance(badgeDurations.badgeRenewal - 1);
    await life.contact(id);
    assert.deepEqual(await life.own(id), first, 'younger than a month: nothing is written');
    life.clock.advance(1);
    await life.contact(id);
    const second = (await life.own(id))!;
    assert.equal(second.validFrom, life.clock.now());
    assert.equal(second.validUntil, endOfLife(life.clock.now()));
    assert.deepEqual([second.publicId, second.awardedAt], [first.publicId, first.awardedAt]);
    assert.deepEqual([second.list, second.position], [first.list, first.position]);
    assert.equal(second.version, first.version + 1, 'it is signed anew');
    assert.equal(await life.revoked(second), false);
  });

  test('until thirteen months have passed without one', async () => {
    const id = await life.join();
    const badge = (await life.own(id))!;
    life.clock.set(badge.validUntil! - 1);
    assert.equal(stateOf(badge, life.clock.now()), 'valid');
    assert.equal(await expireBadges(life.deps), 0);
    life.clock.advance(1);
    assert.equal(stateOf(badge, life.clock.now()), 'ended', 'before any job has seen it');
    assert.equal(await expireBadges(life.deps), 1);
    const ended = await life.badgeBy(badge.publicId);
    assert.deepEqual([ended.status, ended.endReason, ended.endedAt], ['ended', 'expired', life.clock.now()]);
    assert.equal(await life.revoked(badge), true);
    assert.equal(await expireBadges(life.deps), 0);
  });

  test('and comes back with the next contact, at the same address and in a new place', async () => {
    const id = await life.join();
    const before = (await life.own(id))!;
    life.clock.advance(400 * day);
    await expireBadges(life.deps);
    await life.contact(id);
    const back = (await life.own(id))!;
    assert.deepEqual([back.publicId, back.status, back.endReason], [before.publicId, 'active', null]);
    assert.equal(back.awardedAt, before.awardedAt, 'the year on the picture stays');
    assert.notDeepEqual([back.list, back.position], [before.list, before.position]);
    assert.equal(await life.revoked(before), true, 'what was revoked stays revoked');
    assert.equal(await life.revoked(back), false);
    assert.equal((await life.storage.badges.ofMember(id)).length, 1);
  });

  test('for a business only while its domain is known to be its own', async () => {
    const id = await life.join({ organisation: 'Boulangerie' });
    const fresh = await life.business(id, 'fresh.example');
    const stale = await life.business(id, 'stale.example');
    life.clock.advance(396 * day);
    const later = life.clock.now() - badgeDurations.domainGrace + 1;
    await life.storage.write((tx) => tx.badges.change(fresh.id, { provenAt: later }));
    await life.storage.write((tx) => tx.badges.change(stale.id, { provenAt: later - 1 }));
    await expireBadges(life.deps);
    await life.contact(id);
    assert.equal((await life.badgeBy(fresh.publicId)).status, 'active');
    assert.equal((await life.badgeBy(stale.publicId)).endReason, 'expired');
    await life.storage.write(async (tx) => {
      const [badge] = await lockBadges(tx, id, ({ domain }) => domain === 'fresh.example');
      await endBadge(tx, life.deps, badge!, 'domain_lost', life.clock.now());
    });
    life.clock.advance(40 * day);
    await life.contact(id);
    assert.equal((await life.badgeBy(fresh.publicId)).endReason, 'domain_lost');
  });

  test('not when its holder gave it up', async () => {
    const id = await life.join({ organisation: 'Boulangerie' });
    const badge = await life.business(id, 'given.example');
    await life.storage.write(async (tx) => {
      const [found] = await lockBadges(tx, id, ({ kind }) => kind === 'business');
      await endBadge(tx, life.deps, found!, 'given_up', life.clock.now());
    });
    life.clock.advance(40 * day);
    await life.contact(id);
    assert.equal((await life.badgeBy(badge.publicId)).endReason, 'given_up');
  });

  test('is the same when it is asked for again, and revived when it had ended', async () => {
    const id = await life.join();
    const ask = async () =>
      life.storage.write(async (tx) => award(tx, life.deps, (await tx.findMember(id))!, life.clock.now()));
    const first = (await life.own(id))!;
    assert.deepEqual(await ask(), first);
    life.clock.advance(400 * day);
    await expireBadges(life.deps);
    const again = await ask();
    assert.deepEqual([again.publicId, again.status], [first.publicId, 'active']);
  });
});

describe('its holder is told', () => {
  test('once, thirty days before the end', async () => {
    const id = await life.join();
    life.clock.advance(366 * day - 1);
    assert.equal(await remindHolders(life.deps), 0);
    life.clock.advance(2);
    assert.equal(await remindHolders(life.deps), 1);
    life.clock.advance(day);
    assert.equal(await remindHolders(life.deps), 0);
    const [mail] = mails('badge_ending');
    assert.deepEqual([mail!['member_id'], mail!['subject_id']], [id, (await life.own(id))!.id]);
    assert.equal(mails('badge_ending').length, 1);
  });

  test('once by two who look at the same time', async () => {
    for (let index = 0; index < 5; index += 1) await life.join();
    life.clock.advance(370 * day);
    const told = await Promise.all([remindHolders(life.deps), remindHolders(life.deps)]);
    assert.equal(told[0] + told[1], 5);
    assert.equal(mails('badge_ending').length, 5);
  });

  test('again when it was renewed since, and not after the end', async () => {
    const id = await life.join();
    life.clock.advance(370 * day);
    await remindHolders(life.deps);
    await life.contact(id);
    assert.equal(await remindHolders(life.deps), 0, 'it has a year more');
    life.clock.advance(370 * day);
    assert.equal(await remindHolders(life.deps), 1);
    life.clock.advance(40 * day);
    await expireBadges(life.deps);
    assert.equal(await remindHolders(life.deps), 0);
    assert.equal(mails('badge_ending').length, 2);
  });
});

describe('a holder leaves', () => {
  test('and the badge with them, for good: whoever comes back has another', async () => {
    const id = await life.join({ email: 'odile@example.org', firstName: 'Odilette' });
    const badge = (await life.own(id))!;
    await life.leave(id);
    const left = await life.badgeBy(badge.publicId);
    assert.deepEqual([left.status, left.endReason, left.name], ['ended', 'left', null]);
    assert.equal(await life.revoked(badge), true);
    await life.contact(id);
    await awardMissing(life.deps);
    assert.equal((await life.badgeBy(badge.publicId)).endReason, 'left');

    const back = await life.join({ email: 'odile@example.org' });
    const another = (await life.own(back))!;
    assert.equal(another.status, 'active');
    assert.notEqual(another.publicId, badge.publicId);
    assert.equal((await life.badgeBy(badge.publicId)).endReason, 'left');
  });

  test('also what had ended before: an expired badge does not come back after them', async () => {
    const id = await life.join();
    const waits = await life.business(id, 'waits.example');
    await life.storage.write((tx) => tx.badges.change(waits.id, { status: 'waiting' }));
    life.clock.advance(400 * day);
    await expireBadges(life.deps);
    await life.leave(id);
    for (const badge of await life.storage.badges.ofMember(id)) {
      assert.deepEqual([badge.status, badge.endReason, badge.domain], ['ended', 'left', null]);
    }
  });

  test('and the cache in front of us forgets the domain of what had ended before', async () => {
    life.deps.cdn = { purge: () => Promise.resolve() };
    const id = await life.join();
    const shop = await life.business(id, 'shop.example');
    await life.storage.write((tx) => endBadge(tx, life.deps, shop, 'given_up', life.clock.now()));
    const orders = () => rows(store.dir, 'cdn_purge').filter(({ tag }) => tag === badgeTag(shop.publicId)).length;
    const before = orders();
    await life.leave(id);
    assert.equal(orders(), before + 2, 'at once, and once more');
  });
});
