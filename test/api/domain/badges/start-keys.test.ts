/** A club starts with keys that belong to its database, or it says what is wrong. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createCredentials } from '../../../../api/credentials/index.ts';
import { rotateKeys } from '../../../../api/domain/badges/rotate-key.ts';
import { startKeys } from '../../../../api/domain/badges/start-keys.ts';
import { publicUrl } from '../../../support/app.ts';
import { openTestStorage, type TestStorage } from '../../../support/storage.ts';

const clock = { time: Date.parse('2026-11-23T08:00:00Z'), now: () => clock.time };
const hour = 3_600_000;

let store: TestStorage;
let file: string;
beforeEach(async () => {
  store = await openTestStorage();
  file = join(store.dir, 'keys', 'credential-keys.json');
});
afterEach(() => store.remove());

const open = (keyText?: string) => ({
  storage: store.storage,
  clock,
  credentials: createCredentials({ publicUrl, keyFile: file, keyText, storage: store.storage }),
});
const published = () => store.storage.badges.keys();
const refused = (message: RegExp) => (error: Error) =>
  error.name === 'KeysError' &&
  message.test(error.message) &&
  /Nothing was (?:started|changed|signed)/.test(error.message) &&
  /npm run cli -- rotate-key|CREDENTIAL_KEYS|delete|chmod/.test(error.message);

describe('a new club', () => {
  test('makes a key for each role, publishes them, and uses them at once', async () => {
    await startKeys(open());
    const now = clock.now();
    const keys = await published();
    assert.deepEqual(
      keys.map(({ id, role, publishedAt, firstUseAt, removedAt }) => ({
        id,
        role,
        publishedAt,
        firstUseAt,
        removedAt,
      })),
      [
        { id: 'es256-2026-11', role: 'jwt' },
        { id: 'key-2026-11', role: 'badge' },
        { id: 'status-2026', role: 'status' },
      ].map((key) => ({ ...key, publishedAt: now, firstUseAt: now, removedAt: null })),
    );
    assert.deepEqual(readdir(), ['credential-keys.json']);
  });

  test('makes them once', async () => {
    await startKeys(open());
    const [keys, text] = [await published(), readFileSync(file, 'utf8')];
    await startKeys(open());
    assert.deepEqual([await published(), readFileSync(file, 'utf8')], [keys, text]);
  });

  test('makes them once when two processes start together', async () => {
    await Promise.all([startKeys(open()), startKeys(open()), startKeys(open())]);
    assert.equal((await published()).length, 3);
  });

  test('publishes secrets that are there already: the process was cut off before', async () => {
    await startKeys(open());
    const text = readFileSync(file, 'utf8');
    await store.remove();
    store = await openTestStorage();
    file = join(store.dir, 'credential-keys.json');
    writeFileSync(file, text);
    await startKeys(open());
    assert.equal((await published()).length, 3);
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  test('takes them from a variable where there is no disk', async () => {
    await startKeys(open());
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    await startKeys(open(text));
    assert(!existsSync(file));
    await assert.rejects(startKeys(open('{"keys":[]}')), refused(/none of their secrets is in CREDENTIAL_KEYS/));
    await assert.rejects(rotateKeys(open(text), { roles: ['badge'], now: true }), refused(/no command can change/));
  });
});

const readdir = () => {
  assert(existsSync(file));
  // Neither the lock nor a draft is left.
  return ['credential-keys.json', 'credential-keys.json.lock', 'credential-keys.json.new'].filter((name) =>
    existsSync(join(file, '..', name)),
  );
};

describe('a club does not start', () => {
  beforeEach(() => startKeys(open()));

  test('without its secrets: they were left out of the backup', async () => {
    rmSync(file);
    await assert.rejects(
      startKeys(open()),
      refused(/was lost, left out of a backup, or is on another machine.*rotate-key --now/),
    );
    assert(!existsSync(file));
  });

  test('and starts again once new ones were made; the old keys stay published', async () => {
    rmSync(file);
    await rotateKeys(open(), { roles: ['badge', 'status', 'jwt'], now: true });
    await startKeys(open());
    assert.equal((await published()).filter(({ removedAt }) => removedAt === null).length, 6);
  });

  test('with secrets that the database does not know: one of them is older', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('"status-2026"', '"status-2025"'));
    await assert.rejects(startKeys(open()), refused(/does not know status-2025/));
    await assert.rejects(rotateKeys(open(), { roles: ['badge'], now: true }), refused(/does not know status-2025/));
  });

  test('with the secrets of another club under the same names', async () => {
    const other = await openTestStorage();
    try {
      const credentials = createCredentials({ publicUrl, keyFile: `${file}.other`, storage: other.storage });
      await startKeys({ storage: other.storage, clock, credentials });
      renameSync(`${file}.other`, file);
      await assert.rejects(startKeys(open()), refused(/does not know .*key-2026-11/));
    } finally {
      await other.remove();
    }
  });

  test('when nothing may sign for a role, and says which', async () => {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: { role: string }[] };
    writeFileSync(file, JSON.stringify({ keys: keys.filter(({ role }) => role !== 'status') }));
    await assert.rejects(startKeys(open()), refused(/may sign for: status\..*rotate-key status --now/));
    writeFileSync(file, JSON.stringify({ keys }));
    await startKeys(open());
    await store.storage.write((tx) => tx.badges.removeKey('key-2026-11', clock.now()));
    await assert.rejects(startKeys(open()), refused(/may sign for: badge\./));
  });

  test('with a file that is not one of ours, and quotes nothing of it', async () => {
    const secret = readFileSync(file, 'utf8');
    const wrong = [
      '',
      '{',
      '[]',
      '{"keys":{}}',
      secret.slice(0, -20),
      secret.replace('"role"', '"roll"'),
      `${secret}x`,
    ];
    const { keys } = JSON.parse(secret) as { keys: { role: string; secretKey: string }[] };
    const ed25519 = keys.find(({ role }) => role === 'badge')!.secretKey;
    const mixed = keys.map((key) => (key.role === 'jwt' ? { ...key, secretKey: ed25519 } : key));
    for (const text of [...wrong, JSON.stringify({ keys: [...keys, ...keys] }), JSON.stringify({ keys: mixed })]) {
      writeFileSync(file, text);
      await assert.rejects(startKeys(open()), (error: Error) => {
        assert(!keys.some(({ secretKey }) => error.stack!.includes(secretKey.slice(2, 20))));
        return refused(/does not hold signing keys/)(error);
      });
      assert.equal(readFileSync(file, 'utf8'), text);
    }
  });

  test('with a file that cannot be read, or a folder in its place', async () => {
    rmSync(file);
    mkdirSync(file);
    await assert.rejects(startKeys(open()), refused(/cannot be read \(EISDIR\)/));
  });
});

describe('the key that signs', () => {
  const signer = async () => {
    const { credentials } = open();
    const text = await credentials.signList({ id: `${publicUrl}/status/1`, number: 1, revoked: [] }, clock.now());
    return (JSON.parse(text) as { proof: [{ verificationMethod: string }] }).proof[0].verificationMethod;
  };

  test('is the newest whose time has come, also while another process has made it', async () => {
    clock.time = Date.parse('2026-12-01T00:00:00Z');
    const running = open();
    await startKeys(running);
    const [made] = await rotateKeys(open(), { roles: ['status'], now: false });
    assert.equal(made!.id, 'status-2026-2');
    assert.equal(made!.firstUseAt, clock.now() + 48 * hour);
    clock.time += 48 * hour - 1;
    assert.match(await signer(), /#status-2026$/);
    clock.time += 1;
    assert.match(await signer(), /#status-2026-2$/);
    // The process that was running all along has read its secret too.
    const text = await running.credentials.signList(
      { id: `${publicUrl}/status/1`, number: 1, revoked: [] },
      clock.now(),
    );
    assert.match(text, /#status-2026-2"/);
  });

  test('is the newest that this machine has the secret of', async () => {
    await startKeys(open());
    const before = readFileSync(file, 'utf8');
    await rotateKeys(open(), { roles: ['status'], now: true });
    writeFileSync(file, before);
    await startKeys(open());
    assert.match(await signer(), /#status-2026$/);
  });
});
