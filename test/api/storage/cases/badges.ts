import assert from 'node:assert/strict';
import type { Badge, NewBadge } from '../../../../api/domain/badges/ports.ts';
import type { Transaction } from '../../../../api/domain/ports.ts';
import { author, day, now, purgeBefore, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

export const newBadge = (publicId: string, changes: Partial<NewBadge> = {}): NewBadge => ({
  publicId,
  memberId: 1,
  kind: 'person',
  language: 'fr',
  circle: 'habitants',
  domain: null,
  showsName: false,
  showsCircle: true,
  name: null,
  ...changes,
});

/** An active badge, in a place of its own. */
export async function awarded(tx: Transaction, publicId: string, changes: Partial<NewBadge> = {}): Promise<number> {
  const id = await tx.badges.insert(newBadge(publicId, changes), now);
  await tx.badges.currentList(now);
  const place = { list: 1, position: id };
  assert(await tx.badges.takeEntry(place, id, now));
  const validity = { awardedAt: now, validFrom: now, validUntil: now + 400 * day };
  await tx.badges.change(id, { status: 'active', ...validity, ...place });
  return id;
}

/** Badges, what jobs look for among them, reports and keys. */
export function badgeCases(open: Open): void {
  const test = testsOn(open);
  type Storage = Opened['storage'];
  const signed = { credential: '{"signed":1}', jwt: 'a.b.c', keyId: 'key-2026-11' };
  const ids = (badges: Badge[]) => badges.map(({ publicId }) => publicId);
  const withMember = (storage: Storage) => storage.write((tx) => author(tx));

  test('gives a badge back as it was awarded, and only changes what is said', async ({ storage }) => {
    await withMember(storage);
    const id = await storage.write((tx) => tx.badges.insert(newBadge('one', { domain: 'shop.example' }), now));
    const none = { awardedAt: null, validFrom: null, validUntil: null, endedAt: null, endReason: null };
    const unsigned = { signedVersion: null, credential: null, jwt: null, signedKey: null, remindedAt: null };
    const unproven = { provenAt: null, checkedAt: null, missingSince: null, checkDueAt: null };
    const place = { list: null, position: null };
    const badge: Badge = {
      id,
      ...newBadge('one', { domain: 'shop.example' }),
      status: 'waiting',
      version: 1,
      createdAt: now,
      ...none,
      ...unsigned,
      ...unproven,
      ...place,
    };
    assert.deepEqual(await storage.badges.byPublicId('one'), badge);
    assert.deepEqual(await storage.badges.byId(id), badge);
    assert.deepEqual(await storage.write((tx) => tx.badges.find('one')), badge);
    await storage.write((tx) => tx.badges.change(id, { showsName: true, name: 'Anne' }, { resign: true }));
    await storage.write((tx) => tx.badges.change(id, { remindedAt: now + 1 }));
    const changed = { ...badge, showsName: true, name: 'Anne', version: 2, remindedAt: now + 1 };
    assert.deepEqual(await storage.badges.byId(id), changed);
    assert.equal(await storage.badges.byPublicId('two'), undefined);
  });

  test('a person’s badge comes before those of their businesses', async ({ storage }) => {
    await withMember(storage);
    await storage.write(async (tx) => {
      await tx.badges.insert(newBadge('shop', { kind: 'business', domain: 'shop.example' }), now);
      await tx.badges.insert(newBadge('mine'), now);
      await tx.badges.insert(newBadge('farm', { kind: 'business', domain: 'farm.example' }), now);
    });
    assert.deepEqual(ids(await storage.badges.ofMember(1)), ['mine', 'shop', 'farm']);
    assert.deepEqual(ids(await storage.write((tx) => tx.badges.ofMember(1))), ['mine', 'shop', 'farm']);
    assert.deepEqual(await storage.badges.ofMember(2), []);
  });

  test('is to be signed until this very version is; what was signed too late is not kept', async ({ storage }) => {
    await withMember(storage);
    const id = await storage.write((tx) => awarded(tx, 'one'));
    await storage.write((tx) => tx.badges.insert(newBadge('waiting', { kind: 'business' }), now));
    assert.deepEqual(ids(await storage.badges.unsigned(9)), ['one']);
    const keep = (version: number) => storage.write((tx) => tx.badges.keepSigned(id, version, signed));
    assert.equal(await keep(1), true);
    assert.deepEqual(await storage.badges.unsigned(9), []);
    await storage.write((tx) => tx.badges.change(id, { language: 'de' }, { resign: true }));
    assert.deepEqual(ids(await storage.badges.unsigned(9)), ['one']);
    assert.equal(await keep(1), false);
    assert.equal(await keep(2), true);
    const { credential, jwt, signedKey, signedVersion } = (await storage.badges.byId(id))!;
    assert.deepEqual({ credential, jwt, keyId: signedKey, signedVersion }, { ...signed, signedVersion: 2 });
  });

  test('what is signed while its key is taken back is not kept, or is to be signed anew', async ({ storage }) => {
    await withMember(storage);
    const key = { id: signed.keyId, role: 'badge', publicKey: 'z', publishedAt: now, firstUseAt: now } as const;
    await storage.write((tx) => tx.badges.insertKey(key));
    for (let n = 0; n < 20; n += 1) await storage.write((tx) => awarded(tx, `badge-${n}`));
    const fresh = await storage.badges.unsigned(20);
    const keep = (id: number) => storage.write((tx) => tx.badges.keepSigned(id, 1, signed));
    const takeBack = () =>
      storage.write(async (tx) => {
        await tx.badges.removeKey(key.id, now);
        return tx.badges.resignUnder(key.id);
      });
    const [first, second] = [fresh.slice(0, 10), fresh.slice(10)];
    await Promise.all([...first.map(({ id }) => keep(id)), takeBack(), ...second.map(({ id }) => keep(id))]);
    assert.equal((await storage.badges.unsigned(99)).length, 20);
    assert.equal(await keep(fresh[0]!.id), false);
  });

  test('one that has ended holds nothing signed and no name, whoever was about to sign it', async ({ storage }) => {
    await withMember(storage);
    const id = await storage.write((tx) => awarded(tx, 'one', { showsName: true, name: 'Anne' }));
    await storage.write((tx) => tx.badges.keepSigned(id, 1, signed));
    await storage.write((tx) => tx.badges.change(id, { status: 'ended', endedAt: now, endReason: 'expired' }));
    assert.equal(await storage.write((tx) => tx.badges.keepSigned(id, 1, signed)), false);
    const { credential, jwt, name } = (await storage.badges.byId(id))!;
    assert.deepEqual([credential, jwt, name], [null, null, null]);
    assert.deepEqual(await storage.badges.unsigned(9), []);
  });

  test('finds members without a badge: active ones, not suspended, whatever became of a badge of theirs', async ({
    storage,
  }) => {
    const members = await storage.write(async (tx) => {
      const found = [];
      for (const name of ['none', 'has', 'ended', 'left', 'suspended', 'business']) found.push(await author(tx, name));
      return found;
    });
    const [none, has, ended, left, suspended, business] = members as [number, number, number, number, number, number];
    await storage.write(async (tx) => {
      await awarded(tx, 'has', { memberId: has });
      const over = await awarded(tx, 'ended', { memberId: ended });
      await tx.badges.change(over, { status: 'ended', endedAt: now, endReason: 'expired' });
      const gone = await awarded(tx, 'left', { memberId: left });
      await tx.badges.change(gone, { status: 'ended', endedAt: now, endReason: 'left' });
      assert.equal(await tx.setSuspended(suspended, now), true);
      assert.equal(await tx.setSuspended(suspended, now + 1), false);
      await tx.badges.insert(newBadge('shop', { memberId: business, kind: 'business', domain: 'a.example' }), now);
    });
    assert.deepEqual(await storage.badges.membersWithout(9), [none, left, business]);
    assert.deepEqual(await storage.badges.membersWithout(1), [none]);
    assert.equal((await storage.memberById(suspended))?.suspendedAt, now);
    assert.equal(await storage.write((tx) => tx.setSuspended(suspended, null)), true);
    assert.equal(await storage.write((tx) => tx.setSuspended(suspended, null)), false);
    assert.equal((await storage.memberById(suspended))?.suspendedAt, null);
  });

  test('finds what is over, what ends soon and what domain is due', async ({ storage }) => {
    await withMember(storage);
    await storage.write(async (tx) => {
      for (const [name, days] of [
        ['late', -1],
        ['now', 0],
        ['soon', 10],
        ['later', 50],
      ] as const) {
        await tx.badges.change(await awarded(tx, name), { validUntil: now + days * day });
      }
      const shop = await awarded(tx, 'shop', { kind: 'business', domain: 'shop.example' });
      await tx.badges.change(shop, { checkDueAt: now, validUntil: now + day });
      const farm = await awarded(tx, 'farm', { kind: 'business', domain: 'farm.example' });
      await tx.badges.change(farm, { checkDueAt: now + 1 });
    });
    assert.deepEqual(ids(await storage.badges.expired(now, 9)), ['late', 'now']);
    const soon = async () => ids(await storage.badges.endingSoon(now + 30 * day, 9));
    assert.deepEqual(await soon(), ['late', 'now', 'soon']);
    const { id } = (await storage.badges.byPublicId('soon'))!;
    await storage.write((tx) => tx.badges.change(id, { remindedAt: now + 1 }));
    assert.deepEqual(await soon(), ['late', 'now']);
    await storage.write((tx) => tx.badges.change(id, { validFrom: now + 2 }));
    assert.deepEqual(await soon(), ['late', 'now', 'soon'], 'a renewal may be announced again');
    assert.deepEqual(ids(await storage.badges.domainsDue(now, 9)), ['shop']);
    assert.deepEqual(ids(await storage.badges.domainsDue(now + 1, 1)), ['shop']);
  });

  test('of somebody who leaves no name, no domain and no report is left', async ({ storage, rows }) => {
    const other = await storage.write(async (tx) => {
      await author(tx);
      return author(tx, 'bruno');
    });
    await storage.write(async (tx) => {
      const report = { reason: 'other', url: 'https://x.example', text: 'Odile' } as const;
      const id = await awarded(tx, 'shop', { kind: 'business', domain: 'odile.example', name: 'Odile' });
      await tx.badges.insertReport({ badgeId: id, ...report }, now);
      await tx.badges.change(id, { status: 'ended', endedAt: now, endReason: 'left' });
      await tx.badges.insert(newBadge('asked', { kind: 'business', domain: 'odile.example' }), now);
      const theirs = await awarded(tx, 'theirs', { memberId: other, kind: 'business', domain: 'b.example' });
      await tx.badges.insertReport({ badgeId: theirs, ...report, text: null }, now);
      await tx.leave(1, now);
    });
    assert(!JSON.stringify(await rows('select * from badge')).includes('odile'));
    assert.deepEqual(
      (await storage.badges.reports(9)).map(({ publicId, text }) => [publicId, text]),
      [['theirs', null]],
    );
    assert.equal((await storage.badges.byPublicId('theirs'))?.domain, 'b.example');
    assert.equal((await storage.badges.byPublicId('shop'))?.status, 'ended');
  });

  test('reports wait in order, are closed once, count by day, and go when they were settled long ago', async ({
    storage,
  }) => {
    await withMember(storage);
    const badgeId = await storage.write((tx) => awarded(tx, 'one'));
    const report = (at: number) =>
      storage.write((tx) => tx.badges.insertReport({ badgeId, reason: 'wrong_site', url: null, text: 'Ici.' }, at));
    const second = await report(now + 1);
    const first = await report(now);
    assert.deepEqual(
      (await storage.badges.reports(9)).map(({ id }) => id),
      [first, second],
    );
    assert.equal(await storage.write((tx) => tx.badges.reportsSince(badgeId, now + 1)), 1);
    const close = () => storage.write((tx) => tx.badges.closeReport(first, now + 2));
    assert.deepEqual([await close(), await close()], [true, false]);
    const closed = await storage.badges.report(first);
    assert.deepEqual([closed?.publicId, closed?.createdAt], ['one', now]);
    assert.notEqual(closed?.closedAt, null);
    assert.equal(await storage.badges.report(first + second + 1), undefined);
    const [left] = await storage.badges.reports(9);
    assert.deepEqual(left, {
      id: second,
      badgeId,
      publicId: 'one',
      reason: 'wrong_site',
      url: null,
      text: 'Ici.',
      createdAt: now + 1,
      closedAt: null,
    });
    const purged = () => storage.purge(now, purgeBefore({ reportsBefore: now + 3 }));
    assert.deepEqual([(await purged()).reports, (await purged()).reports], [1, 0]);
    assert.equal((await storage.badges.reports(9)).length, 1);
  });
}
