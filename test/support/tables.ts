/** Looks into a test's database from outside, as somebody with the file would. */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

export type Row = Record<string, string | number | null>;

function look<T>(dir: string, read: (db: BetterSqlite3.Database) => T): T {
  const db = new BetterSqlite3(join(dir, 'club.db'), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** Every row of one table, in the order of its key. */
export function rows(dir: string, table: string): Row[] {
  return look(dir, (db) => db.prepare<[], Row>(`select * from "${table}"`).all());
}

/** Every row of every table: what must be the same before and after something that may not write. */
export function everything(dir: string): Record<string, Row[]> {
  return look(dir, (db) => {
    const names = db.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'").all();
    return Object.fromEntries(names.map(({ name }) => [name, db.prepare<[], Row>(`select * from "${name}"`).all()]));
  });
}

/** The member with this canonical address, as stored. */
export function memberOf(dir: string, address: string): Row | undefined {
  return look(dir, (db) => db.prepare<[string], Row>('select * from member where address = ?').get(address));
}
