/** What an operator does about badges: suspend who holds them, end one, and take both back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { runCommand } from '../../api/cli/run.ts';
import { awardMissing } from '../../api/domain/badges/award-missing.ts';
import { openStorage, type OpenStorage } from '../../api/storage/index.ts';
import type { Ended } from '../support/run.ts';
import { everything, rows } from '../support/tables.ts';
import { tempDir } from '../support/temp.ts';
import { beginLife } from './domain/badges/life.ts';

const email = 'odile@example.org';
let dir: ReturnType<typeof tempDir>;
let publicId: string;

async function cli(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  const env = { DATA_DIR: dir.path, LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of tests, long enough to be one' };
  ended.code = await runCommand(args, env, {
    out: { write: (text) => (ended.out += text) },
    err: { write: (text) => (ended.err += text) },
  });
  return ended;
}

async function withStorage<T>(work: (storage: OpenStorage) => Promise<T>): Promise<T> {
  const storage = openStorage({ dataDir: dir.path });
  return work(storage).finally(() => storage.close());
}

beforeEach(async () => {
  dir = tempDir();
  assert.equal((await cli('migrate')).code, 0);
  assert.equal((await cli('partner', 'list')).code, 0);
  publicId = await withStorage(async (storage) => {
    const life = await beginLife(storage);
    const id = await life.found({ email });
    await awardMissing(life.deps);
    return (await life.own(id))!.publicId;
  });
});
afterEach(() => dir.remove());

const badge = () => rows(dir.path, 'badge').find((row) => row['public_id'] === publicId)!;
const actions = () => rows(dir.path, 'audit').map(({ action }) => action);

test('member suspend ends the badges, member reinstate brings them back, and both are noted', async () => {
  const suspended = await cli('member', 'suspend', 'ODILE@example.org');
  assert.deepEqual([suspended.code, suspended.err], [0, '']);
  assert.match(suspended.out, /Ended: 1 badge\./);
  assert.match(suspended.out, /Undo: npm run cli -- member reinstate/);
  assert.doesNotMatch(suspended.out, /odile/i, 'the report may be filed: it names nobody');
  assert.deepEqual([badge()['status'], badge()['end_reason']], ['ended', 'suspended']);
  const back = await cli('member', 'reinstate', email);
  assert.deepEqual([back.code, back.err], [0, '']);
  assert.match(back.out, /Valid again: 1 badge\./);
  assert.equal(badge()['status'], 'active');
  assert.deepEqual(actions(), [
    'badge.awarded',
    'badge.suspended',
    'member.suspended',
    'member.reinstated',
    'badge.revived',
  ]);
});

test('badge end ends one, badge restore takes it back', async () => {
  const ended = await cli('badge', 'end', publicId);
  assert.deepEqual([ended.code, ended.err], [0, '']);
  assert.match(ended.out, new RegExp(`Undo: npm run cli -- badge restore ${publicId}`));
  assert.equal(badge()['status'], 'ended');
  assert.equal((await cli('badge', 'restore', publicId)).code, 0);
  assert.equal(badge()['status'], 'active');
});

test('badge end and badge restore take a pasted address of the badge, too', async () => {
  for (const address of [
    'https://club.example/b/ID',
    'club.example/b/ID',
    ' http://localhost:4300/b/ID-seal@2x.png ',
  ]) {
    const pasted = address.replace('ID', publicId);
    const ended = await cli('badge', 'end', pasted);
    assert.deepEqual([ended.code, ended.err], [0, '']);
    assert.match(ended.out, new RegExp(`badge restore ${publicId}\n`), 'what undoes it names the badge alone');
    assert.equal(badge()['status'], 'ended');
    assert.equal((await cli('badge', 'restore', pasted)).code, 0);
    assert.equal(badge()['status'], 'active');
  }
});

describe('what cannot be done is refused, says why and changes nothing', () => {
  const refusals: [before: string[], args: string[], reason: RegExp][] = [
    [[], ['member', 'suspend', 'nobody@example.org'], /No member has this address/],
    [[], ['member', 'suspend'], /The mail address is missing/],
    [[], ['member', 'reinstate', email], /is not suspended/],
    [['member', 'suspend', email], ['member', 'suspend', email], /is suspended already/],
    [[], ['badge', 'end'], /The badge's id or address is missing/],
    [[], ['badge', 'end', '../../etc/passwd'], /No badge has this id/],
    [[], ['badge', 'end', 'https://club.example/b/IDx'], /No badge has this id/],
    [[], ['badge', 'restore', 'https://club.example/verify'], /No badge has this id/],
    [[], ['badge', 'restore', 'ID'], /was not ended by the staff/],
    [['badge', 'end', 'ID'], ['badge', 'end', 'ID'], /has ended before/],
    [['member', 'suspend', email], ['badge', 'restore', 'ID'], /member reinstate/],
  ];
  for (const [first, args, reason] of refusals) {
    test([...first, ...args].join(' '), async () => {
      const known = (words: string[]) => words.map((word) => word.replace('ID', publicId));
      if (first.length > 0) assert.equal((await cli(...known(first))).code, 0);
      const before = everything(dir.path);
      const ended = await cli(...known(args));
      assert.deepEqual([ended.code, ended.out], [1, '']);
      assert.match(ended.err, reason);
      assert.match(ended.err, /Nothing was changed/);
      assert.deepEqual(everything(dir.path), before);
    });
  }
});
