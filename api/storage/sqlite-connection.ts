import BetterSqlite3 from 'better-sqlite3';
import { StorageBusyError } from '../domain/ports.ts';
import { isBusy, storageError } from './errors.ts';
import type { BatchConnection } from './group-commit.ts';
import type { Executor, Query } from './query.ts';

/** Pages of 4 kB that the log may grow to before they go into the file: 32 MB, one pause in many thousand writes. */
const checkpointPages = 8000;

/** The connection that writes. There is one in a process. */
export function openWriter(file: string): SqliteConnection {
  // SQLite waits with the whole process; it does so only for moments. Waiting for the lock is not its task.
  const db = new BetterSqlite3(file, { timeout: 10 });
  switchToWal(db);
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -8192');
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  return new SqliteConnection(db);
}

/** A connection that sees what is committed, and cannot write. */
export function openReader(file: string, lean: boolean): SqliteConnection {
  const db = new BetterSqlite3(file, { readonly: true, timeout: 1000 });
  // Read where the system keeps the file in memory: with many stories most pages of a feed are in no cache of
  // ours, and a call to the system for each is what a large club would pay more than a small one.
  if (!lean) db.pragma('mmap_size = 1073741824');
  return new SqliteConnection(db);
}

function switchToWal(db: BetterSqlite3.Database) {
  const deadline = Date.now() + 5000;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      // Two processes that make the same new file: SQLite refuses one of them at once instead of waiting.
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw new StorageBusyError({ cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

interface Prepared {
  statement: BetterSqlite3.Statement<unknown[]>;
  bind(values: unknown): unknown[];
}

/** A connection with its prepared statements: as many as the program has queries, found by their number. */
export class SqliteConnection implements BatchConnection {
  readonly #db: BetterSqlite3.Database;
  readonly #prepared: (Prepared | undefined)[] = [];
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
    // IMMEDIATE: a transaction that read first could not become a writer when someone else wrote meanwhile.
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

  prepare<P, R>(query: Query<P, R>): Prepared {
    let prepared = this.#prepared[query.id];
    if (!prepared) {
      const { sql, bind } = query.template('sqlite');
      prepared = { statement: this.#db.prepare<unknown[]>(sql), bind: bind as Prepared['bind'] };
      this.#prepared[query.id] = prepared;
    }
    return prepared;
  }

  /** Writes the whole file anew. False when another process is writing. */
  rewrite(): boolean {
    try {
      this.#db.exec('vacuum');
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  }

  /** Moves the log into the file and empties it. False when another process is reading from it. */
  emptyLog(): boolean {
    const [answer] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return answer?.busy === 0;
  }

  close() {
    this.#db.close();
  }
}

/** Queries on a connection, for as long as one transaction lasts or, on the reader, for good. */
export class SqliteExecutor implements Executor {
  readonly engine = 'sqlite';
  readonly #connection: SqliteConnection;
  #ended = false;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async get<P, R>(query: Query<P, R>, parameters: P): Promise<R | undefined> {
    return this.#execute(query, parameters, (statement, values) => statement.get(values)) as R | undefined;
  }

  async all<P, R>(query: Query<P, R>, parameters: P): Promise<R[]> {
    return this.#execute(query, parameters, (statement, values) => statement.all(values)) as R[];
  }

  async run<P, R>(query: Query<P, R>, parameters: P): Promise<number> {
    return this.#execute(query, parameters, (statement, values) => statement.run(values).changes);
  }

  /** A transaction that is over may not reach into the next one. */
  end() {
    this.#ended = true;
  }

  #execute<P, R, A>(
    query: Query<P, R>,
    parameters: P,
    how: (statement: Prepared['statement'], values: unknown[]) => A,
  ): A {
    if (this.#ended) throw new Error('storage: this transaction is over. Await every call on it. Nothing was written.');
    const { statement, bind } = this.#connection.prepare(query);
    try {
      return how(statement, bind(parameters));
    } catch (error) {
      throw storageError(error);
    }
  }
}
