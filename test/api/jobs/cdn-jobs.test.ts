/** Purges that were ordered are carried out, tried again when they fail, and nobody misses that they did. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { badgeTag, forgetCached, listTag } from '../../../api/domain/badges/forget-cached.ts';
import { badgeDurations } from '../../../api/contract/limits.ts';
import { cdnJobs, purgeCached } from '../../../api/jobs/cdn-jobs.ts';
import { memoryLog } from '../../support/app.ts';
import { openTestStorage } from '../../support/storage.ts';

let store: Awaited<ReturnType<typeof openTestStorage>>;
before(async () => {
  store = await openTestStorage();
});
after(() => store.remove());

const clock = { time: 1_800_000_000_000, now: () => clock.time };
let purged: string[][];
let fail: ((tags: string[]) => boolean) | undefined;
let log: ReturnType<typeof memoryLog>;
const cdn = {
  purge(tags: string[]) {
    if (fail?.(tags)) return Promise.reject(new Error('the cache answered 401'));
    purged.push(tags);
    return Promise.resolve();
  },
};
const deps = () => ({ storage: store.storage, clock, log, cdn });
const due = () => store.storage.badges.nextPurgeAt();
const order = (...tags: string[]) =>
  store.storage.write(async (tx) => {
    for (const tag of tags) await forgetCached(tx, { cdn }, tag, clock.now());
  });

beforeEach(async () => {
  fail = undefined;
  log = memoryLog();
  purged = [];
  clock.time += 86_400_000;
  await purgeCached(deps());
  purged = [];
});

test('purges at once, and once more for what was read meanwhile', async () => {
  await order(badgeTag('a'));
  assert.equal(await purgeCached(deps()), 1);
  assert.deepEqual(purged, [['badge-a']]);
  assert.equal(await purgeCached(deps()), 0);
  clock.time += badgeDurations.purgeAgain - 1;
  assert.equal(await purgeCached(deps()), 0);
  clock.time += 1;
  assert.equal(await purgeCached(deps()), 1);
  assert.deepEqual(purged, [['badge-a'], ['badge-a']]);
  assert.equal(await due(), undefined);
  assert.deepEqual(log.lines, []);
});

test('pictures last, each tag once, never more than a cache takes', async () => {
  await order(badgeTag('a'), listTag(1), badgeTag('b'), listTag(2), badgeTag('a'));
  await purgeCached(deps());
  assert.deepEqual(purged, [
    ['status-1', 'status-2'],
    ['badge-a', 'badge-b'],
  ]);
  purged = [];
  clock.time += badgeDurations.purgeAgain;
  await purgeCached(deps());
  await order(...Array.from({ length: 70 }, (_, number) => badgeTag(String(number))));
  purged = [];
  await purgeCached(deps());
  assert.ok(purged.every((tags) => tags.length <= 30));
  assert.equal(new Set(purged.flat()).size, 70);
});

test('a purge that fails raises an alarm each time and is tried again, less and less often', async () => {
  await order(badgeTag('a'));
  fail = () => true;
  const waits: number[] = [];
  clock.time += badgeDurations.purgeAgain;
  for (let i = 0; i < 12; i += 1) {
    assert.equal(await purgeCached(deps()), 0);
    assert.equal(log.lines.length, i + 1);
    waits.push((await due())! - clock.now());
    clock.time = (await due())!;
  }
  assert.deepEqual(waits.slice(0, 4), [2000, 4000, 8000, 16_000]);
  assert.equal(waits.at(-1), 300_000);
  assert.match(log.lines[0]!, /CDN_PURGE_URL/);
  assert.doesNotMatch(log.lines.join(), /badge-a/);
  fail = undefined;
  assert.equal(await purgeCached(deps()), 2);
  assert.deepEqual(purged, [['badge-a']]);
  assert.equal(await due(), undefined);
});

test('what fails for lists does not hold up pictures', async () => {
  await order(badgeTag('a'), listTag(1));
  fail = (tags) => tags.includes('status-1');
  assert.equal(await purgeCached(deps()), 1);
  assert.deepEqual(purged, [['badge-a']]);
});

test('a process that dies in the middle lets go, and another does it again', async () => {
  await order(badgeTag('a'));
  await store.storage.write((tx) => tx.badges.claimPurges(clock.now(), clock.now() + 30_000, 1));
  assert.equal(await purgeCached(deps()), 0);
  clock.time += 30_000;
  await purgeCached(deps());
  assert.deepEqual(purged, [['badge-a']]);
  assert.equal(await due(), undefined);
});

test('two processes share the work', async () => {
  await order(...Array.from({ length: 60 }, (_, number) => badgeTag(String(number))));
  const done = await Promise.all([purgeCached(deps()), purgeCached(deps())]);
  assert.equal(done[0]! + done[1]!, 60);
  assert.equal(purged.flat().length, 60);
});

test('what no cache can have kept any longer is given up', async () => {
  await order(badgeTag('a'));
  fail = () => true;
  let tried = 0;
  const start = clock.time;
  for (let next = await due(); next !== undefined && tried < 1000; next = await due()) {
    clock.time = Math.max(clock.time, next);
    await purgeCached(deps());
    tried += 1;
  }
  assert.equal(await due(), undefined);
  assert.ok(clock.time - start > 86_400_000);
});

test('there is no such job without a cache', () => {
  const { cdn: _none, ...rest } = deps();
  assert.deepEqual(cdnJobs(rest), []);
  assert.equal(cdnJobs(deps()).length, 1);
});

test('stops when the server stops', async () => {
  await order(badgeTag('a'));
  assert.equal(await purgeCached(deps(), AbortSignal.abort()), 0);
  assert.deepEqual(purged, []);
});
