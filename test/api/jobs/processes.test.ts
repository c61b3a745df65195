/** Several processes on one database, and processes that die. */
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sendOutbox } from '../../../api/jobs/send-outbox.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

async function start(office: PostOffice): Promise<ChildProcess> {
  const child = fork(worker, [join(office.dir, 'club.db'), office.smtp.url]);
  cleanUp.push(() => child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

async function stop(child: ChildProcess): Promise<{ ended: boolean; errors: string[] }> {
  child.kill('SIGTERM');
  const [report] = (await once(child, 'message')) as [{ ended: boolean; errors: string[] }];
  if (child.exitCode === null) await once(child, 'exit');
  return report;
}

async function fill(office: PostOffice, count: number): Promise<string[]> {
  office.deps.clock.set(Date.now());
  const placed: string[] = [];
  for (let index = 0; index < count; index++) {
    placed.push((await office.order('confirmation', await office.member('pending'))).messageId);
  }
  return placed.toSorted();
}

/** Waits until a condition holds; the test runner's own time limit is the deadline. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10);
}

const arrived = (office: PostOffice) =>
  office.smtp.arrivals.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw.toString())![1]!);

test('two processes send 200 mails once each', { timeout: 60_000 }, async () => {
  const office = await openPostOffice();
  cleanUp.push(() => office.close());
  const placed = await fill(office, 200);
  const children = await Promise.all([start(office), start(office)]);
  await until(async () => (await office.deps.storage.nextMailAt()) === undefined);
  for (const child of children) {
    const { ended, errors } = await stop(child);
    assert.equal(ended, true);
    assert.deepEqual(errors, []);
  }
  assert.deepEqual(arrived(office).toSorted(), placed);
});

test(
  'a process that is killed in the middle loses no mail, and repeats at most those in its hands',
  { timeout: 60_000 },
  async () => {
    const office = await openPostOffice();
    cleanUp.push(() => office.close());
    const placed = await fill(office, 120);
    const child = await start(office);
    await until(() => office.smtp.arrivals.length >= 12);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const before = office.smtp.arrivals.length;
    assert.ok(before < 120, 'it died in the middle');

    const restarted = await start(office);
    await until(() => office.smtp.arrivals.length >= 110);
    assert.equal((await stop(restarted)).ended, true);
    office.deps.clock.set(Date.now() + 3 * 60_000);
    await sendOutbox(office.deps, () => 0);
    assert.equal(await office.deps.storage.nextMailAt(), undefined);
    assert.deepEqual([...new Set(arrived(office))].toSorted(), placed, 'every mail, under its own Message-ID');
    assert.ok(arrived(office).length - 120 <= 5, `${arrived(office).length - 120} repeated`);
  },
);

test('a process that is told to stop ends its mails first and leaves the rest', { timeout: 60_000 }, async () => {
  const office = await openPostOffice();
  cleanUp.push(() => office.close());
  const placed = await fill(office, 150);
  const child = await start(office);
  await until(() => office.smtp.arrivals.length >= 10);
  assert.deepEqual(await stop(child), { ended: true, errors: [] });
  assert.ok(office.smtp.arrivals.length < 150, 'it stopped in the middle');
  office.deps.clock.set(Date.now() + 3 * 60_000);
  await sendOutbox(office.deps, () => 0);
  assert.deepEqual(arrived(office).toSorted(), placed);
});
