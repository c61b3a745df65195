/** Sign-ups are answered on a beat, so that the time of an answer does not tell what was written. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { onTheBeat } from '../../../api/http/sign-up.ts';

let answered: string | undefined;
beforeEach(() => {
  answered = undefined;
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => mock.timers.reset());

/** Work that ends when it is told to. */
function start() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  onTheBeat(10, () => promise).then(
    (value) => (answered = value),
    (error: Error) => (answered = error.message),
  );
  return { resolve, reject };
}

/** Lets time pass, and everything that waited for it happen. */
async function after(milliseconds: number): Promise<string | undefined> {
  mock.timers.tick(milliseconds);
  await new Promise(setImmediate);
  return answered;
}

describe('answers on the beat', () => {
  test('work that ends at once is answered at the first beat', async () => {
    start().resolve('done');
    assert.equal(await after(9), undefined);
    assert.equal(await after(1), 'done');
  });

  test('work that ends just before the beat is answered at the same moment', async () => {
    const { resolve } = start();
    assert.equal(await after(9), undefined);
    resolve('done');
    assert.equal(await after(1), 'done');
  });

  test('work that takes longer is answered at the next beat', async () => {
    const { resolve } = start();
    assert.equal(await after(10), undefined);
    resolve('done');
    assert.equal(await after(9), undefined);
    assert.equal(await after(1), 'done');
  });

  test('a refusal waits like an answer', async () => {
    start().reject(new Error('proof_spent'));
    assert.equal(await after(9), undefined);
    assert.equal(await after(1), 'proof_spent');
  });

  test('with no beat nobody waits', async () => {
    assert.equal(await onTheBeat(0, () => Promise.resolve('done')), 'done');
  });
});
