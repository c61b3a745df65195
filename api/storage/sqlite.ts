/**
 * SQLite, in one file. Two connections: one writes, in group commits; one only reads, so that nobody
 * sees what is not committed yet. WAL lets readers go on while one process writes; `synchronous=FULL`
 * makes a commit mean that it is on disk (with NORMAL a power cut loses acknowledged commits).
 */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely } from 'kysely';
import type { Log } from '../domain/ports.ts';
import { errorCode, isBusy, storageError } from './errors.ts';
import { GroupCommit } from './group-commit.ts';
import { migrateToLatest, pendingMigrations } from './migrate.ts';
import type { Engine, Executor } from './query.ts';
import { openReader, openWriter, SqliteExecutor, type SqliteConnection } from './sqlite-connection.ts';
import { MigrationDialect } from './sqlite-migration.ts';
import { EngineStorage, type OpenStorage } from './storage.ts';

export interface SqliteOptions {
  /** Made with its folder when it is not there, readable by this user only. */
  file: string;
  /** See `StorageOptions`. */
  lean?: boolean;
  log?: Pick<Log, 'warn'>;
  /** How long a write waits for another process before it gives up, in milliseconds. */
  busyTimeout?: number;
}

export function openSqlite(options: SqliteOptions): OpenStorage {
  return new EngineStorage(new SqliteEngine(options));
}

/** Makes the file, or takes others' rights to it away. SQLite gives its other files (-wal, -shm) the mode of this one. */
function makePrivate(file: string) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // Never opened when it is there: closing it would end the locks that this process has on it (POSIX).
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    try {
      chmodSync(file, 0o600);
    } catch (notOwner) {
      // Someone else's file, shared with us on purpose.
      if (errorCode(notOwner) !== 'EPERM') throw notOwner;
    }
  }
}

class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly read: Executor;
  readonly #file: string;
  readonly #log: Pick<Log, 'warn'> | undefined;
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection;
  readonly #group: GroupCommit;

  constructor({ file, lean = false, log, busyTimeout = 5000 }: SqliteOptions) {
    this.#file = file;
    this.#log = log;
    makePrivate(file);
    this.#writer = openWriter(file);
    this.#reader = openReader(file, lean);
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

  migrate() {
    return this.#withKysely(migrateToLatest);
  }

  pending() {
    return this.#withKysely(pendingMigrations);
  }

  async close() {
    await this.#group.close();
    // The last to close moves the log into the file and removes it, which a reader could not.
    this.#reader.close();
    this.#writer.close();
  }

  async #withKysely<T>(work: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
    const db = new Kysely<unknown>({ dialect: new MigrationDialect(this.#file) });
    try {
      return await work(db);
    } catch (error) {
      throw storageError(error);
    } finally {
      await db.destroy();
    }
  }
}
