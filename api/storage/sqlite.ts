/**
 * SQLite, in one file. Two connections: one writes, in group commits; one only reads, so that nobody
 * sees what is not committed yet. WAL lets readers go on while one process writes; `synchronous=FULL`
 * makes a commit mean that it is on disk (with NORMAL a power cut lost acknowledged commits).
 */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { StorageBusyError, type Log } from '../domain/ports.ts';
import { errorCode, storageError } from './errors.ts';
import { GroupCommit } from './group-commit.ts';
import { migrateToLatest, pendingMigrations } from './migrate.ts';
import type { Engine, Executor, Query } from './query.ts';
import { MigrationDialect } from './sqlite-migration.ts';
import { EngineStorage, type OpenStorage } from './storage.ts';

export interface SqliteOptions {
  /** Made with its folder when it is not there, readable by this user only. */
  file: string;
  log?: Pick<Log, 'warn'>;
  /** How long a write waits for another process before it gives up, in milliseconds. */
  busyTimeout?: number;
}

export function openSqlite(options: SqliteOptions): OpenStorage {
  return new EngineStorage(new SqliteEngine(options));
}

/** Pages of 4 kB that the log may grow to before they are moved into the file: 32 MB, one pause in many thousand writes. */
const checkpointPages = 8000;

class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly read: Executor;
  readonly #file: string;
  readonly #log: Pick<Log, 'warn'> | undefined;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #group: GroupCommit;

  constructor({ file, log, busyTimeout = 5000 }: SqliteOptions) {
    this.#file = file;
    this.#log = log;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite gives its own files (-wal, -shm) the mode of the first.
    closeSync(openSync(file, 'a', 0o600));
    this.#writer = new Connection(openWriter(file));
    this.#reader = new Connection(new BetterSqlite3(file, { readonly: true, timeout: 1000 }));
    this.read = new SqliteExecutor(this.#reader);
    this.#group = new GroupCommit(this.#writer, {
      max: 256,
      async retryBegin(error, waited) {
        if (!isBusy(error) || waited >= busyTimeout) return false;
        // Waiting here and not in SQLite leaves the event loop free: reads and other requests go on.
        await sleep(1 + Math.random() * 9);
        return true;
      },
    });
  }

  async write<T>(work: (on: Executor) => Promise<T>): Promise<T> {
    try {
      return await this.#group.add(async () => {
        const on = new SqliteExecutor(this.#writer);
        try {
          return await work(on);
        } finally {
          on.end();
        }
      });
    } catch (error) {
      throw storageError(error);
    }
  }

  /**
   * `secure_delete` overwrites a deleted row, but not the copies that stay behind in a page's free space
   * when rows move to another page: after an erasure the file is written anew. The log is then emptied,
   * which has the old pages. A file of 50 MB takes about a second, in which nothing else is answered.
   */
  async scrub(erased: boolean) {
    let rewritten = !erased;
    for (let tries = 0; tries < 20; tries++) {
      const clear = await this.#group.between(() => {
        rewritten ||= this.#writer.rewrite();
        return rewritten && this.#writer.emptyLog();
      });
      if (clear) return true;
      await sleep(25);
    }
    this.#log?.warn({}, 'storage: another process kept the database file from being cleared. The next purge does it.');
    return false;
  }

  async migrate() {
    const db = new Kysely<unknown>({ dialect: new MigrationDialect(this.#file) });
    try {
      return await migrateToLatest(db);
    } finally {
      await db.destroy();
    }
  }

  async pending() {
    const db = new Kysely<unknown>({ dialect: new MigrationDialect(this.#file) });
    try {
      return await pendingMigrations(db);
    } finally {
      await db.destroy();
    }
  }

  async close() {
    await this.#group.close();
    // The last to close moves the log into the file and removes it, which a reader could not.
    this.#reader.close();
    this.#writer.close();
  }
}

/** A connection with its prepared statements, by number of query: as many as the program has. */
class Connection {
  readonly #db: BetterSqlite3.Database;
  readonly #statements: (
    { run: BetterSqlite3.Statement<unknown[]>; bind: (values: never) => unknown[] } | undefined
  )[] = [];
  readonly begin: () => void;
  readonly commit: () => void;
  readonly rollback: () => void;
  readonly mark: () => void;
  readonly keep: () => void;
  readonly undo: () => void;

  constructor(db: BetterSqlite3.Database) {
    this.#db = db;
    const command = (...sql: string[]) => {
      const statements = sql.map((one) => db.prepare(one));
      return () => {
        for (const statement of statements) statement.run();
      };
    };
    this.begin = command('begin immediate');
    this.commit = command('commit');
    this.rollback = command('rollback');
    this.mark = command('savepoint work');
    this.keep = command('release work');
    this.undo = command('rollback to work', 'release work');
  }

  get inTransaction() {
    return this.#db.inTransaction;
  }

  statement<P, R>(query: Query<P, R>) {
    let prepared = this.#statements[query.id];
    if (!prepared) {
      const { sql, bind } = query.template('sqlite');
      prepared = { run: this.#db.prepare<unknown[]>(sql), bind };
      this.#statements[query.id] = prepared;
    }
    return prepared as { run: BetterSqlite3.Statement<unknown[]>; bind: (values: P) => unknown[] };
  }

  /** False when another process is writing. */
  rewrite(): boolean {
    try {
      this.#db.exec('vacuum');
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  }

  /** False when another process is reading from it. */
  emptyLog(): boolean {
    const [answer] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return answer?.busy === 0;
  }

  close() {
    this.#db.close();
  }
}

class SqliteExecutor implements Executor {
  readonly engine = 'sqlite';
  readonly #connection: Connection;
  #ended = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async get<P, R>(query: Query<P, R>, parameters: P): Promise<R | undefined> {
    const { run, bind } = this.#prepare(query);
    return run.get(bind(parameters)) as R | undefined;
  }

  async all<P, R>(query: Query<P, R>, parameters: P): Promise<R[]> {
    const { run, bind } = this.#prepare(query);
    return run.all(bind(parameters)) as R[];
  }

  async run<P, R>(query: Query<P, R>, parameters: P): Promise<number> {
    const { run, bind } = this.#prepare(query);
    return run.run(bind(parameters)).changes;
  }

  /** A transaction that is over may not reach into the next one. */
  end() {
    this.#ended = true;
  }

  #prepare<P, R>(query: Query<P, R>) {
    if (this.#ended) throw new Error('storage: this transaction is over. Await every call on it. Nothing was written.');
    return this.#connection.statement(query);
  }
}

const isBusy = (error: unknown) => errorCode(error)?.startsWith('SQLITE_BUSY') === true;

function openWriter(file: string): BetterSqlite3.Database {
  // `timeout` is for the moments in which SQLite itself has to wait; waiting for the lock is done by the group commit.
  const db = new BetterSqlite3(file, { timeout: 10 });
  const deadline = Date.now() + 5000;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      break;
    } catch (error) {
      // Two processes that make the same new file: SQLite refuses one of them at once instead of waiting.
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw new StorageBusyError({ cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32768');
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  return db;
}
