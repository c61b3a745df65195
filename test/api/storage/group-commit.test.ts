import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { GroupCommit, type BatchConnection } from '../../../api/storage/group-commit.ts';
import { SqliteConnection } from '../../../api/storage/sqlite-connection.ts';
import { range } from './fixtures.ts';

let db: BetterSqlite3.Database;
let calls: string[];

beforeEach(() => {
  db = new BetterSqlite3(':memory:');
  db.exec(`create table parent (id integer primary key);
    create table child (n integer, parent_id integer references parent (id) deferrable initially deferred)`);
  calls = [];
});
afterEach(() => {
  db.close();
});

/** A real connection that notes what is asked of it; faults can be put in its place. */
function connection(faults: Partial<BatchConnection> = {}): BatchConnection {
  const real = new SqliteConnection(db);
  const noted = (name: 'begin' | 'commit' | 'rollback' | 'mark' | 'keep' | 'undo') => () => {
    calls.push(name);
    (faults[name] ?? real[name])();
  };
  return {
    get inTransaction() {
      return real.inTransaction;
    },
    begin: noted('begin'),
    commit: noted('commit'),
    rollback: noted('rollback'),
    mark: noted('mark'),
    keep: noted('keep'),
    undo: noted('undo'),
  };
}

const never = { max: 256, retryBegin: async () => false };
const add = (n: number, parent: number | null = null) =>
  db.prepare('insert into child (n, parent_id) values (?, ?)').run(n, parent);
const stored = () => db.prepare('select n from child order by n').pluck().all() as number[];
const reasons = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason.message) : 'done'));
const times = (name: string) => calls.filter((call) => call === name).length;

describe('group commit', () => {
  test('writes that arrive together share one commit', async () => {
    const group = new GroupCommit(connection(), never);
    await Promise.all(range(50).map((i) => group.add(async () => add(i))));
    assert.deepEqual([times('begin'), times('commit')], [1, 1]);
    assert.deepEqual(stored(), range(50));
  });

  test('a write that arrives while others run still gets on', async () => {
    const group = new GroupCommit(connection(), never);
    let late: Promise<unknown> | undefined;
    await group.add(async () => {
      late = group.add(async () => add(2));
      add(1);
    });
    await late;
    assert.equal(times('commit'), 1);
    assert.deepEqual(stored(), [1, 2]);
  });

  test('a commit waits while each turn of the event loop brings another write', async () => {
    const group = new GroupCommit(connection(), never);
    const writes: Promise<unknown>[] = [];
    for (const i of range(5)) {
      writes.push(group.add(async () => add(i)));
      await new Promise(setImmediate);
    }
    await Promise.all(writes);
    assert.equal(times('commit'), 1);
    assert.deepEqual(stored(), range(5));
  });

  test('a commit has a size', async () => {
    const group = new GroupCommit(connection(), { ...never, max: 20 });
    await Promise.all(range(50).map((i) => group.add(async () => add(i))));
    assert.equal(times('commit'), 3);
    assert.deepEqual(stored(), range(50));
  });

  test('nobody hears anything before the commit', async () => {
    const real = new SqliteConnection(db);
    const heard: string[] = [];
    const commit = () => {
      heard.push('commit');
      real.commit();
    };
    const group = new GroupCommit(connection({ commit }), never);
    const done = group.add(async () => add(1)).then(() => heard.push('done'));
    const failed = group.add(() => Promise.reject(new Error('no'))).catch(() => heard.push('failed'));
    await Promise.all([done, failed]);
    assert.deepEqual(heard, ['commit', 'done', 'failed']);
  });

  test('when the commit fails, everybody hears so and nothing is stored', async () => {
    const group = new GroupCommit(connection(), never);
    // The missing parent is looked for at the commit: a commit that really fails.
    const works = [async () => add(1), async () => add(2, 99), () => Promise.reject(new Error('own'))];
    const outcomes = await Promise.allSettled(works.map((work) => group.add<unknown>(work)));
    assert.deepEqual(reasons(outcomes), Array(3).fill('FOREIGN KEY constraint failed'));
    assert.deepEqual(stored(), []);
    await group.add(async () => add(3));
    assert.deepEqual(stored(), [3]);
  });

  test('when the engine itself undoes the transaction, all who ran hear so and the rest go on', async () => {
    const group = new GroupCommit(connection(), never);
    const outcomes = await Promise.allSettled([
      group.add(async () => add(1)),
      group.add(async () => {
        // What SQLite does when the disk is full.
        db.exec('rollback');
        throw new Error('disk is full');
      }),
      group.add(async () => add(3)),
    ]);
    assert.deepEqual(reasons(outcomes), ['disk is full', 'disk is full', 'done']);
    assert.deepEqual(stored(), [3]);
  });

  test('what cannot be undone alone takes the others with it', async () => {
    const undo = () => {
      throw new Error('cannot undo');
    };
    const group = new GroupCommit(connection({ undo }), never);
    const outcomes = await Promise.allSettled([
      group.add(async () => add(1)),
      group.add(async () => {
        add(2);
        throw new Error('no');
      }),
    ]);
    assert.deepEqual(reasons(outcomes), ['no', 'no']);
    assert.deepEqual(stored(), []);
    assert.equal(db.inTransaction, false);
  });

  test('waits for the lock as long as it is told to', async () => {
    let locked = 3;
    const real = new SqliteConnection(db);
    const begin = () => {
      if (locked-- > 0) throw new Error('locked');
      real.begin();
    };
    const group = new GroupCommit(connection({ begin }), { max: 256, retryBegin: async () => true });
    await Promise.all([group.add(async () => add(1)), group.add(async () => add(2))]);
    assert.equal(times('begin'), 4);
    assert.deepEqual(stored(), [1, 2]);
  });

  test('a lock that is not had rejects all who wait, and runs none of them', async () => {
    const begin = () => {
      throw new Error('locked');
    };
    let ran = 0;
    const group = new GroupCommit(connection({ begin }), never);
    const work = async () => ran++;
    const outcomes = await Promise.allSettled([group.add(work), group.add(work)]);
    assert.deepEqual([reasons(outcomes), ran], [['locked', 'locked'], 0]);
  });

  test('what runs between commits runs in no transaction, after the writes that were there before it', async () => {
    const group = new GroupCommit(connection(), never);
    const write = group.add(async () => add(1));
    const seen = await group.between(() => [db.inTransaction, stored()]);
    assert.deepEqual(seen, [false, [1]]);
    await write;
    await assert.rejects(
      group.between(() => {
        throw new Error('no');
      }),
      /^Error: no$/,
    );
  });

  test('what runs between commits has its turn under load too', async () => {
    const group = new GroupCommit(connection(), never);
    let running = 2000;
    const lane = async () => {
      while (running-- > 0) await group.add(async () => add(1));
    };
    const lanes = Promise.all(range(5).map(lane));
    const left = await group.between(() => running);
    assert(left > 0, 'not only when the load is over');
    running = 0;
    await lanes;
  });

  test('closing finishes what was taken and takes no more', async () => {
    const group = new GroupCommit(connection(), { ...never, max: 2 });
    const writes = range(5).map((i) => group.add(async () => add(i)));
    await group.close();
    assert.deepEqual(stored(), range(5));
    await Promise.all(writes);
    await assert.rejects(
      group.add(async () => add(9)),
      /closed/,
    );
  });

  test('whatever fails wherever, exactly the writes of those that succeeded are stored', async () => {
    const work = fc.record({ rows: fc.nat({ max: 4 }), failsAfter: fc.option(fc.nat({ max: 3 })) });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (works, max) => {
        db.exec('delete from child');
        const group = new GroupCommit(connection(), { ...never, max });
        const outcomes = await Promise.allSettled(
          works.map(({ rows, failsAfter }, i) =>
            group.add(async () => {
              for (const row of range(rows)) {
                if (row === failsAfter) throw new Error('fails');
                add(i * 10 + row);
                await Promise.resolve();
              }
            }),
          ),
        );
        const fails = works.map(({ rows, failsAfter }) => failsAfter !== null && failsAfter < rows);
        assert.deepEqual(
          reasons(outcomes),
          fails.map((failed) => (failed ? 'fails' : 'done')),
        );
        const expected = works.flatMap(({ rows }, i) => (fails[i] ? [] : range(rows, i * 10)));
        assert.deepEqual(stored(), expected);
      }),
      { numRuns: 60 },
    );
  });
});
