import { sql, type Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration';
import { migrations } from './migrations/index.ts';

type Migrations = Record<string, Migration>;

/** Names of the migrations that the database has not had yet, in order. Changes nothing. */
export async function pendingMigrations(db: Kysely<unknown>, known: Migrations = migrations): Promise<string[]> {
  await refuseNewerDatabase(db, known);
  const all = await migrator(db, known).getMigrations();
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}

/**
 * Runs what is pending, all of it or nothing, under a lock: a second process that calls this at the
 * same time waits and finds nothing left to do.
 */
export async function migrateToLatest(db: Kysely<unknown>, known: Migrations = migrations): Promise<string[]> {
  await refuseNewerDatabase(db, known);
  const { error, results } = await migrator(db, known).migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const what = failed ? `migration ${failed} failed` : 'the migrations could not be run';
    throw new Error(`storage: ${what}. The database is as it was before.`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}

function migrator(db: Kysely<unknown>, known: Migrations): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => known } });
}

async function refuseNewerDatabase(db: Kysely<unknown>, known: Migrations): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return;
  const done = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  const unknown = done.rows.map((row) => row.name).filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new Error(
    `storage: the database was made by a newer version of this program (${unknown.join(', ')}). ` +
      'Start that version, or restore the backup that was made before it. Nothing was changed.',
  );
}
