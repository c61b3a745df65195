import { PostgresAdapter, sql, type ColumnDefinitionBuilder, type Kysely, type RawBuilder } from 'kysely';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

export interface ColumnTypes {
  /** Sixty-four bits on both engines. */
  integer: 'integer' | 'bigint';
  /** A key that the database hands out. */
  id: Column;
  /** The same, and a number is not given again after its row was deleted: the audit log names it. */
  neverReusedId: Column;
  /** End of a table whose key is not a number: SQLite keeps the rows in the key's own tree. */
  clustered: RawBuilder<unknown>;
}

/** What the two engines call differently when tables are made. */
export function columnTypes(db: Kysely<unknown>): ColumnTypes {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    const identity: Column = (column) => column.generatedByDefaultAsIdentity().primaryKey();
    return { integer: 'bigint', id: identity, neverReusedId: identity, clustered: sql`` };
  }
  return {
    integer: 'integer',
    id: (column) => column.primaryKey(),
    neverReusedId: (column) => column.primaryKey().autoIncrement(),
    clustered: sql`without rowid`,
  };
}
