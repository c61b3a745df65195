/** Works that wait in line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '../../../api/domain/errors.ts';
import { turns } from '../../../api/domain/turns.ts';

/** Works that end when they are told to, and say when they began. */
function works(count: number) {
  const began: number[] = [];
  const all = Array.from({ length: count }, (_, index) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const work = () => {
      began.push(index);
      return promise;
    };
    return { work, end: () => resolve(index), fail: () => reject(new Error('no')) };
  });
  return { began, all };
}
/** Everything that can begin has begun. */
async function settle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) await setImmediate();
}

test('few run at once, the others in the order in which they came', async () => {
  const inTurn = turns(2, 10);
  const { began, all } = works(5);
  const results = all.map(({ work }) => inTurn(work));
  await settle();
  assert.deepEqual(began, [0, 1]);
  all[1]!.end();
  await settle();
  assert.deepEqual(began, [0, 1, 2]);
  for (const { end } of all) end();
  assert.deepEqual(await Promise.all(results), [0, 1, 2, 3, 4]);
  assert.deepEqual(began, [0, 1, 2, 3, 4]);
});

test('one that fails hands its place on, and fails alone', async () => {
  const inTurn = turns(1, 10);
  const { began, all } = works(2);
  const results = all.map(({ work }) => inTurn(work));
  const settled = Promise.allSettled(results);
  await settle();
  all[0]!.fail();
  all[1]!.end();
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['rejected', 'fulfilled'],
  );
  assert.deepEqual(began, [0, 1]);
});

test('whoever finds the line full is sent away, until there is room again', async () => {
  const inTurn = turns(1, 2);
  const { all } = works(5);
  const results = all.slice(0, 3).map(({ work }) => inTurn(work));
  await assert.rejects(inTurn(all[3]!.work), (error) => error instanceof DomainError && error.code === 'busy');
  for (const { end } of all) end();
  await Promise.all(results);
  assert.equal(await inTurn(all[4]!.work), 4);
});

test('everything else has its turn between two', async () => {
  const inTurn = turns(1, 10);
  const order: string[] = [];
  const check = async () => {
    order.push('a check');
    void setImmediate().then(() => order.push('a read'));
  };
  await Promise.all([inTurn(check), inTurn(check)]);
  assert.deepEqual(order, ['a check', 'a read', 'a check']);
});
