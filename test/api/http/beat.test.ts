/** Sign-ups are answered on a beat, so that the time of an answer does not tell what was written. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { onTheBeat } from '../../../api/http/sign-up.ts';
import { durations } from '../../../api/contract/limits.ts';
import { openTestApp, signUpBody, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { mintProof } from '../../support/proof.ts';
import { rows } from '../../support/tables.ts';

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

const ways: Record<string, (app: TestApp, trap: string) => Promise<() => Promise<Response>>> = {
  async 'a widget'(app, website) {
    const proof = await mintProof(app);
    return () => app.signUp({ proof, website });
  },
  async 'a form'(app, website) {
    const form = valuesOf(await (await app.request('/join?partner=ville')).text());
    app.clock.time += durations.minimumFill;
    const { age15: _age15, ...answers } = signUpBody() as Record<string, string>;
    return () => postForm(app, [...form, ...Object.entries({ ...answers, age15: 'on', website })]);
  },
};

describe('a robot that fills in the hidden field', () => {
  for (const [way, prepare] of Object.entries(ways)) {
    for (const trap of ['https://spam.example', '']) {
      test(`of ${way} waits for the beat as people do: ${trap || 'people'}`, async () => {
        const app = await openTestApp({ answerBeat: 10, trustedProxies: 1 });
        try {
          const send = await prepare(app, trap);
          let isAnswered = false;
          const sending = send().then((response) => {
            isAnswered = true;
            return response.status;
          });
          // However long the work takes: time stands still until the proof is spent and a while after.
          while (rows(app.dir, 'spent').length === 0 && !isAnswered) await new Promise(setImmediate);
          for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate);
          assert.equal(isAnswered, false);
          mock.timers.tick(10);
          assert.ok([200, 202].includes(await sending));
        } finally {
          await app.remove();
        }
      });
    }
  }
});
