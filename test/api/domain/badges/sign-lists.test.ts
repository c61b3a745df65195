/** Status lists: signed when somebody was revoked, and every hour. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { readStatusList, signLists } from '../../../../api/domain/badges/sign-lists.ts';
import { awardBadge } from '../../../support/awarded-badge.ts';
import { openTestApp, type TestApp } from '../../../support/app.ts';

const minute = 60_000;

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
  await awardBadge(app.deps, 1);
  await awardBadge(app.deps, 2);
});
afterEach(() => app.remove());

const revoke = (position: number) =>
  app.deps.storage.write((tx) => tx.badges.revokeEntry({ list: 1, position }, app.clock.now()));

/** Which of the first ten places are revoked, after the list was found true. */
async function revokedIn(text: string): Promise<number[]> {
  const credential = JSON.parse(text) as { credentialSubject: { encodedList: string } };
  assert.equal(await app.deps.credentials.checkProof({ ...credential }, await app.deps.storage.badges.keys()), 'ok');
  const bits = await decodeList(credential.credentialSubject);
  return Array.from({ length: 10 }, (_, at) => at).filter((at) => bits.getStatus(at));
}

const stored = async () => (await app.deps.storage.badges.statusList(1))!;

describe('status lists', () => {
  test('are signed once, then when a badge was revoked', async () => {
    assert.equal(await signLists(app.deps), 1);
    assert.equal(await signLists(app.deps), 0);
    assert.deepEqual(await revokedIn((await stored()).credential!), []);
    await revoke(2);
    assert.equal(await signLists(app.deps), 1);
    assert.deepEqual(await revokedIn((await stored()).credential!), [2]);
  });

  test('are signed anew every hour', async () => {
    await signLists(app.deps);
    app.clock.time += 60 * minute - 1;
    assert.equal(await signLists(app.deps), 0);
    app.clock.time += 1;
    assert.equal(await signLists(app.deps), 1);
    assert.match(
      (await stored()).credential!,
      /"validFrom":"2026-11-23T09:00:00Z","validUntil":"2026-11-24T09:00:00Z"/,
    );
  });

  test('never forget a revocation that came while they were signed', async () => {
    const { credentials } = app.deps;
    const slow = {
      ...credentials,
      signList: async (...args: Parameters<typeof credentials.signList>) => {
        const text = await credentials.signList(...args);
        await revoke(1);
        return text;
      },
    };
    await signLists({ ...app.deps, credentials: slow });
    assert.deepEqual(await revokedIn((await stored()).credential!), []);
    assert.equal(await signLists(app.deps), 1);
    assert.deepEqual(await revokedIn((await stored()).credential!), [1]);
  });

  test('are forgotten by the cache in front when they were signed', async () => {
    await signLists({ ...app.deps, cdn: { purge: () => Promise.resolve() } });
    const now = app.clock.now();
    const claimed = await app.deps.storage.write((tx) => tx.badges.claimPurges(now, now + 1000, 10));
    assert.deepEqual(
      claimed.map(({ tag }) => tag),
      ['status-1'],
    );
  });

  test('stop being signed when the server stops', async () => {
    const stop = new AbortController();
    stop.abort();
    assert.equal(await signLists(app.deps, stop.signal), 0);
  });
});

describe('reading a status list', () => {
  test('gives the one that was signed', async () => {
    await signLists(app.deps);
    const { credential, signedAt, version } = await stored();
    app.clock.time += 61 * minute;
    assert.deepEqual(await readStatusList(app.deps, 1), { credential, signedAt, version });
  });

  test('tells of a revocation at once, also where no job has signed it yet', async () => {
    await signLists(app.deps);
    await revoke(2);
    const list = await readStatusList(app.deps, 1);
    assert.deepEqual(await revokedIn(list!.credential), [2]);
    assert.equal((await stored()).signedVersion, (await stored()).version - 1);
  });

  test('signs one that no job has signed for two hours', async () => {
    await signLists(app.deps);
    app.clock.time += 120 * minute;
    assert.equal((await readStatusList(app.deps, 1))!.signedAt, app.clock.now());
  });

  test('knows only lists that there are', async () => {
    for (const number of [0, 2, -1, 1.5, NaN, Infinity, 2 ** 60]) {
      assert.equal(await readStatusList(app.deps, number), undefined, String(number));
    }
  });
});
