/** What an operator does for one person who asks: end a membership, write to an address again. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { runCommand } from '../../api/cli/run.ts';
import { parseAddress, suppressionKey } from '../../api/domain/addresses.ts';
import { createKeys } from '../../api/keys.ts';
import { openStorage, type OpenStorage } from '../../api/storage/index.ts';
import type { Ended } from '../support/run.ts';
import { everything, rows } from '../support/tables.ts';
import { tempDir } from '../support/temp.ts';
import { attribution, consent, day, now, person, purgeBefore, signUp } from './storage/fixtures.ts';

const secret = 'a secret of tests, long enough to be one';
const header = 'email,first_name,last_name,circle,place,consent_date,consent_source,newsletter';
const founder = 'Odile.Meyerhof@example.org,Odilette,Meyerhof,habitants,Riedisheim,2026-01-16,carte Bollwerk,oui';

let dir: ReturnType<typeof tempDir>;

async function cli(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  const env = { DATA_DIR: dir.path, LOG_LEVEL: 'silent', SECRET_KEY: secret };
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

async function importFounder(): Promise<Ended> {
  const file = join(dir.path, 'founders.csv');
  writeFileSync(file, `${header}\n${founder}\n`);
  return cli('import', file);
}

const traces = /meyerhof|odilette|riedisheim|bollwerk/i;

beforeEach(async () => {
  dir = tempDir();
  assert.equal((await cli('migrate')).code, 0);
  assert.equal((await cli('partner', 'list')).code, 0);
});
afterEach(() => dir.remove());

describe('member leave', () => {
  test('ends the membership of a founder who has no link, as their own press would', async () => {
    assert.equal((await importFounder()).code, 0);
    assert.match(JSON.stringify(everything(dir.path)), traces);
    const ended = await cli('member', 'leave', 'odile.MEYERHOF@Example.org');
    assert.deepEqual([ended.code, ended.err], [0, '']);
    assert.match(ended.out, /The membership has ended\./);
    assert.match(ended.out, /Erased: mail address, first name, last name, place, newsletter/);
    assert.doesNotMatch(ended.out, /organisation|sentence/, 'what was never told is not erased');
    assert.doesNotMatch(ended.out, traces, 'the report may be filed: it names nobody');
    assert.doesNotMatch(JSON.stringify(everything(dir.path)), traces);
    const [proof] = rows(dir.path, 'consent');
    assert.deepEqual([proof?.['source'], typeof proof?.['withdrawn_at']], [null, 'number']);
    assert.deepEqual(
      rows(dir.path, 'counter').map(({ members }) => members),
      [0, 0],
    );
    assert.deepEqual(
      rows(dir.path, 'audit').map(({ action }) => action),
      ['member.imported', 'member.left'],
    );
  });

  test('leaves nothing for the next import to bring back, nor in the files after the next purge', async () => {
    await importFounder();
    await cli('member', 'leave', 'odile.meyerhof@example.org');
    assert.match((await importFounder()).out, /refused: this person left the club/);
    await withStorage((storage) => storage.purge(Date.now(), purgeBefore()));
    for (const name of readdirSync(dir.path)) {
      const path = join(dir.path, name);
      if (name !== 'founders.csv' && statSync(path).isFile()) {
        assert.doesNotMatch(readFileSync(path).toString('latin1'), traces, name);
      }
    }
  });

  test('removes somebody who has not confirmed, with all that hung on them, and nobody else', async () => {
    const [id, other] = await withStorage((storage) =>
      storage.write(async (tx) => {
        const one = await signUp(tx, person('odile.meyerhof'));
        await tx.recordConsent(consent(one, { page: 'https://ville.example/bollwerk' }));
        await tx.recordAttribution(attribution(one, { utmTerm: 'riedisheim' }));
        await tx.insertToken('hash', { memberId: one, purpose: 'confirm', expiresAt: now + day });
        return [one, await signUp(tx, person('bruno'))] as const;
      }),
    );
    const ended = await cli('member', 'leave', 'Odile.Meyerhof@example.org');
    assert.deepEqual([ended.code, ended.err], [0, '']);
    assert.match(ended.out, /had not confirmed/);
    const all = everything(dir.path);
    assert.doesNotMatch(JSON.stringify(all), traces);
    for (const [table, kept] of Object.entries(all)) assert.ok(!kept.some((row) => row['member_id'] === id), table);
    assert.deepEqual(
      rows(dir.path, 'member').map((row) => row['id']),
      [other],
    );
    assert.match((await importFounder()).out, /refused: this person left the club/);
  });

  for (const [args, reason] of [
    [[], /The mail address is missing/],
    [['nobody'], /"nobody" is no mail address/],
    [['bruno@example.org'], /Nobody is known by this address/],
    [['odile.meyerhof+tag@example.org'], /Nobody is known by this address/],
  ] as const) {
    test(`${args.join(' ') || 'no address'} is refused and changes nothing`, async () => {
      await importFounder();
      const before = everything(dir.path);
      const ended = await cli('member', 'leave', ...args);
      assert.deepEqual([ended.code, ended.out], [1, '']);
      assert.match(ended.err, reason);
      assert.match(ended.err, /Nothing was changed/);
      assert.deepEqual(everything(dir.path), before);
    });
  }

  test('a second time finds nobody', async () => {
    await importFounder();
    await cli('member', 'leave', 'odile.meyerhof@example.org');
    const before = everything(dir.path);
    assert.match((await cli('member', 'leave', 'odile.meyerhof@example.org')).err, /Nobody is known/);
    assert.deepEqual(everything(dir.path), before);
  });
});

describe('suppression lift', () => {
  const suppress = (email: string) =>
    withStorage((storage) =>
      storage.write((tx) => tx.suppress(suppressionKey(createKeys(secret), parseAddress(email)!), 'mail SMTP 550', 1)),
    );
  const listed = () => rows(dir.path, 'suppression').length;

  test('lets an address be written to again, and no other', async () => {
    await suppress('odile.meyerhof@example.org');
    await suppress('odile.meyerhof+tag@example.org');
    assert.match((await importFounder()).out, /refused: nobody has this address/);
    const ended = await cli('suppression', 'lift', 'Odile.Meyerhof@Example.org');
    assert.deepEqual([ended.code, ended.err], [0, '']);
    assert.match(ended.out, /may be written to again/);
    assert.equal(listed(), 1);
    assert.match((await importFounder()).out, /^1 added/m);
    assert.equal(rows(dir.path, 'audit')[0]?.['action'], 'suppression.lifted');
    assert.doesNotMatch(JSON.stringify(rows(dir.path, 'audit')), /@|meyerhof/i);
  });

  test('an address that is not on the list is refused', async () => {
    await suppress('bruno@example.org');
    for (const args of [[], ['x'], ['odile.meyerhof@example.org']]) {
      const ended = await cli('suppression', 'lift', ...args);
      assert.deepEqual([ended.code, ended.out], [1, '']);
      assert.match(ended.err, /Nothing was changed/);
    }
    assert.equal(listed(), 1);
  });

  test('does not let an import bring back who left', async () => {
    await importFounder();
    await cli('member', 'leave', 'odile.meyerhof@example.org');
    assert.equal((await cli('suppression', 'lift', 'odile.meyerhof@example.org')).code, 1);
    assert.match((await importFounder()).out, /refused: this person left the club/);
  });
});
