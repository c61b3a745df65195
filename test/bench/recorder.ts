/**
 * Writes down what a storage does, so that it can be done again without the storage: the same statements
 * with the same values, on bare better-sqlite3. What is compared with can then not grow old.
 */
import BetterSqlite3 from 'better-sqlite3';

/** One statement as it was run. */
export interface Step {
  sql: string;
  method: 'get' | 'run' | 'all';
  values: unknown;
}

/**
 * Records every write that goes through a file's group commit, one list of steps for each.
 * @param file the recorded database; other files are left alone
 * @param work opens the file and writes
 */
export async function recordWrites(file: string, work: () => Promise<void>): Promise<Step[][]> {
  const writes: Step[][] = [];
  let current: Step[] | undefined;
  const prototype = BetterSqlite3.prototype;
  const original = prototype.prepare;

  function note(sql: string, method: Step['method'], values: unknown) {
    // The storage marks the beginning and the end of each write inside its common transaction.
    if (sql === 'savepoint work') current = [];
    else if (sql === 'release work') {
      if (current) writes.push(current);
      current = undefined;
    } else current?.push({ sql, method, values });
  }

  prototype.prepare = function prepare(this: BetterSqlite3.Database, sql: string) {
    const statement = original.call(this, sql);
    if (this.name !== file) return statement;
    for (const method of ['get', 'run', 'all'] as const) {
      const run = statement[method].bind(statement) as (...values: unknown[]) => unknown;
      Object.defineProperty(statement, method, {
        value: (...values: unknown[]) => {
          note(sql, method, values[0]);
          return run(...values);
        },
      });
    }
    return statement;
  } as typeof original;
  try {
    await work();
  } finally {
    prototype.prepare = original;
  }
  return writes;
}

/** A write, ready to be run again on a bare connection. */
export type Replay = () => void;

/** Prepares recorded writes for a connection: each a transaction and a commit of its own. */
export function replayOn(db: BetterSqlite3.Database, writes: readonly Step[][]): Replay[] {
  const statements = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare<unknown[]>(sql)));
    return statement;
  };
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  return writes.map((steps) => {
    const ready = steps.map(({ sql, method, values }) => ({ statement: prepared(sql), method, values }));
    return () => {
      begin.run();
      for (const { statement, method, values } of ready) {
        if (method === 'run') statement.run(values);
        else if (method === 'get') statement.get(values);
        else statement.all(values);
      }
      commit.run();
    };
  });
}
