import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StorageBusyError, type Transaction } from '../../../api/domain/ports.ts';
import type { OpenStorage } from '../../../api/storage/index.ts';
import { openPostgres } from '../../../api/storage/postgres.ts';
import { until } from '../../support/until.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { city, mail, now, person, range } from './fixtures.ts';

let server: TestPostgres;
let url: string;
let storage: OpenStorage;
const warnings: string[] = [];

before(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  storage = openPostgres({ url, connections: 4, log: { warn: (_, message) => warnings.push(message) } });
  await storage.migrate();
  await storage.insertPartner(city, now);
  for (const code of ['a', 'b']) await storage.insertInvitation(code, 'vip', 100, null, now);
});
after(async () => {
  await storage.close();
  await server.stop();
});

/** Ends connections of the storage from outside, as an administrator or a restart does. */
async function endConnections(which: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ended = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'ambassador-widgets' and datname = current_database() and state = $1`,
    [which],
  );
  await client.end();
  return ended.rowCount ?? 0;
}

describe('PostgreSQL with faults', () => {
  test('a connection that is lost in the middle of a write fails that write and nothing else', async () => {
    const lost = storage.write(async (tx) => {
      await tx.insertMember(person('perdue'));
      assert.equal(await endConnections('idle in transaction'), 1);
      // Until the end is noticed while no query runs: an error that nobody waits for.
      for (let i = 0; warnings.length === 0 && i < 400; i++) await sleep(5);
      await tx.count(1, 1);
    });
    await assert.rejects(lost, StorageBusyError);
    const id = await storage.write((tx) => tx.insertMember(person('perdue')));
    assert.equal((await storage.memberById(id))?.firstName, 'perdue');
    assert.deepEqual(await storage.counts(1), { members: 0, partner: 0 });
  });

  test('connections that are lost while nobody uses them are replaced', async () => {
    await Promise.all(range(4).map(() => storage.ping()));
    const before = warnings.length;
    assert((await endConnections('idle')) > 0);
    await Promise.all([...range(8).map(() => storage.ping()), storage.write((tx) => tx.audit('after', 'loss', now))]);
    // A server ends a connection some time after it was told to.
    await until(
      () => warnings.length > before,
      () => 'the operator hears nothing of it',
    );
  });

  test('a mail in the hands of another transaction is passed over, not waited for', async () => {
    await storage.write(async (tx) => {
      const id = await tx.insertMember(person('anne'));
      for (const messageId of ['<1>', '<2>', '<3>']) await tx.enqueueMail(mail(id, { messageId }));
    });
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query("begin; select 1 from outbox where message_id = '<2>' for update");
    const claimed = await storage.claimMails(now, now + 1, 10);
    assert.deepEqual(
      claimed.map((one) => one.messageId),
      ['<1>', '<3>'],
    );
    await other.end();
  });

  test('two writes that wait for each other crosswise are both done in the end', async () => {
    let met = 0;
    const meet = Promise.withResolvers<void>();
    const crosswise = (first: number, second: number) => async (tx: Transaction) => {
      await tx.takeInvitation(first);
      if (++met === 2) meet.resolve();
      await meet.promise;
      await tx.takeInvitation(second);
    };
    await Promise.all([storage.write(crosswise(1, 2)), storage.write(crosswise(2, 1))]);
    assert(met > 2, 'one of them was tried again');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ taken: string }>('select taken from invitation');
    await client.end();
    assert.deepEqual(
      rows.map((row) => Number(row.taken)),
      [2, 2],
    );
  });

  test('more writes than connections wait for their turn', async () => {
    await Promise.all(range(40).map(() => storage.write((tx) => tx.count(1, 1))));
    assert.equal((await storage.counts(1)).members, 40);
  });

  test('a server that is not there is a busy storage, not a broken program', async () => {
    const nobody = openPostgres({ url: 'postgres://nobody:none@127.0.0.1:1/none' });
    await assert.rejects(nobody.ping(), StorageBusyError);
    await assert.rejects(
      nobody.write((tx) => tx.count(1, 1)),
      StorageBusyError,
    );
    await assert.rejects(nobody.pending(), StorageBusyError);
    await nobody.close();
  });
});
