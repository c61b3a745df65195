/** Places in the status lists: at random, never twice, and another list before one is crowded. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { listLength } from '../../../../api/domain/badges/badge-id.ts';
import { placeFor } from '../../../../api/domain/badges/entry.ts';
import type { StatusEntry } from '../../../../api/domain/badges/ports.ts';
import { openTestStorage, type TestStorage } from '../../../support/storage.ts';
import { beginLife, type Life } from './life.ts';

let store: TestStorage;
let life: Life;
let badgeId: number;
beforeEach(async () => {
  store = await openTestStorage();
  life = await beginLife(store.storage);
  badgeId = (await life.own(await life.join()))!.id;
});
afterEach(() => store.remove());

/** A source of chance that draws these positions, one after the other, and the last one for ever. */
function draws(...positions: number[]) {
  return {
    token() {
      const bytes = randomBytes(32);
      bytes.writeUInt32BE(positions.length > 1 ? positions.shift()! : positions[0]!);
      return bytes.toString('base64url');
    },
  };
}

const place = (ids = life.deps.ids): Promise<StatusEntry> =>
  life.storage.write((tx) => placeFor(tx, { ids }, badgeId, life.clock.now()));

/** As if so many places of the list were taken. */
function crowd(taken: number) {
  const db = new BetterSqlite3(join(store.dir, 'club.db'));
  db.prepare('update status_list set taken = ?').run(taken);
  db.close();
}

test('a place that somebody has is not given again', async () => {
  assert.deepEqual(await place(draws(7)), { list: 1, position: 7 });
  assert.deepEqual(await place(draws(7, 7, 7, 8)), { list: 1, position: 8 });
});

test('what was revoked is not given again either', async () => {
  const entry = await place(draws(7));
  await life.storage.write((tx) => tx.badges.revokeEntry(entry, life.clock.now()));
  assert.deepEqual(await place(draws(7, 9)), { list: 1, position: 9 });
});

test('chance that draws one place for ever is refused, and nothing is written', async () => {
  await place(draws(7));
  await assert.rejects(place(draws(7)), /no free place was found in status list 1\. Nothing was issued/);
});

test('places are spread over the whole list', async () => {
  const positions = [];
  for (let index = 0; index < 40; index += 1) positions.push((await place()).position);
  assert.ok(positions.every((position) => position >= 0 && position < listLength));
  assert.ok(Math.max(...positions) > listLength / 2 && Math.min(...positions) < listLength / 2);
});

test('the next list is opened when more than half of one is taken', async () => {
  crowd(listLength / 2);
  assert.equal((await place()).list, 1);
  assert.equal((await place()).list, 2);
  assert.deepEqual(await place(draws(7)), { list: 2, position: 7 });
  crowd(listLength / 2 + 1);
  assert.equal((await place()).list, 3);
  assert.deepEqual(
    (await life.storage.badges.statusLists()).map(({ number }) => number),
    [1, 2, 3],
  );
});
