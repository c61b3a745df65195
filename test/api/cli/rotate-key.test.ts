/** `rotate-key`, as an operator types it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { runCommand } from '../../../api/cli/run.ts';
import { run, type Ended } from '../../support/run.ts';
import { tempDir } from '../../support/temp.ts';

let dir: ReturnType<typeof tempDir>;
let env: Record<string, string>;
let file: string;

async function cli(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  ended.code = await runCommand(args, env, {
    out: { write: (text) => (ended.out += text) },
    err: { write: (text) => (ended.err += text) },
  });
  return ended;
}

beforeEach(async () => {
  dir = tempDir();
  env = { DATA_DIR: dir.path, LOG_LEVEL: 'silent' };
  file = join(dir.path, 'credential-keys.json');
  assert.equal((await cli('migrate')).code, 0);
});
afterEach(() => dir.remove());

async function assertDone(...args: string[]): Promise<string> {
  const { code, out, err } = await cli(...args);
  assert.deepEqual([code, err], [0, '']);
  return out;
}

async function assertRefused(reason: RegExp, ...args: string[]): Promise<void> {
  const ended = await cli(...args);
  assert.equal(ended.code, 1);
  assert.match(ended.err, reason);
  assert.match(ended.err, /Nothing was (?:changed|signed and nothing was changed)/);
  assert.doesNotMatch(ended.err, /\bat .*\.ts:\d/);
  assert.equal(ended.out, '');
}

const secrets = () => (JSON.parse(readFileSync(file, 'utf8')) as { keys: { id: string; secretKey: string }[] }).keys;

test('makes a key of each kind, says when it signs and where its secret is, and never shows one', async () => {
  const first = await assertDone('rotate-key');
  assert.match(first, /^key-\d{4}-\d\d is published\. It signs badges from now on\.$/m);
  assert.match(first, /^status-\d{4} is published\. It signs the status lists from now on\.$/m);
  assert.match(first, /^es256-\d{4}-\d\d is published\. It signs the second form/m);
  assert(first.includes(file));
  const second = await assertDone('rotate-key', 'all');
  assert.match(
    second,
    /^key-\d{4}-\d\d-2 is published\. It signs badges from \d{4}-\d\d-\d\d \d\d:\d\d UTC, when verifiers/m,
  );
  assert.match(await assertDone('rotate-key', 'jwt', '--now'), /^es256-\d{4}-\d\d-3 .* from now on\.$/m);
  assert.equal(secrets().length, 7);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  for (const { secretKey } of secrets()) assert(!(first + second).includes(secretKey.slice(4, 30)));
});

test('takes one back, and says what that means for what was downloaded', async () => {
  await assertDone('rotate-key');
  const badge = secrets().find(({ id }) => id.startsWith('key-'))!.id;
  const out = await assertDone('rotate-key', '--compromised', badge);
  assert.match(out, new RegExp(`^${badge} is no longer ours`));
  assert.match(out, new RegExp(`^${badge}-2 is published.* from now on\\.$`, 'm'));
  assert.match(out, /^0 badge\(s\) are signed anew/m);
  assert.match(out, /downloaded stay invalid/);
  assert(!secrets().some(({ id }) => id === badge));
  const status = secrets().find(({ id }) => id.startsWith('status-'))!.id;
  assert.match(await assertDone('rotate-key', '--compromised', status), /lists are signed anew/);
});

test('refuses what it does not understand', async () => {
  await assertDone('rotate-key');
  await assertRefused(/"keys" is no kind of key: write badge, status, jwt or all/, 'rotate-key', 'keys');
  await assertRefused(
    /No published key is called "key-1999-01".*There are: .*status-/,
    'rotate-key',
    '--compromised',
    'key-1999-01',
  );
  await assertRefused(/names one key and acts at once/, 'rotate-key', 'badge', '--compromised', 'x');
  await assertRefused(/names one key and acts at once/, 'rotate-key', '--now', '--compromised', 'x');
});

test('refuses a file that it cannot understand, and leaves it', async () => {
  writeFileSync(file, '{"keys":[');
  await assertRefused(/does not hold signing keys.*Restore it/, 'rotate-key', '--now');
  assert.equal(readFileSync(file, 'utf8'), '{"keys":[');
});

test('refuses while another command is at it, and names what a crash would have left', async () => {
  writeFileSync(`${file}.lock`, '1');
  await assertRefused(/Another command is changing.*delete .*credential-keys\.json\.lock/, 'rotate-key');
  assert(!existsSync(file));
});

test('refuses where keys are a variable, and says how it is done there', async () => {
  await assertDone('rotate-key');
  env['CREDENTIAL_KEYS'] = readFileSync(file, 'utf8');
  rmSync(file);
  await assertRefused(/CREDENTIAL_KEYS, which no command can change.*CREDENTIAL_KEYS_FILE=/, 'rotate-key');
  writeFileSync(join(dir.path, 'elsewhere.json'), env['CREDENTIAL_KEYS']);
  env = { ...env, CREDENTIAL_KEYS: '', CREDENTIAL_KEYS_FILE: join(dir.path, 'elsewhere.json') };
  assert.match(await assertDone('rotate-key', 'badge'), /elsewhere\.json/);
});

test('two at once: each process makes its own key, and none is lost', async () => {
  const ended = await Promise.all([1, 2].map(() => run(['api/cli.ts', 'rotate-key', 'badge'], env)));
  for (const { code, err } of ended) assert.deepEqual([code, err], [0, '']);
  assert.equal(secrets().length, 2);
  assert.equal(new Set(secrets().map(({ id }) => id)).size, 2);
});
