import assert from 'node:assert/strict';
import { StorageConflictError } from '../../../../api/domain/ports.ts';
import { city, day, now, person, range, type Open } from '../fixtures.ts';
import { testsOn } from './with.ts';

/** Partners, invitations, counters. */
export function partnerCases(open: Open): void {
  const test = testsOn(open);

  test('finds a partner by name and by number, as it was given', async ({ storage }) => {
    const id = await storage.insertPartner({ ...city, slug: 'boulangerie', kind: 'business', origins: [] }, now);
    assert.deepEqual(await storage.partnerBySlug('ville'), { id: 1, ...city });
    assert.deepEqual(await storage.partnerById(id), {
      id,
      ...city,
      slug: 'boulangerie',
      kind: 'business',
      origins: [],
    });
    assert.deepEqual(
      (await storage.partners()).map((partner) => partner.slug),
      ['ville', 'boulangerie'],
    );
    assert.equal(await storage.partnerBySlug('inconnu'), undefined);
    assert.equal(await storage.partnerById(99), undefined);
  });

  test('has one partner of a name', async ({ storage }) => {
    await assert.rejects(storage.insertPartner(city, now), (error) => {
      assert(error instanceof StorageConflictError);
      assert.equal(error.kind, 'unique');
      return true;
    });
    assert.equal((await storage.partners()).length, 1);
  });

  test('pauses a partner, and says when there is none', async ({ storage }) => {
    assert.equal(await storage.setPartnerStatus('ville', 'paused'), true);
    assert.equal((await storage.partnerById(1))?.status, 'paused');
    assert.equal(await storage.setPartnerStatus('inconnu', 'paused'), false);
  });

  test('lets a partner move to other origins, and says when there is none', async ({ storage }) => {
    assert.equal(await storage.setPartnerOrigins('ville', ['https://neu.example']), true);
    assert.deepEqual((await storage.partnerBySlug('ville'))?.origins, ['https://neu.example']);
    assert.equal(await storage.setPartnerOrigins('inconnu', []), false);
  });

  test('gives each place of an invitation away once, also to those who ask at the same time', async ({ storage }) => {
    await storage.insertInvitation('hash', 'vip', 3, null, now);
    const id = await storage.write((tx) => tx.findInvitation('hash', 'vip', now));
    assert(id !== undefined);
    const taken = await Promise.all(range(10).map(() => storage.write((tx) => tx.takeInvitation(id))));
    assert.equal(taken.filter(Boolean).length, 3);
    assert.equal(await storage.write((tx) => tx.findInvitation('hash', 'vip', now)), undefined);
  });

  test('an invitation opens its own circle only, until it expires', async ({ storage }) => {
    await storage.insertInvitation('hash', 'vip', 5, now + day, now);
    const find = (hash: string, circle: string, at: number) =>
      storage.write((tx) => tx.findInvitation(hash, circle, at));
    assert.equal(await find('other', 'vip', now), undefined);
    assert.equal(await find('hash', 'habitants', now), undefined);
    assert.equal(await find('hash', 'vip', now + day), undefined);
    assert.notEqual(await find('hash', 'vip', now + day - 1), undefined);
  });

  test('counts members of the club and of each partner', async ({ storage }) => {
    assert.deepEqual(await storage.counts(1), { members: 0, partner: 0 });
    const other = await storage.insertPartner({ ...city, slug: 'cci' }, now);
    await storage.write((tx) => tx.count(1, 1));
    await storage.write((tx) => tx.count(1, 1));
    await storage.write((tx) => tx.count(other, 1));
    await storage.write((tx) => tx.count(1, -1));
    assert.deepEqual(await storage.counts(), { members: 2, partner: 0 });
    assert.deepEqual(await storage.counts(1), { members: 2, partner: 1 });
    assert.deepEqual(await storage.counts(other), { members: 2, partner: 1 });
    assert.deepEqual(await storage.counts(99), { members: 2, partner: 0 });
  });

  test('loses no count when many count at once', async ({ storage }) => {
    await Promise.all(range(60).map(() => storage.write((tx) => tx.count(1, 1))));
    assert.deepEqual(await storage.counts(1), { members: 60, partner: 60 });
  });

  test('refuses a member of a partner that is not there', async ({ storage }) => {
    await assert.rejects(
      storage.write((tx) => tx.insertMember(person('anne', { partnerId: 99 }))),
      (error) => error instanceof StorageConflictError && error.kind === 'foreign_key',
    );
  });
}
