import assert from 'node:assert/strict';
import { StorageConflictError } from '../../../../api/domain/ports.ts';
import { author, minute, now, range, type Open } from '../fixtures.ts';
import { awarded } from './badges.ts';
import { testsOn } from './with.ts';

/** Places in status lists, the keys that sign, what a cache has to forget. */
export function statusListCases(open: Open): void {
  const test = testsOn(open);
  const key = (id: string, role: 'badge' | 'status' | 'jwt' = 'badge', at = now) => ({
    id,
    role,
    publicKey: `public ${id}`,
    publishedAt: at,
    firstUseAt: at + 1,
  });

  test('a place is given once, whoever asks, and never again', async ({ storage }) => {
    const take = (position: number, badgeId: number) =>
      storage.write(async (tx) => {
        const { number } = await tx.badges.currentList(now);
        return tx.badges.takeEntry({ list: number, position }, badgeId, now);
      });
    const taken = await Promise.all(range(20).map((badgeId) => take(7, badgeId)));
    assert.equal(taken.filter(Boolean).length, 1);
    assert.equal(await take(8, 3), true);
    assert.deepEqual(await storage.write((tx) => tx.badges.currentList(now)), { number: 1, taken: 2 });
    assert.equal((await storage.badges.entry({ list: 1, position: 8 }))?.badgeId, 3);
    await storage.write((tx) => tx.badges.revokeEntry({ list: 1, position: 8 }, now));
    assert.equal(await take(8, 4), false, 'not even one that was revoked');
    assert.equal(await storage.badges.entry({ list: 1, position: 9 }), undefined);
  });

  test('a list knows what was revoked, counts it, and is signed by whoever knows more', async ({ storage }) => {
    await storage.write(async (tx) => {
      await tx.badges.currentList(now);
      for (const position of [9, 4, 6]) await tx.badges.takeEntry({ list: 1, position }, position, now);
    });
    const revoke = (position: number) =>
      storage.write((tx) => tx.badges.revokeEntry({ list: 1, position }, now + position));
    const version = async () => (await storage.badges.statusList(1))?.version;
    assert.equal(await version(), 1);
    for (const position of [9, 4, 9, 5]) await revoke(position);
    assert.deepEqual(await storage.badges.revoked(1), [4, 9]);
    assert.equal(await version(), 3, 'revoking again, or what nobody has, counts for nothing');
    assert.equal((await storage.badges.entry({ list: 1, position: 9 }))?.revokedAt, now + 9);
    const keep = (of: number, text: string) => storage.write((tx) => tx.badges.keepList(1, of, text, now + of));
    assert.deepEqual([await keep(3, 'three'), await keep(2, 'two'), await keep(3, 'again')], [true, false, true]);
    const list = { number: 1, version: 3, signedVersion: 3, signedAt: now + 3, credential: 'again' };
    assert.deepEqual(await storage.badges.statusLists(), [list]);
    await storage.write((tx) => tx.badges.openList(2, now));
    await storage.write((tx) => tx.badges.openList(2, now));
    assert.equal((await storage.badges.statusLists()).length, 2);
    assert.deepEqual(await storage.write((tx) => tx.badges.currentList(now)), { number: 2, taken: 0 });
    assert.deepEqual(await storage.badges.revoked(2), []);
    assert.equal(await storage.badges.statusList(3), undefined);
  });

  test('keys are published by age and removed once; what one has signed is signed anew', async ({ storage }) => {
    await storage.write(async (tx) => {
      await author(tx);
      for (const [badge, keyId] of [
        ['old', 'key-1'],
        ['new', 'key-2'],
        ['gone', 'key-1'],
      ] as const) {
        const id = await awarded(tx, badge);
        await tx.badges.keepSigned(id, 1, { credential: '{}', jwt: 'a', keyId });
        if (badge === 'gone') await tx.badges.change(id, { status: 'ended', endedAt: now, endReason: 'expired' });
      }
      for (const one of [key('key-2', 'badge', now + 1), key('key-1'), key('list', 'status', now + 2)]) {
        await tx.badges.insertKey(one);
      }
      await tx.badges.insertKey(key('form', 'jwt', now + 3));
    });
    const resign = (id: string) => storage.write((tx) => tx.badges.resignUnder(id));
    const waiting = async () => (await storage.badges.unsigned(9)).map(({ publicId }) => publicId);
    assert.equal(await resign('key-1'), 1);
    assert.deepEqual(await waiting(), ['old']);
    assert.equal((await storage.badges.statusList(1))?.version, 1);
    assert.equal(await resign('list'), 0);
    assert.equal((await storage.badges.statusList(1))?.version, 2, 'a key of lists has them signed anew');
    assert.equal(await resign('form'), 2, 'every badge has a second form');
    assert.deepEqual(await waiting(), ['old', 'new']);
    const before = await storage.badges.statusList(1);
    assert.equal(await storage.write((tx) => tx.badges.resignAll()), 2, 'and all of them, with the lists, at once');
    assert.equal((await storage.badges.statusList(1))?.version, before!.version + 1);
    const remove = (id: string) => storage.write((tx) => tx.badges.removeKey(id, now + 9));
    assert.deepEqual([await remove('key-1'), await remove('key-1'), await remove('none')], [true, false, false]);
    assert.deepEqual(await storage.badges.keys(), [
      { ...key('key-1'), removedAt: now + 9 },
      { ...key('key-2', 'badge', now + 1), removedAt: null },
      { ...key('list', 'status', now + 2), removedAt: null },
      { ...key('form', 'jwt', now + 3), removedAt: null },
    ]);
    const again = storage.write((tx) => tx.badges.insertKey(key('key-1')));
    await assert.rejects(again, (error) => error instanceof StorageConflictError && error.kind === 'unique');
  });

  test('what a cache has to forget is in one pair of hands at a time, until it was done', async ({ storage }) => {
    await storage.write(async (tx) => {
      await tx.badges.orderPurge('badge-b', now + 5);
      await tx.badges.orderPurge('badge-a', now);
    });
    assert.equal(await storage.badges.nextPurgeAt(), now);
    const claim = (at: number) => storage.write((tx) => tx.badges.claimPurges(at, at + minute, 9));
    const both = await Promise.all([claim(now + 5), claim(now + 5)]);
    const claimed = both.flat();
    assert.deepEqual(claimed.map(({ tag, attempts }) => [tag, attempts]).toSorted(), [
      ['badge-a', 1],
      ['badge-b', 1],
    ]);
    assert.equal(await storage.badges.nextPurgeAt(), now + 5 + minute);
    const [a, b] = claimed.toSorted((x, y) => x.tag.localeCompare(y.tag));
    await storage.write((tx) => tx.badges.endPurge(a!.id));
    await storage.write((tx) => tx.badges.retryPurge(b!.id, now + 7));
    assert.deepEqual(await claim(now + 7), [{ id: b!.id, tag: 'badge-b', attempts: 2 }]);
    assert.deepEqual(await claim(now + 8), []);
  });
}
