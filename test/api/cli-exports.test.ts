/** What an operator takes out of the club. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { runCommand } from '../../api/cli/run.ts';
import { openStorage } from '../../api/storage/index.ts';
import type { Ended } from '../support/run.ts';
import { rows } from '../support/tables.ts';
import { tempDir } from '../support/temp.ts';
import { author } from './storage/fixtures.ts';

let dir: ReturnType<typeof tempDir>;

async function cli(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  const env = { DATA_DIR: dir.path, LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of tests, long enough to be one' };
  ended.code = await runCommand(args, env, {
    out: { write: (text) => (ended.out += text) },
    err: { write: (text) => (ended.err += text) },
  });
  return ended;
}

beforeEach(async () => {
  dir = tempDir();
  assert.equal((await cli('migrate')).code, 0);
  assert.equal((await cli('partner', 'list')).code, 0);
  const storage = openStorage({ dataDir: dir.path });
  await storage.write(author);
  await storage.close();
});
afterEach(() => dir.remove());

test('export writes a new file that only its owner reads, and notes it', async () => {
  const out = join(dir.path, 'members.csv');
  const ended = await cli('export', 'members', '--out', out);
  assert.deepEqual([ended.code, ended.err], [0, '']);
  assert.equal(statSync(out).mode & 0o777, 0o600);
  assert.match(readFileSync(out, 'utf8'), /^id,status,[^\r]+\r\n1,active,anne,[^\r]+\r\n$/);
  assert.equal(rows(dir.path, 'audit').at(-1)!['action'], 'export.members');
  const again = await cli('export', 'members', '--out', out);
  assert.equal(again.code, 1);
  assert.match(again.err, /is there already\. Nothing was written/);
  const json = join(dir.path, 'consents.json');
  assert.equal((await cli('export', 'consents', '--format', 'json', '--out', json)).code, 0);
  assert.deepEqual(JSON.parse(readFileSync(json, 'utf8')), []);
});

test('export says what it cannot do, and writes nothing', async () => {
  for (const args of [
    ['members'],
    ['passwords', '--out', 'x'],
    ['members', '--out', join(dir.path, 'no', 'x')],
    ['members', '--out', join(dir.path, 'x'), '--format', 'xlsx'],
  ]) {
    const ended = await cli('export', ...args);
    assert.equal(ended.code, 1, args.join(' '));
    assert.match(ended.err, /Nothing was written\.\n$/);
  }
  assert.ok(!rows(dir.path, 'audit').some(({ action }) => String(action).startsWith('export')));
});
