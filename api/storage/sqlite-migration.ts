import BetterSqlite3 from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
} from 'kysely';

/**
 * SQLite for Kysely's Migrator. Kysely supposes that SQLite has one process and runs migrations
 * outside of a transaction. SQLite's tables are transactional, so here all of a migration happens or
 * none, and the write lock that is taken first keeps a second process waiting until it is done.
 */
export class MigrationDialect implements Dialect {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  createDriver() {
    return new ImmediateDriver({
      database: async () => {
        const db = new BetterSqlite3(this.#file, { timeout: 60_000 });
        db.pragma('synchronous = FULL');
        return db;
      },
    });
  }

  createAdapter() {
    return new TransactionalAdapter();
  }

  createIntrospector(db: Kysely<unknown>) {
    return new SqliteIntrospector(db);
  }

  createQueryCompiler() {
    return new SqliteQueryCompiler();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
