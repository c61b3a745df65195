/**
 * Lists of any length in a query that is compiled once: one parameter, JSON, which each engine unfolds. The text of
 * such a query differs between the engines, so it is built for each.
 */
import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from './database.ts';
import { query, type Bound, type EngineName, type Query } from './query.ts';

interface Lists {
  /** Whether a column with numbers holds one of those in a JSON array. */
  hasNumber(column: string, json: string): RawBuilder<boolean>;
  /** The same for a column with texts. */
  hasText(column: string, json: string): RawBuilder<boolean>;
  /** The numbers of a JSON array as rows of `item.value`. */
  numbers(json: string): RawBuilder<{ value: number }>;
  texts(json: string): RawBuilder<{ value: string }>;
}

const lists: Record<EngineName, Lists> = {
  sqlite: {
    hasNumber: (column, json) => sql`${sql.ref(column)} in (select value from json_each(${json}))`,
    hasText: (column, json) => sql`${sql.ref(column)} in (select value from json_each(${json}))`,
    numbers: (json) => sql`(select value from json_each(${json}))`,
    texts: (json) => sql`(select value from json_each(${json}))`,
  },
  // An array and not a join: whatever the planner supposes of its length, it looks each item up in the index.
  postgres: {
    hasNumber: (column, json) =>
      sql`${sql.ref(column)} = any(array(select value::bigint from json_array_elements_text(${json}::json)))`,
    hasText: (column, json) =>
      sql`${sql.ref(column)} = any(array(select value from json_array_elements_text(${json}::json)))`,
    numbers: (json) => sql`(select value::bigint as value from json_array_elements_text(${json}::json))`,
    texts: (json) => sql`(select value from json_array_elements_text(${json}::json))`,
  },
};

type Build<P, R> = (db: Kysely<Database>, p: Bound<P>, list: Lists) => Compilable<R>;

/** Like `query`, for one that takes a list: an entry for each engine. */
export function listQuery<P>() {
  return <R>(build: Build<P, R>): Record<EngineName, Query<P, R>> => ({
    sqlite: query<P>()((db, p) => build(db, p, lists.sqlite)),
    postgres: query<P>()((db, p) => build(db, p, lists.postgres)),
  });
}
