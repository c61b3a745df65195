/** What becomes of badges by itself, as the running server does it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { badgeJobs } from '../../../api/jobs/badge-jobs.ts';
import { createRunner } from '../../../api/jobs/runner.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addMember } from '../../support/session.ts';
import { everything, rows } from '../../support/tables.ts';

const day = 86_400_000;
let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ cdn: { purge: () => Promise.resolve() } });
});
afterEach(() => app.remove());

/** Every job once, as at the start of the server. */
async function turn(): Promise<void> {
  const jobs = createRunner(badgeJobs(app.deps), app.log);
  jobs.start();
  assert.equal(await jobs.stop(30_000), true);
}
/** Each job to its end, one after the other. */
async function run(): Promise<void> {
  for (const job of badgeJobs(app.deps)) await job.run(new AbortController().signal);
}

const statusOf = async (id: number) => (await app.deps.storage.badges.ofMember(id)).map(({ status }) => status);
const told = () => rows(app.dir, 'outbox').filter(({ kind }) => kind === 'badge_ending').length;

test('a year of a member who was imported and never came by', async () => {
  const id = await addMember(app, { email: 'odile@example.org' });
  await run();
  assert.deepEqual(await statusOf(id), ['active']);
  app.clock.time += 365 * day;
  await run();
  assert.equal(told(), 0);
  app.clock.time += 2 * day;
  await run();
  await run();
  assert.equal(told(), 1);
  app.clock.time += 29 * day;
  await run();
  assert.deepEqual(await statusOf(id), ['ended']);
  app.clock.time += 400 * day;
  await run();
  assert.deepEqual([await statusOf(id), told()], [['ended'], 1], 'an end is an end, and nobody is awarded another');
});

test('when there is nothing to do, nothing is written and nothing is said', async () => {
  await addMember(app);
  await run();
  const before = everything(app.dir);
  app.log.lines.length = 0;
  await run();
  await turn();
  assert.deepEqual(everything(app.dir), before);
  assert.deepEqual(app.log.lines, []);
});

test('what is logged counts, and names nobody', async () => {
  await addMember(app, { firstName: 'Odilette', email: 'odilette@example.org' });
  await run();
  assert.equal(app.log.lines.length, 1);
  assert.match(app.log.lines[0]!, /"awarded":1/);
  assert.doesNotMatch(app.log.lines.join(), /odilette/i);
});

test('the cache in front forgets the badge and the list when one ends, twice, and is not asked to when one begins', async () => {
  const id = await addMember(app);
  await run();
  const [badge] = await app.deps.storage.badges.ofMember(id);
  const orders = () => rows(app.dir, 'cdn_purge').map(({ tag, due_at }) => [tag, due_at]);
  const own = `badge-${badge!.publicId}`;
  assert.deepEqual(orders(), []);
  app.clock.time += 396 * day;
  await run();
  const ended = app.clock.time;
  assert.deepEqual(
    orders()
      .map(([tag, at]) => `${tag} ${Number(at) - ended}`)
      .toSorted(),
    [`${own} 0`, `${own} 8000`, 'status-1 0', 'status-1 8000'].toSorted(),
  );
});
