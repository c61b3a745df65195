/** A club that moves to another address: its old one speaks for it no longer. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { admitOrigin } from '../../../../api/domain/partners/admit.ts';
import { moveClubPartner, setPartnerOrigins } from '../../../../api/domain/partners/manage.ts';
import { openTestApp, publicUrl, type TestApp } from '../../../support/app.ts';
import { rows } from '../../../support/tables.ts';

const elsewhere = 'https://ambassadeurs.example';
let app: TestApp;
beforeEach(async () => (app = await openTestApp()));
afterEach(() => app.remove());

const club = async () => (await app.deps.storage.partnerBySlug('club'))!;
const changes = () => rows(app.dir, 'audit').filter(({ action }) => action === 'partner.changed').length;

test('the new address takes the place of the old one, which nobody holds a session from any more', async () => {
  const moved = { ...app.deps, publicUrl: `${elsewhere}/` };
  assert.equal(await admitOrigin(moved, { origin: publicUrl }), publicUrl);
  await moveClubPartner(moved);
  assert.deepEqual((await club()).origins, [elsewhere]);
  await assert.rejects(admitOrigin(moved, { origin: publicUrl }), { code: 'origin_not_allowed' });
  assert.equal(await admitOrigin(moved, { origin: elsewhere }), elsewhere);
});

test('a start at the same address changes nothing and notes nothing', async () => {
  await moveClubPartner(app.deps);
  assert.deepEqual([(await club()).origins, changes()], [[publicUrl], 0]);
  const moved = { ...app.deps, publicUrl: elsewhere };
  await moveClubPartner(moved);
  await moveClubPartner(moved);
  assert.equal(changes(), 1);
});

test('what somebody has named beside it stays, and the operator is told how to say which are left', async () => {
  const named = [publicUrl, 'https://www.mulhouse.example'];
  await setPartnerOrigins(app.deps, undefined, await club(), { origins: named, allowsLocal: true });
  await moveClubPartner({ ...app.deps, publicUrl: elsewhere });
  const { origins, allowsLocal } = await club();
  assert.deepEqual([origins, allowsLocal], [[elsewhere, ...named], true]);
  assert.match(app.log.lines.at(-1)!, /npm run cli -- partner origins club --origin https:\/\/ambassadeurs\.example/);
});
