import assert from 'node:assert/strict';
import { mail, now, person, range, type Open } from '../fixtures.ts';
import { finish, start } from '../process.ts';
import { testsOn } from './with.ts';

/** Several processes on one database. */
export function processCases(open: Open): void {
  const test = testsOn(open);

  test('two processes lose no count', async ({ storage, place }) => {
    const others = range(2).map(() => finish(start('count', { ...place, times: 100 })));
    const own = range(100).map(() => storage.write((tx) => tx.count(1, 1)));
    await Promise.all([...others, ...own]);
    assert.deepEqual(await storage.counts(1), { members: 300, partner: 300 });
  });

  test('two processes send no mail twice', async ({ storage, place }) => {
    await storage.write(async (tx) => {
      const id = await tx.insertMember(person('anne'));
      for (const i of range(200)) await tx.enqueueMail(mail(id, { messageId: `<${i}@club.example>` }));
    });
    const claimed = await Promise.all(range(2).map(() => finish(start('claim', place)) as Promise<number[]>));
    assert.equal(claimed.flat().length, 200);
    assert.equal(new Set(claimed.flat()).size, 200);
    assert.deepEqual(await storage.claimMails(now + 1, now + 2, 1), []);
  });

  test('two processes together keep to the cap of one inbox', async ({ storage, place }) => {
    const ordered = await Promise.all(
      ['a', 'b'].map((name) => finish(start('cap', { ...place, name, times: 30 })) as Promise<number>),
    );
    assert.equal(ordered[0]! + ordered[1]!, 1);
    const { mailsInDay } = await storage.write((tx) => tx.standing('', 'inbox', '', 0));
    assert.equal(mailsInDay, 1);
  });
}
