import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { durations } from '../../../api/contract/limits.ts';
import { hashToken } from '../../../api/domain/tokens.ts';
import { createJobs, outbox } from '../../../api/jobs/jobs.ts';
import { purge } from '../../../api/jobs/purge.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice | undefined;
afterEach(() => office?.close());

test('waking the sender sends what was just ordered', { timeout: 20_000 }, async () => {
  office = await openPostOffice();
  const jobs = createJobs(office.deps);
  jobs.start();
  await office.order('confirmation', await office.member('pending'));
  jobs.wake(outbox);
  while (office.smtp.arrivals.length === 0) await sleep(5);
  assert.equal(await jobs.stop(5000), true);
});

test('people who never confirmed are erased after seven days, with their links; others stay', async () => {
  office = await openPostOffice();
  const { deps } = office;
  const pending = await office.member('pending');
  const active = await office.member('active');
  await office.order('confirmation', pending);
  await office.send();
  const [token] = office.tokens;

  deps.clock.advance(durations.pendingLife - 1);
  await purge(deps);
  assert.ok(await deps.storage.memberById(pending));

  deps.clock.advance(2);
  const later = await office.member('pending');
  await purge(deps);
  assert.equal(await deps.storage.memberById(pending), undefined);
  assert.equal(await deps.storage.tokenByHash(hashToken(token!)), undefined);
  assert.ok(await deps.storage.memberById(active));
  assert.ok(await deps.storage.memberById(later));
  assert.ok(office.log.lines.some((line) => line.includes('Erased') && line.includes('"members":1')));
});

test('a purge with nothing to do says nothing', async () => {
  office = await openPostOffice();
  await purge(office.deps);
  assert.deepEqual(office.log.lines, []);
});
