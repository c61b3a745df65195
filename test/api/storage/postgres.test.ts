import { after, before } from 'node:test';
import pg from 'pg';
import type { OpenStorage } from '../../../api/storage/index.ts';
import { openPostgres } from '../../../api/storage/postgres.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { storageSuite } from './suite.ts';

let server: TestPostgres;
let databaseUrl: string;
let storage: OpenStorage;
let client: pg.Client;

// Numbers of 64 bits come as texts unless they are asked for.
pg.types.setTypeParser(20, Number);

before(async () => {
  server = await startPostgres();
  databaseUrl = await server.createDatabase();
  storage = openPostgres({ url: databaseUrl });
  await storage.migrate();
  client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
});

after(async () => {
  await storage.close();
  await client.end();
  await server.stop();
});

// One database for all tests, emptied before each: making one takes longer than most tests.
storageSuite('PostgreSQL', async () => {
  await empty();
  return {
    storage,
    place: { databaseUrl, dataDir: '' },
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    remove: async () => undefined,
  };
});

async function empty() {
  const names = async (sql: string) => (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);
  const tables = await names(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
  );
  const sequences = await names("select sequencename as name from pg_sequences where schemaname = 'public'");
  await client.query(
    [
      // Without looking at what refers to what, so that the order of the tables does not matter.
      'set session_replication_role = replica',
      ...tables.map((table) => `delete from ${table}`),
      'set session_replication_role = default',
      ...sequences.map((sequence) => `alter sequence ${sequence} restart`),
    ].join('; '),
  );
}
