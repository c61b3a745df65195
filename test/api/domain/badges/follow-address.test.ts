/** A club that moves to another address: what it has signed names its new one. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { createCredentials } from '../../../../api/credentials/index.ts';
import { followAddress } from '../../../../api/domain/badges/follow-address.ts';
import { readStatusList, signLists } from '../../../../api/domain/badges/sign-lists.ts';
import { signDue } from '../../../../api/domain/badges/sign-due.ts';
import { openTestApp, type TestApp } from '../../../support/app.ts';
import { awardPerson, type AwardedBadge } from '../../../support/badges.ts';
import { rows } from '../../../support/tables.ts';

let app: TestApp;
let badge: AwardedBadge;
beforeEach(async () => {
  app = await openTestApp();
  badge = await awardPerson(app);
  await signDue(app.deps);
  await signLists(app.deps);
});
afterEach(() => app.remove());

/** The same club, started under another address. */
const at = (publicUrl: string) => ({
  ...app.deps,
  publicUrl,
  credentials: createCredentials({
    publicUrl,
    keyFile: join(app.dir, 'credential-keys.json'),
    storage: app.deps.storage,
  }),
});
const signed = async () => (await app.deps.storage.badges.byPublicId(badge.id))!.credential!;

test('has its badges and lists signed anew, once', async () => {
  const moved = at('https://ambassadeurs.example');
  const before = await signed();
  assert.ok(!before.includes('ambassadeurs.example'));
  assert.equal(await followAddress(moved), 1);
  assert.equal(await signDue(moved), 1);
  assert.equal(await signLists(moved), 1);
  const credential = JSON.parse(await signed()) as Record<string, unknown> & { issuer: { id: string } };
  assert.equal(credential['id'], `https://ambassadeurs.example/b/${badge.id}/credential.json`);
  assert.equal(credential.issuer.id, 'did:web:ambassadeurs.example');
  assert.match((await readStatusList(moved, 1))!.credential, /"id":"https:\/\/ambassadeurs\.example\/status\/1"/);
  assert.ok(!(await signed()).includes(new URL(app.deps.publicUrl).host));
  assert.equal(await followAddress(moved), 0);
  assert.equal(await signDue(moved), 0);
});

test('is in the log of who did what; a start at the same address is not', async () => {
  const entries = () => rows(app.dir, 'audit').filter(({ action }) => action === 'badges.resigned').length;
  assert.equal(await followAddress(app.deps), 0);
  assert.equal(entries(), 0);
  await followAddress(at('https://ambassadeurs.example'));
  assert.equal(entries(), 1);
});
