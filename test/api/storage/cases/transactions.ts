import assert from 'node:assert/strict';
import type { Transaction } from '../../../../api/domain/ports.ts';
import { openStorage } from '../../../../api/storage/index.ts';
import { day, now, person, range, signUp, type Open } from '../fixtures.ts';
import { testsOn } from './with.ts';

/** What "one atomic write" means, for writes alone and for writes together. */
export function transactionCases(open: Open): void {
  const test = testsOn(open);

  test('answers what the work answered', async ({ storage }) => {
    assert.equal(await storage.write(async () => 'done'), 'done');
  });

  test('undoes all of a work that fails and nothing of those beside it', async ({ storage }) => {
    const works = range(30).map((i) =>
      storage.write(async (tx) => {
        await signUp(tx, person(`p${i}`));
        await tx.count(1, 1);
        if (i % 3 === 0) throw new Error(`no ${i}`);
        return i;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    for (const [i, outcome] of outcomes.entries()) {
      if (i % 3 === 0) assert.equal((outcome as PromiseRejectedResult).reason.message, `no ${i}`);
      else assert.equal((outcome as PromiseFulfilledResult<number>).value, i);
      const { member } = await storage.write((tx) => tx.standing(`p${i}@example.org`, '', '', now));
      assert.equal(member !== undefined, i % 3 !== 0);
    }
    assert.deepEqual(await storage.counts(1), { members: 20, partner: 20 });
    assert.equal((await storage.claimMails(now, now + day, 99)).length, 20);
  });

  test('nobody sees a write before it is committed', async ({ storage }) => {
    const seen = await storage.write(async (tx) => {
      const id = await tx.insertMember(person('anne'));
      await tx.count(1, 1);
      assert.equal((await tx.findMember(id))?.firstName, 'anne');
      return [await storage.memberById(id), await storage.counts()];
    });
    assert.deepEqual(seen, [undefined, { members: 0, partner: 0 }]);
    assert.equal((await storage.counts()).members, 1);
  });

  test('what was acknowledged is there for others at once', async ({ storage, place }) => {
    const other = openStorage(place);
    try {
      const id = await storage.write((tx) => tx.insertMember(person('anne')));
      assert.equal((await other.memberById(id))?.firstName, 'anne');
      await other.write((tx) => tx.activate(id, now));
      assert.equal((await storage.memberById(id))?.status, 'active');
    } finally {
      await other.close();
    }
  });

  test('a transaction that is over cannot be used', async ({ storage }) => {
    let kept: Transaction | undefined;
    await storage.write(async (tx) => {
      kept = tx;
    });
    await assert.rejects(kept!.count(1, 1), /this transaction is over/);
    await assert.rejects(
      storage.write((tx) => {
        kept = tx;
        return Promise.reject(new Error('no'));
      }),
      /^Error: no$/,
    );
    await assert.rejects(kept!.count(1, 1), /this transaction is over/);
    assert.equal((await storage.counts()).members, 0);
  });

  test('spends a key once, also when it is tried many times at once', async ({ storage }) => {
    const tries = await Promise.all(range(20).map(() => storage.write((tx) => tx.spend('key', now + 1))));
    assert.equal(tries.filter(Boolean).length, 1);
    assert.equal(await storage.write((tx) => tx.spend('other', now + 1)), true);
  });

  test('a key that was spent by a work that failed is not spent', async ({ storage }) => {
    const failing = storage.write(async (tx) => {
      await tx.spend('key', now + 1);
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    assert.equal(await storage.write((tx) => tx.spend('key', now + 1)), true);
  });

  test('sign-ups for one inbox see each other, whatever their addresses', async ({ storage }) => {
    const mails = await Promise.all(
      range(20).map((i) =>
        storage.write(async (tx) => {
          await tx.lockAddress('inbox');
          const { lastMailAt } = await tx.standing(`p+${i}@example.org`, 'inbox', '', now - day);
          if (lastMailAt === null) await signUp(tx, person(`p+${i}`), 'inbox');
          return lastMailAt === null;
        }),
      ),
    );
    assert.equal(mails.filter(Boolean).length, 1);
  });

  test('a token does its work once, and can still be looked up', async ({ storage }) => {
    const id = await storage.write((tx) => tx.insertMember(person('anne')));
    const token = { memberId: id, purpose: 'confirm', expiresAt: now + 5 } as const;
    await storage.write((tx) => tx.insertToken('hash', token));
    assert.deepEqual(await storage.tokenByHash('hash'), { ...token, usedAt: null });
    await storage.write((tx) => tx.useToken('hash', now + 1));
    await storage.write((tx) => tx.useToken('hash', now + 2));
    assert.deepEqual(await storage.write((tx) => tx.findToken('hash')), { ...token, usedAt: now + 1 });
    assert.equal(await storage.tokenByHash('other'), undefined);
    await assert.rejects(storage.write((tx) => tx.insertToken('hash', token)));
  });

  test('writes down what was done', async ({ storage, rows }) => {
    await storage.write((tx) => tx.audit('member.left', 'member:7', now));
    assert.deepEqual(await rows('select action, subject, created_at as at from audit'), [
      { action: 'member.left', subject: 'member:7', at: now },
    ]);
  });

  test('answers a ping, and takes nothing any more once closed', async ({ storage, place }) => {
    await storage.ping();
    const other = openStorage(place);
    const last = other.write((tx) => tx.count(1, 1));
    await other.close();
    await last;
    await assert.rejects(other.write((tx) => tx.count(1, 1)));
    await assert.rejects(other.ping());
    assert.equal((await storage.counts()).members, 1);
  });

  test('says what is pending, and does it once', async ({ storage }) => {
    assert.deepEqual(await storage.pending(), []);
    assert.deepEqual(await storage.migrate(), []);
  });
}
