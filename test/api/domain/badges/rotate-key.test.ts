/** New keys leave old badges as they are; a key that is taken back takes with it all that it has signed. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { didDocument } from '../../../../api/domain/badges/did-document.ts';
import { keysTag } from '../../../../api/domain/badges/forget-cached.ts';
import { readCredential } from '../../../../api/domain/badges/read-credential.ts';
import { removeKey, rotateKeys } from '../../../../api/domain/badges/rotate-key.ts';
import { signDue } from '../../../../api/domain/badges/sign-due.ts';
import { readStatusList, signLists } from '../../../../api/domain/badges/sign-lists.ts';
import { startKeys } from '../../../../api/domain/badges/start-keys.ts';
import { awardBadge, badgeId } from '../../../support/awarded-badge.ts';
import { openTestApp, type TestApp } from '../../../support/app.ts';
import { rows } from '../../../support/tables.ts';

const hour = 3_600_000;

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
  await awardBadge(app.deps, 1);
  await awardBadge(app.deps, 2);
  await signDue(app.deps);
  await signLists(app.deps);
});
afterEach(() => app.remove());

const keys = () => app.deps.storage.badges.keys();
const stored = async (n = 1) => (await app.deps.storage.badges.byPublicId(badgeId(n)))!;
const checkText = async (text: string) =>
  app.deps.credentials.checkProof(JSON.parse(text) as Record<string, unknown>, await keys());
const checkToken = async (token: string) => (await app.deps.credentials.checkJwt(token, await keys())).check;
const names = async () => {
  const { verificationMethod, assertionMethod } = (await didDocument(app.deps)) as {
    verificationMethod: { id: string }[];
    assertionMethod: string[];
  };
  assert.deepEqual(
    verificationMethod.map(({ id }) => id),
    assertionMethod,
  );
  return assertionMethod.map((name) => name.split('#')[1]).sort();
};

describe('a new key', () => {
  test('is published at once and signs two days later; the old one stays, and so does what it signed', async () => {
    const before = await stored();
    const made = await rotateKeys(app.deps, { roles: ['badge', 'jwt'], now: false });
    assert.deepEqual(
      made.map(({ id, firstUseAt }) => [id, firstUseAt]),
      [
        ['key-2026-11-2', app.clock.now() + 48 * hour],
        ['es256-2026-11-2', app.clock.now() + 48 * hour],
      ],
    );
    assert.deepEqual(await names(), [
      'es256-2026-11',
      'es256-2026-11-2',
      'key-2026-11',
      'key-2026-11-2',
      'status-2026',
    ]);
    await awardBadge(app.deps, 3);
    await signDue(app.deps);
    assert.equal((await stored(3)).signedKey, 'key-2026-11');

    app.clock.time += 48 * hour;
    await awardBadge(app.deps, 4);
    await signDue(app.deps);
    assert.equal((await stored(4)).signedKey, 'key-2026-11-2');
    assert.match(Buffer.from((await stored(4)).jwt!.split('.')[0]!, 'base64url').toString(), /#es256-2026-11-2"/);
    assert.equal((await stored()).credential, before.credential);
    for (const badge of [before, await stored(3), await stored(4)]) {
      assert.equal(await checkText(badge.credential!), 'ok');
      assert.equal(await checkToken(badge.jwt!), 'ok');
    }
  });

  test('signs at once when that is wanted, or when nothing else can', async () => {
    const [wanted] = await rotateKeys(app.deps, { roles: ['badge'], now: true });
    assert.equal(wanted!.firstUseAt, app.clock.now());
    const file = join(app.dir, 'credential-keys.json');
    const { keys: secrets } = JSON.parse(readFileSync(file, 'utf8')) as { keys: { role: string }[] };
    writeFileSync(file, JSON.stringify({ keys: secrets.filter(({ role }) => role !== 'jwt') }));
    const [needed] = await rotateKeys(app.deps, { roles: ['jwt'], now: false });
    assert.equal(needed!.firstUseAt, app.clock.now());
    await startKeys(app.deps);
  });

  test('has a name that no key ever had', async () => {
    await removeKey(app.deps, 'key-2026-11');
    await rotateKeys(app.deps, { roles: ['badge'], now: true });
    app.clock.time = Date.parse('2027-11-02T08:00:00Z');
    await rotateKeys(app.deps, { roles: ['badge', 'status'], now: true });
    assert.deepEqual((await keys()).map(({ id }) => id).sort(), [
      'es256-2026-11',
      'key-2026-11',
      'key-2026-11-2',
      'key-2026-11-3',
      'key-2027-11',
      'status-2026',
      'status-2027',
    ]);
  });

  test('is made by one command at a time: of several, each makes its own', async () => {
    await Promise.all([1, 2, 3].map(() => rotateKeys(app.deps, { roles: ['badge'], now: true })));
    assert.equal((await keys()).filter(({ role }) => role === 'badge').length, 4);
    assert.equal((await app.deps.credentials.secrets.list()).length, 6);
    await startKeys(app.deps);
  });

  test('is neither published nor kept when the database refuses', async () => {
    const file = readFileSync(join(app.dir, 'credential-keys.json'), 'utf8');
    const broken = {
      ...app.deps.storage,
      badges: app.deps.storage.badges,
      write: () => Promise.reject(new Error('disk')),
    };
    await assert.rejects(rotateKeys({ ...app.deps, storage: broken }, { roles: ['badge'], now: true }), /disk/);
    assert.equal(readFileSync(join(app.dir, 'credential-keys.json'), 'utf8'), file);
    assert.equal((await keys()).length, 3);
  });
});

test('secrets that cannot be written leave the old ones at work, and nobody waiting', async () => {
  const file = join(app.dir, 'credential-keys.json');
  const before = readFileSync(file, 'utf8');
  mkdirSync(`${file}.new`);
  await assert.rejects(rotateKeys(app.deps, { roles: ['badge'], now: true }), {
    name: 'KeysError',
    message: /could not be written.*What is in it is as it was.*rotate-key --now/,
  });
  assert.equal(readFileSync(file, 'utf8'), before);
  await startKeys(app.deps);
  await awardBadge(app.deps, 3);
  await signDue(app.deps);
  assert.equal((await stored(3)).signedKey, 'key-2026-11');
  rmSync(`${file}.new`, { recursive: true });
  assert.equal((await rotateKeys(app.deps, { roles: ['badge'], now: true }))[0]!.id, 'key-2026-11-3');
});

describe('a key that somebody else may know', () => {
  test('is gone at once, with all that it has signed; badges are signed anew under another', async () => {
    const before = await stored();
    const removed = await removeKey(app.deps, 'key-2026-11');
    assert.deepEqual([removed.role, removed.made?.id, removed.resigned], ['badge', 'key-2026-11-2', 2]);
    assert.deepEqual(await names(), ['es256-2026-11', 'key-2026-11-2', 'status-2026']);
    assert.equal(await checkText(before.credential!), 'unknown_key');
    assert(!readFileSync(join(app.dir, 'credential-keys.json'), 'utf8').includes('"key-2026-11"'));
    // Nobody is given the old one, also before the signer has come round.
    assert.equal(await checkText((await readCredential(app.deps, badgeId(1))).credential), 'ok');
    assert.equal(await signDue(app.deps), 2);
    assert.equal((await stored()).signedKey, 'key-2026-11-2');
    assert.equal(await checkText((await stored()).credential!), 'ok');
    await startKeys(app.deps);
  });

  test('leaves what others have signed', async () => {
    await rotateKeys(app.deps, { roles: ['badge'], now: true });
    await awardBadge(app.deps, 3);
    await signDue(app.deps);
    const removed = await removeKey(app.deps, 'key-2026-11-2');
    assert.deepEqual([removed.made, removed.resigned], [undefined, 1]);
    assert.equal(await signDue(app.deps), 1);
    assert.equal((await stored(3)).signedKey, 'key-2026-11');
    assert.equal(await checkText((await stored(1)).credential!), 'ok');
  });

  test('of the second form: all badges are signed anew, for nobody knows which', async () => {
    const before = await stored();
    assert.equal((await removeKey(app.deps, 'es256-2026-11')).resigned, 2);
    assert.equal(await checkToken(before.jwt!), 'unknown_key');
    await signDue(app.deps);
    assert.equal(await checkToken((await stored()).jwt!), 'ok');
  });

  test('of the lists: every list is signed anew', async () => {
    const before = (await readStatusList(app.deps, 1))!.credential;
    assert.equal((await removeKey(app.deps, 'status-2026')).made?.id, 'status-2026-2');
    assert.equal(await checkText(before), 'unknown_key');
    assert.equal(await checkText((await readStatusList(app.deps, 1))!.credential), 'ok');
    assert.equal(await signLists(app.deps), 1);
    assert.equal(await checkText((await app.deps.storage.badges.statusList(1))!.credential!), 'ok');
  });

  test('leaves nothing behind that was being signed with it', async () => {
    await awardBadge(app.deps, 3);
    const { credentials } = app.deps;
    const slow = {
      ...credentials,
      async signBadge(...args: Parameters<typeof credentials.signBadge>) {
        const signed = await credentials.signBadge(...args);
        await removeKey(app.deps, 'key-2026-11').catch(() => {});
        return signed;
      },
    };
    await signDue({ ...app.deps, credentials: slow }, { most: 1 });
    assert.equal((await stored(3)).credential, null);
    await signDue(app.deps);
    for (const n of [1, 2, 3]) assert.equal(await checkText((await stored(n)).credential!), 'ok');
  });

  test('is forgotten by the cache in front of us, which is told of new ones as well', async () => {
    const tags = () => rows(app.dir, 'cdn_purge').filter(({ tag }) => tag === keysTag).length;
    const fronted = { ...app.deps, cdn: { purge: () => Promise.resolve() } };
    await removeKey(fronted, 'key-2026-11');
    assert.equal(tags(), 2);
    await rotateKeys(fronted, { roles: ['badge'], now: true });
    assert.equal(tags(), 4);
  });

  test('must be one of ours, and can be taken back once', async () => {
    await removeKey(app.deps, 'key-2026-11');
    for (const id of ['key-2026-11', 'nobody', '']) {
      await assert.rejects(removeKey(app.deps, id), {
        name: 'KeysError',
        message: /Nothing was changed\. There are: .*status-2026/,
      });
    }
    assert.equal((await keys()).length, 4);
  });
});
