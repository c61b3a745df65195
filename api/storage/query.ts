/**
 * Queries that are built and compiled once. Kysely's compiling costs more than SQLite's running, so
 * a query is written as a template with named parameters, compiled at its first use on an engine,
 * and from then on run straight on a prepared statement.
 *
 *     const findName = query<{ id: number }>()((db, p) =>
 *       db.selectFrom('member').select('first_name').where('id', '=', p.id),
 *     );
 *     const row = await on.get(findName, { id: 7 });
 *
 * A template must not branch on the value of a parameter: there is none yet when it is built. A
 * constant that a partial index names is written with `literal`, since planners do not look into
 * parameters.
 */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type RawBuilder,
} from 'kysely';
import type { Database } from './database.ts';

export type EngineName = 'sqlite' | 'postgres';

/** What a template sees of its parameters: the same names; truths are stored as 0 and 1. */
export type Bound<P> = { readonly [K in keyof P]-?: P[K] extends boolean ? number : P[K] };

type Build<P, R> = (db: Kysely<Database>, p: Bound<P>) => Compilable<R>;

/** SQL text of one engine, and how parameter values become its list of arguments. */
export interface Template<P> {
  readonly sql: string;
  bind(values: P): unknown[];
}

/** Stands for a value until the query runs. */
class Parameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const parameters = new Proxy({}, { get: (_, name) => new Parameter(String(name)) });

// These never connect: they only write SQL.
const writers: Record<EngineName, Kysely<Database>> = {
  sqlite: new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgres: new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
};

let queries = 0;

/** One query of the program. `id` is small and unique: a place in a statement cache, a statement's name. */
export class Query<P, R> {
  readonly id = queries++;
  declare readonly types?: { parameters: P; row: R };
  readonly #build: Build<P, R>;
  readonly #templates = new Map<EngineName, Template<P>>();

  constructor(build: Build<P, R>) {
    this.#build = build;
  }

  template(engine: EngineName): Template<P> {
    let template = this.#templates.get(engine);
    if (!template) this.#templates.set(engine, (template = this.#compile(engine)));
    return template;
  }

  #compile(engine: EngineName): Template<P> {
    const compiled = this.#build(writers[engine], parameters as Bound<P>).compile();
    const slots = compiled.parameters;
    return {
      sql: compiled.sql,
      bind(values) {
        return slots.map((slot) => {
          const value = slot instanceof Parameter ? values[slot.name as keyof P] : slot;
          return typeof value === 'boolean' ? Number(value) : value;
        });
      },
    };
  }
}

/** Declares a query by the type of its parameters; its rows are typed by what is selected. */
export function query<P = unknown>() {
  return <R>(build: Build<P, R>) => new Query<P, R>(build);
}

/** A constant that is part of the SQL text. Never give it anything that was not written in this program. */
export function literal<T extends string>(value: T): RawBuilder<T> {
  return sql.lit(value);
}

/** Runs queries, in one transaction or outside of any. */
export interface Executor {
  readonly engine: EngineName;
  /** The first row. */
  get<P, R>(query: Query<P, R>, parameters: P): Promise<R | undefined>;
  all<P, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  /** How many rows a statement without rows in its answer has changed. */
  run<P, R>(query: Query<P, R>, parameters: P): Promise<number>;
}

/** A database: reads that see what is committed, writes that are whole or not there. */
export interface Engine {
  readonly name: EngineName;
  readonly read: Executor;
  write<T>(work: (on: Executor) => Promise<T>): Promise<T>;
  /**
   * Clears what the engine's files still hold of rows that are gone.
   * @param erased whether personal data was among them
   * @returns false when that could not be done now and has to be tried again
   */
  scrub(erased: boolean): Promise<boolean>;
  migrate(): Promise<string[]>;
  pending(): Promise<string[]>;
  close(): Promise<void>;
}

/** The number of a row that was written; a statement that answers with none has written none. */
export function inserted(row: { id: number } | undefined): number {
  if (!row) throw new Error('storage: a new row got no number. Nothing was written.');
  return row.id;
}
