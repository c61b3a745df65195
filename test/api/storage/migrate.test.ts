import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Kysely, PostgresDialect, sql, type Dialect } from 'kysely';
import type { Migration } from 'kysely/migration';
import pg from 'pg';
import { openStorage } from '../../../api/storage/index.ts';
import { migrateToLatest, pendingMigrations } from '../../../api/storage/migrate.ts';
import { migrations } from '../../../api/storage/migrations/index.ts';
import { MigrationDialect } from '../../../api/storage/sqlite-migration.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { tempDir } from '../../support/temp.ts';
import { range } from './fixtures.ts';
import { finish, printed, start } from './process.ts';

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

interface Place {
  databaseUrl?: string;
  dataDir: string;
}

let places = 0;
const engines: Record<string, () => Promise<{ place: Place; dialect: () => Dialect }>> = {
  async SQLite() {
    const dataDir = join(dir.path, String(places++));
    // Makes the file.
    await openStorage({ dataDir }).close();
    return { place: { dataDir }, dialect: () => new MigrationDialect(join(dataDir, 'club.db')) };
  },
  async PostgreSQL() {
    const databaseUrl = await server.createDatabase();
    const pool = () => new pg.Pool({ connectionString: databaseUrl, max: 1 });
    return { place: { databaseUrl, dataDir: '' }, dialect: () => new PostgresDialect({ pool: pool() }) };
  },
};

const all = Object.keys(migrations);
const later: Record<string, Migration> = {
  ...migrations,
  '9998-note': { up: (db) => db.schema.createTable('note').addColumn('text', 'text').execute() },
};
const broken: Record<string, Migration> = {
  ...later,
  '9999-broken': {
    async up(db) {
      await db.schema.alterTable('note').addColumn('author', 'text').execute();
      await sql`insert into nowhere values (1)`.execute(db);
    },
  },
};

for (const [name, make] of Object.entries(engines)) {
  describe(`migrations on ${name}`, () => {
    test('are listed, done once, and then no longer listed', async () => {
      const { place } = await make();
      const storage = openStorage(place);
      assert.deepEqual(await storage.pending(), all);
      assert.deepEqual(await storage.pending(), all, 'looking changes nothing');
      assert.deepEqual(await storage.migrate(), all);
      assert.deepEqual(await storage.pending(), []);
      assert.deepEqual(await storage.migrate(), []);
      await storage.close();
    });

    test('are done once by processes that start together', async () => {
      const { place } = await make();
      const processes = range(4).map(() => start('migrate', place));
      await Promise.all(processes.map((one) => printed(one, 1)));
      for (const one of processes) one.stdin?.write('go');
      const done = (await Promise.all(processes.map(finish))) as string[][];
      assert.deepEqual(done.flat(), all);
      const storage = openStorage(place);
      assert.deepEqual(await storage.pending(), []);
      assert.deepEqual(await storage.counts(), { members: 0, partner: 0 });
      await storage.close();
    });

    test('that fail leave the database as it was, and say which one failed', async () => {
      const { dialect } = await make();
      const db = new Kysely<unknown>({ dialect: dialect() });
      await migrateToLatest(db);
      await assert.rejects(migrateToLatest(db, broken), /migration 9999-broken failed.*as it was before/);
      assert.deepEqual(await pendingMigrations(db, broken), ['9998-note', '9999-broken']);
      assert.deepEqual(await migrateToLatest(db, later), ['9998-note']);
      await db.destroy();
    });

    test('of a newer version are not touched by an older one', async () => {
      const { place, dialect } = await make();
      const db = new Kysely<unknown>({ dialect: dialect() });
      await migrateToLatest(db, later);
      await db.destroy();
      const storage = openStorage(place);
      await assert.rejects(storage.pending(), /newer version of this program \(9998-note\).*Nothing was changed/);
      await assert.rejects(storage.migrate(), /newer version/);
      await storage.close();
    });
  });
}
