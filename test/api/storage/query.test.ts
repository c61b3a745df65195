import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { literal, query } from '../../../api/storage/query.ts';

describe('query templates', () => {
  test('are built once for each engine and bound anew each time', () => {
    let built = 0;
    const find = query<{ name: string; since: number }>()((db, p) => {
      built++;
      return db.selectFrom('member').select('id').where('joined_at', '>', p.since).where('first_name', '=', p.name);
    });
    for (const [name, since] of [
      ['Anne', 1],
      ['Bruno', 2],
    ] as const) {
      assert.deepEqual(find.template('sqlite').bind({ name, since }), [since, name]);
      assert.deepEqual(find.template('postgres').bind({ name, since }), [since, name]);
    }
    assert.equal(built, 2);
    assert.equal(find.template('sqlite').sql, 'select "id" from "member" where "joined_at" > ? and "first_name" = ?');
    assert.match(find.template('postgres').sql, /"joined_at" > \$1 and "first_name" = \$2$/);
  });

  test('store truths as numbers, keep what is constant, and may use a value twice', () => {
    const set = query<{ on: boolean; name: string }>()((db, p) =>
      db
        .updateTable('member')
        .set({ newsletter: p.on, first_name: p.name, last_name: p.name, place: 'Mulhouse' })
        .where('status', '=', literal('active')),
    );
    const { sql, bind } = set.template('sqlite');
    assert.match(sql, /where "status" = 'active'$/);
    assert.deepEqual(bind({ on: true, name: 'Anne' }), [1, 'Anne', 'Anne', 'Mulhouse']);
    assert.deepEqual(bind({ on: false, name: 'Anne' }), [0, 'Anne', 'Anne', 'Mulhouse']);
  });

  test('have numbers of their own', () => {
    const one = query()((db) => db.selectFrom('partner').select('id'));
    const two = query()((db) => db.selectFrom('partner').select('id'));
    assert.notEqual(one.id, two.id);
  });
});
