import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createRunner, type Job } from '../../../api/jobs/runner.ts';
import { memoryLog } from '../mail/memory-log.ts';

/** A job whose runs the test ends one by one. */
function handJob(every = 3_600_000) {
  const running: { signal: AbortSignal; end: () => void; fail: (error: Error) => void }[] = [];
  let runs = 0;
  const job: Job = {
    name: 'hand',
    every,
    run(signal) {
      runs++;
      return new Promise<void>((resolve, reject) => {
        const leave = () => running.splice(running.indexOf(entry), 1);
        const entry = {
          signal,
          end: () => (leave(), resolve()),
          fail: (error: Error) => (leave(), reject(error)),
        };
        running.push(entry);
      });
    },
  };
  return { job, running, runs: () => runs };
}

async function settle(): Promise<void> {
  for (let index = 0; index < 5; index++) await turn();
}

test('a job starts at once and never overlaps itself', async () => {
  const { job, running, runs } = handJob();
  const runner = createRunner([job], memoryLog());
  runner.start();
  await settle();
  for (let index = 0; index < 50; index++) runner.wake('hand');
  await settle();
  assert.deepEqual([runs(), running.length], [1, 1]);
  running[0]!.end();
  await settle();
  assert.deepEqual([runs(), running.length], [2, 1], 'fifty calls during a run are one more run');
  running[0]!.end();
  await settle();
  assert.equal(runs(), 2);
  runner.wake('hand');
  await settle();
  assert.equal(runs(), 3);
  running[0]!.end();
  assert.equal(await runner.stop(1000), true);
});

test('a job comes round again by itself', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { job, running, runs } = handJob(5000);
  const runner = createRunner([job], memoryLog());
  runner.start();
  await settle();
  running[0]!.end();
  await settle();
  context.mock.timers.tick(4999);
  await settle();
  assert.equal(runs(), 1);
  context.mock.timers.tick(1);
  await settle();
  assert.equal(runs(), 2);
  running[0]!.end();
  await settle();
  await runner.stop(0);
  context.mock.timers.tick(60_000);
  await settle();
  assert.equal(runs(), 2, 'not after stop');
});

test('a failure is logged and the job goes on, and so do the others', async () => {
  const { job, running, runs } = handJob();
  const log = memoryLog();
  let other = 0;
  const broken: Job = {
    name: 'broken',
    every: 3_600_000,
    run() {
      other++;
      throw new Error('at once');
    },
  };
  const runner = createRunner([broken, job], log);
  runner.start();
  await settle();
  running[0]!.fail(new Error('no database'));
  await settle();
  runner.wake('hand');
  runner.wake('broken');
  await settle();
  assert.deepEqual([runs(), other], [2, 2]);
  assert.equal(log.errors().length, 3);
  assert.ok(log.errors().some((line) => line.includes('no database') && line.includes('"hand"')));
  running[0]!.end();
  await runner.stop(1000);
});

test('stopping tells the running job, waits for it, and starts nothing new', async () => {
  const { job, running, runs } = handJob();
  const runner = createRunner([job], memoryLog());
  runner.start();
  await settle();
  const { signal, end } = running[0]!;
  runner.wake('hand');
  let stopped: boolean | undefined;
  void runner.stop(60_000).then((value) => (stopped = value));
  await settle();
  assert.equal(signal.aborted, true);
  assert.equal(stopped, undefined, 'still waiting');
  end();
  await settle();
  assert.equal(stopped, true);
  runner.wake('hand');
  await settle();
  assert.equal(runs(), 1);
});

test('stopping does not wait for ever', async () => {
  const { job, running } = handJob();
  const runner = createRunner([job], memoryLog());
  runner.start();
  await settle();
  assert.equal(await runner.stop(10), false);
  running[0]!.end();
});

test('an unknown name is said, not swallowed', () => {
  assert.throws(() => createRunner([], memoryLog()).wake('outbux'), /outbux/);
});

test('waiting jobs keep no process alive', async () => {
  const { job, running } = handJob();
  const runner = createRunner([job], memoryLog());
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  runner.start();
  await settle();
  running[0]!.end();
  await settle();
  assert.equal(timers(), before);
  await runner.stop(0);
});
