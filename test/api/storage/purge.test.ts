/** What was erased is cleared from the files in the end, whatever kept the engine from it the first time. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { purge } from '../../../api/storage/purge.ts';
import type { Engine } from '../../../api/storage/query.ts';
import { openWriter, SqliteExecutor, type SqliteConnection } from '../../../api/storage/sqlite-connection.ts';
import { StorageTransaction } from '../../../api/storage/transaction.ts';
import { openTestStorage, type TestStorage } from '../../support/storage.ts';
import { city, day, now, person, purgeBefore, signUp } from './fixtures.ts';

let opened: TestStorage;
let connection: SqliteConnection;
/** Whether personal data was to be cleared, each time that it was asked for. */
let asked: boolean[];
/** What happens while the files are cleared; answers whether that was possible. */
let clear: () => Promise<boolean>;
let engine: Pick<Engine, 'write' | 'scrub'>;

beforeEach(async () => {
  opened = await openTestStorage();
  await opened.storage.insertPartner(city, now);
  connection = openWriter(join(opened.dir, 'club.db'));
  const on = new SqliteExecutor(connection);
  asked = [];
  clear = () => Promise.resolve(true);
  engine = {
    write: (work) => work(on),
    scrub: (erased) => {
      asked.push(erased);
      return clear();
    },
  };
});
afterEach(async () => {
  connection.close();
  await opened.remove();
});

const sweep = () => purge(engine, now, purgeBefore({ pendingBefore: now - day }));
const write = <T>(work: (tx: StorageTransaction) => Promise<T>) =>
  engine.write((on) => work(new StorageTransaction(on)));
const neverConfirmed = () => write((tx) => signUp(tx, person('anne', { joinedAt: now - 2 * day })));
async function member(name: string): Promise<number> {
  const id = await write((tx) => signUp(tx, person(name)));
  await write((tx) => tx.activate(id, now));
  return id;
}

const erasures: Record<string, () => Promise<unknown>> = {
  'someone who never confirmed': neverConfirmed,
  'someone who was removed before they confirmed': async () => {
    const id = await write((tx) => signUp(tx, person('anne')));
    assert.equal(await write((tx) => tx.removePending(id)), true);
  },
  'a member who left': async () => {
    const id = await member('bruno');
    await write((tx) => tx.leave(id, now));
  },
};
const obstacles: Record<string, () => Promise<boolean>> = {
  'another process was in the way': () => Promise.resolve(false),
  'the program ended before it was done': () => Promise.reject(new Error('killed')),
};
for (const [who, erase] of Object.entries(erasures)) {
  for (const [what, obstacle] of Object.entries(obstacles)) {
    test(`${who} is cleared by the next purge that can, when ${what}`, async () => {
      await erase();
      clear = obstacle;
      await sweep().catch(() => undefined);
      await sweep().catch(() => undefined);
      clear = () => Promise.resolve(true);
      await sweep();
      await sweep();
      assert.deepEqual(asked, [true, true, true, false]);
    });
  }
}

test('who leaves while the files are being cleared is cleared by the purge after it', async () => {
  await neverConfirmed();
  const id = await member('bruno');
  clear = () => write((tx) => tx.leave(id, now));
  await sweep();
  clear = () => Promise.resolve(true);
  await sweep();
  await sweep();
  assert.deepEqual(asked, [true, true, false]);
});

test('a departure that was undone leaves nothing to clear', async () => {
  const id = await member('bruno');
  const undone = opened.storage.write(async (tx) => {
    await tx.leave(id, now);
    throw new Error('undone');
  });
  await assert.rejects(undone, /undone/);
  await sweep();
  assert.deepEqual(asked, [false]);
});
