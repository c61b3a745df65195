/** A database of the version before, with what people did in it, becomes one of this version and keeps it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Kysely, PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../../../api/storage/database.ts';
import { openStorage } from '../../../api/storage/index.ts';
import { migrateToLatest } from '../../../api/storage/migrate.ts';
import { migrations } from '../../../api/storage/migrations/index.ts';
import { inboxNumber } from '../../../api/storage/outbox.ts';
import { MigrationDialect } from '../../../api/storage/sqlite-migration.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { tempDir } from '../../support/temp.ts';
import { day, key, mail, minute, now } from './fixtures.ts';

let server: TestPostgres;
let dir: ReturnType<typeof tempDir>;
before(async () => {
  server = await startPostgres();
  dir = tempDir();
});
after(async () => {
  await server.stop();
  dir.remove();
});

const first = { '0001-club': migrations['0001-club']! };

const engines: Record<string, () => Promise<{ place: { databaseUrl?: string; dataDir: string }; dialect: Dialect }>> = {
  async SQLite() {
    await openStorage({ dataDir: dir.path }).close();
    return { place: { dataDir: dir.path }, dialect: new MigrationDialect(join(dir.path, 'club.db')) };
  },
  async PostgreSQL() {
    const databaseUrl = await server.createDatabase();
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    return { place: { databaseUrl, dataDir: '' }, dialect: new PostgresDialect({ pool }) };
  },
};

const person = (name: string, partnerId: number) => ({
  address: `${name}@example.org`,
  email: `${name}@example.org`,
  first_name: name,
  circle: 'habitants',
  language: 'fr' as const,
  newsletter: 0,
  public: 0,
  introductions: 0,
  partner_id: partnerId,
  joined_at: now,
});

const order = (memberId: number, addressKey: string) => ({
  kind: 'confirmation' as const,
  member_id: memberId,
  partner_id: 1,
  language: 'fr' as const,
  address_key: addressKey,
  inbox: inboxNumber(addressKey),
  form_prefix: '203.0.113.0/24',
  created_at: now,
  attempts: 0,
  next_attempt_at: now,
});

/** Two members, and mails that wait, were tried, were sent, were given up. */
async function live(db: Kysely<Database>): Promise<void> {
  const partner = { slug: 'ville', kind: 'city', name: 'Ville', origins: '[]', status: 'active' as const };
  await db
    .insertInto('partner')
    .values({ ...partner, created_at: now })
    .execute();
  await db
    .insertInto('member')
    .values([
      { ...person('anne', 1), status: 'active' },
      { ...person('bruno', 1), status: 'pending' },
    ])
    .execute();
  await db
    .insertInto('outbox')
    .values([
      { ...order(2, key('bruno')), message_id: '<waits>', status: 'queued' },
      { ...order(1, key('anne')), message_id: '<sent>', status: 'sent', attempts: 1, ended_at: now + 1 },
      { ...order(1, key('anne')), message_id: '<failed>', status: 'failed', attempts: 9, ended_at: now, error: '550' },
      { ...order(1, key('anne')), kind: 'welcome', message_id: '<tried>', status: 'queued', attempts: 2, error: '450' },
    ])
    .execute();
  await db.insertInto('audit').values({ action: 'member.confirmed', subject: 'member:1', created_at: now }).execute();
}

for (const [name, make] of Object.entries(engines)) {
  describe(`a club on ${name} that has members already`, () => {
    test('keeps them, their mails and the caps when stories come', async () => {
      const { place, dialect } = await make();
      const db = new Kysely<Database>({ dialect });
      await migrateToLatest(db as Kysely<unknown>, first);
      await live(db);
      const mails = () => db.selectFrom('outbox').selectAll().orderBy('id').execute();
      const old = (await mails()).map((row) => ({ ...row, id: 0 }));
      const storage = openStorage(place);
      assert.deepEqual(await storage.migrate(), Object.keys(migrations).slice(1));

      assert.deepEqual(
        (await mails()).map(({ staff_id, subject_id, ...row }) => {
          assert.deepEqual([staff_id, subject_id], [null, null]);
          return { ...row, id: 0 };
        }),
        old,
      );
      await db.destroy();
      assert.equal((await storage.memberById(1))?.firstName, 'anne');
      assert.deepEqual(await storage.badges.membersWithout(9), [1], 'who was there before gets a badge too');
      assert.equal((await storage.moderation.audit(9))[0]?.actor, null);
      const standing = (who: string) =>
        storage.write((tx) => tx.standing(`${who}@example.org`, key(who), '', now - day));
      const { lastMailAt, mailsInDay, mailWaiting } = await standing('anne');
      assert.deepEqual([lastMailAt, mailsInDay, mailWaiting], [now, 2, false], 'a welcome does not count');
      assert.equal((await standing('bruno')).mailWaiting, true);
      await storage.write((tx) => tx.enqueueMail(mail(1, { createdAt: now + 1, addressKey: key('anne') })));
      assert.equal((await standing('anne')).mailsInDay, 3);
      const due = await storage.claimMails(now + 1, now + minute, 9);
      assert.deepEqual(
        due.map(({ messageId, attempts }) => [messageId, attempts]),
        [
          ['<waits>', 1],
          ['<tried>', 3],
          ['<one@club.example>', 1],
        ],
      );
      assert.equal(await storage.write((tx) => tx.removePending(2)), true, 'and what hangs on a member still does');
      await storage.close();
    });
  });
}
