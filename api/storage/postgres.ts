/**
 * PostgreSQL, for several processes that share the work. A transaction a write, on a pooled
 * connection: the server itself gathers commits that arrive together.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../domain/ports.ts';
import { errorCode, isBusy, isConnectionLost, storageError } from './errors.ts';
import { migrateToLatest, pendingMigrations } from './migrate.ts';
import type { Engine, Executor, Query } from './query.ts';
import { EngineStorage, type OpenStorage } from './storage.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host/database`; what its query says goes before the settings below. */
  url: string;
  log?: Pick<Log, 'warn'>;
  /** Most connections of this process. */
  connections?: number;
}

export function openPostgres(options: PostgresOptions): OpenStorage {
  return new EngineStorage(new PostgresEngine(options));
}

/** Serialisation failure and deadlock: the server undid the transaction and it is worth trying again. */
const again = new Set(['40001', '40P01']);

class PostgresEngine implements Engine {
  readonly name = 'postgres';
  readonly read: Executor;
  readonly #url: string;
  readonly #log: Pick<Log, 'warn'> | undefined;
  readonly #connections: number;
  readonly #pool: pg.Pool;

  constructor({ url, log, connections = 10 }: PostgresOptions) {
    this.#url = url;
    this.#log = log;
    this.#connections = connections;
    this.#pool = this.#openPool({
      max: connections,
      statement_timeout: 10_000,
      query_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
    });
    this.read = new PostgresExecutor(this.#pool, connections + 1);
  }

  async write<T>(work: (on: Executor) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (tries === 5 || !again.has(errorCode(error) ?? '')) throw storageError(error);
        await sleep(Math.random() * 10 * 2 ** tries);
      }
    }
  }

  /** Rows that are gone are overwritten by the server's own vacuum. */
  async scrub() {
    return true;
  }

  migrate() {
    return this.#withKysely(migrateToLatest);
  }

  pending() {
    return this.#withKysely(pendingMigrations);
  }

  close() {
    return this.#pool.end();
  }

  async #attempt<T>(work: (on: Executor) => Promise<T>): Promise<T> {
    const client = await this.#begin();
    const on = new PostgresExecutor(client);
    let lost = false;
    try {
      const value = await work(on);
      on.end();
      await client.query('commit');
      return value;
    } catch (error) {
      on.end();
      // No answer from the server, or a rollback that fails: nobody knows what state the connection is in,
      // and it is not given to anyone else.
      lost = isBusy(error) && !fromServer(error);
      if (!lost) await client.query('rollback').catch(() => (lost = true));
      throw error;
    } finally {
      client.release(lost);
    }
  }

  /** A connection that has answered to `begin`: those in the pool may have been lost since they were used. */
  async #begin(): Promise<pg.PoolClient> {
    for (let tries = 1; ; tries++) {
      const client = await this.#pool.connect();
      try {
        await client.query('begin');
        return client;
      } catch (error) {
        client.release(true);
        if (tries > this.#connections || !isConnectionLost(error)) throw error;
      }
    }
  }

  async #withKysely<T>(work: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
    // A migration may take long, and waits for another process's: no timeouts.
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: this.#openPool({ max: 1 }) }) });
    try {
      return await work(db);
    } catch (error) {
      throw storageError(error);
    } finally {
      await db.destroy();
    }
  }

  #openPool(config: pg.PoolConfig): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.#url,
      application_name: 'ambassador-widgets',
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      types,
      ...config,
    });
    // Without a listener of its own, an error on a connection that is in use ends the process; without
    // one on the pool, an error on an idle one does. It is the same error: told once.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => {
      client.on('error', (error) => {
        const code = errorCode(error);
        this.#log?.warn({ code }, 'storage: a PostgreSQL connection was lost. The next query opens another.');
      });
    });
    return pool;
  }
}

function fromServer(error: unknown): boolean {
  return error instanceof pg.DatabaseError || (error instanceof Error && fromServer(error.cause));
}

// int8 as a number: times and counts stay far below 2^53.
const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

class PostgresExecutor implements Executor {
  readonly engine = 'postgres';
  readonly #client: pg.Pool | pg.PoolClient;
  readonly #tries: number;
  #ended = false;

  /** @param tries more than once only for reads on a pool, whose connections may all have been lost */
  constructor(client: pg.Pool | pg.PoolClient, tries = 1) {
    this.#client = client;
    this.#tries = tries;
  }

  async get<P, R>(query: Query<P, R>, parameters: P): Promise<R | undefined> {
    return (await this.all(query, parameters))[0];
  }

  async all<P, R>(query: Query<P, R>, parameters: P): Promise<R[]> {
    return (await this.#query(query, parameters)).rows as R[];
  }

  async run<P, R>(query: Query<P, R>, parameters: P): Promise<number> {
    return (await this.#query(query, parameters)).rowCount ?? 0;
  }

  /** A transaction that is over may not reach into the next one on the same connection. */
  end() {
    this.#ended = true;
  }

  async #query<P, R>(query: Query<P, R>, parameters: P) {
    if (this.#ended) throw new Error('storage: this transaction is over. Await every call on it. Nothing was written.');
    const { sql, bind } = query.template('postgres');
    for (let tries = 1; ; tries++) {
      try {
        return await this.#client.query({ name: `q${query.id}`, text: sql, values: bind(parameters) });
      } catch (error) {
        if (tries === this.#tries || !isConnectionLost(error)) throw storageError(error);
      }
    }
  }
}
