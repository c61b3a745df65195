/** The operator's commands, as an operator types them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { hashInvitation } from '../../api/domain/invitations.ts';
import { runCommand } from '../../api/cli/run.ts';
import { run, type Ended } from '../support/run.ts';
import { rows } from '../support/tables.ts';
import { tempDir } from '../support/temp.ts';

let dir: ReturnType<typeof tempDir>;
let env: Record<string, string>;

/** One command line in this process: forty programs would take half a minute to start. */
async function cli(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  ended.code = await runCommand(args, env, {
    out: { write: (text) => (ended.out += text) },
    err: { write: (text) => (ended.err += text) },
  });
  return ended;
}

before(async () => {
  dir = tempDir();
  env = { DATA_DIR: dir.path, LOG_LEVEL: 'silent' };
});
after(() => dir.remove());

/** What every refusal has: a reason, what it means for the data, no stack. */
function assertRefused(ended: Ended, reason: RegExp, code = 1): void {
  assert.equal(ended.code, code, ended.err);
  assert.match(ended.err, reason);
  assert.match(ended.err, /Nothing was (?:changed|imported|started)/);
  assert.doesNotMatch(ended.err, /\bat .*\.ts:\d/);
  assert.equal(ended.out, '');
}

// In order: each step is what the operator does next.
describe('a new club', () => {
  test('is told to migrate before anything else', async () => {
    const listed = await cli('migrate', '--list');
    assert.deepEqual(
      [listed.code, listed.out.trim()],
      [0, 'pending: 0001-club\npending: 0002-stories\npending: 0003-badges\npending: 0004-partner-kit'],
    );
    assertRefused(
      await cli('partner', 'list'),
      /lacks 4 migration\(s\): 0001-club, 0002-stories, 0003-badges, 0004-partner-kit.*npm run cli -- migrate/s,
    );
  });

  test('migrates once', async () => {
    assert.equal(
      (await cli('migrate')).out.trim(),
      'applied: 0001-club\napplied: 0002-stories\napplied: 0003-badges\napplied: 0004-partner-kit',
    );
    assert.equal((await cli('migrate')).out.trim(), 'The database is up to date.');
  });

  test('adds a partner and gets its two lines', async () => {
    const added = await cli('partner', 'add', 'ville', '--name', 'Ville', '--origin', 'https://Www.Ville.example/');
    assert.equal(added.code, 0, added.err);
    assert.match(added.out, /<script type="module" src="http:\/\/localhost:4000\/widgets\/1\/loader\.js"><\/script>/);
    assert.match(
      added.out,
      /<ambassador-signup partner="ville"><a href="http:\/\/localhost:4000\/join\?partner=ville">/,
    );
    const [, ville] = rows(dir.path, 'partner');
    assert.deepEqual(
      [ville?.['slug'], ville?.['origins'], ville?.['kind']],
      ['ville', '["https://www.ville.example"]', 'business'],
    );
    const two = ['--origin', 'https://a.example', '--origin', 'http://b.example:8080'];
    assert.equal((await cli('partner', 'add', 'duo', '--name', 'Duo', '--kind', 'city', ...two)).code, 0);
    assert.equal(rows(dir.path, 'partner')[2]?.['origins'], '["https://a.example","http://b.example:8080"]');
  });

  test('lists, pauses and resumes', async () => {
    const lines = (await cli('partner', 'list')).out
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    assert.deepEqual(
      lines.map(([slug]) => slug),
      ['club', 'ville', 'duo'],
    );
    assert.deepEqual(lines[1], ['ville', 'active', '0 members', 'Ville', 'https://www.ville.example']);
    assert.match((await cli('partner', 'pause', 'ville')).out, /ville is paused.*partner resume ville/);
    assert.equal(rows(dir.path, 'partner')[1]?.['status'], 'paused');
    assert.match((await cli('partner', 'resume', 'ville')).out, /ville is active/);
    assert.equal(rows(dir.path, 'partner')[1]?.['status'], 'active');
  });

  test('replaces the origins of a partner that moved', async () => {
    const moved = ['--origin', 'https://Neu.example/', '--origin', 'https://b.example:8443'];
    const said = await cli('partner', 'origins', 'duo', ...moved);
    assert.deepEqual([said.code, said.err], [0, '']);
    assert.match(said.out, /duo .*https:\/\/neu\.example https:\/\/b\.example:8443/);
    assert.equal(rows(dir.path, 'partner')[2]?.['origins'], '["https://neu.example","https://b.example:8443"]');
    assert.equal(rows(dir.path, 'partner')[1]?.['origins'], '["https://www.ville.example"]');
  });

  test('makes an invitation that is shown once and stored as a hash', async () => {
    const made = await cli('invite', 'vip', '--places', '3', '--days', '10');
    assert.equal(made.code, 0, made.err);
    const [code] = made.out.split('\n');
    assert.match(code!, /^(?:[0-9A-F]{5}-){3}[0-9A-F]{5}$/);
    const [invitation] = rows(dir.path, 'invitation');
    assert.deepEqual([invitation?.['code_hash'], invitation?.['places']], [hashInvitation(code!), 3]);
    const life = Number(invitation?.['expires_at']) - Number(invitation?.['created_at']);
    assert.equal(life, 10 * 86_400_000);
    assert.doesNotMatch(JSON.stringify(rows(dir.path, 'invitation')), new RegExp(code!));
  });

  test('imports its founders: first dry, then for good, then again', async () => {
    const file = 'demo/members.csv';
    const lines =
      readFileSync(new URL('../../demo/members.csv', import.meta.url), 'utf8')
        .trim()
        .split('\n').length - 1;
    const dry = await cli('import', file, '--dry-run', '--partner', 'ville');
    assert.match(dry.out, /This was a dry run: nothing was stored\./);
    assert.equal(rows(dir.path, 'member').length, 0);
    const [, would] = /(\d+) would be added/.exec(dry.out)!;
    const real = await cli('import', file, '--partner', 'ville');
    assert.equal(real.code, dry.code);
    assert.match(real.out, new RegExp(`${would} added`));
    assert.equal(real.out.match(/^line \d+: /gm)?.length, lines);
    assert.equal(rows(dir.path, 'member').length, Number(would));
    const again = await cli('import', file, '--partner', 'ville');
    assert.match(again.out, /^0 added/m);
    assert.equal(rows(dir.path, 'member').length, Number(would));
    assert.match((await cli('partner', 'list')).out, new RegExp(`ville\tactive\t${would} members`));
  });
});

const refusals: [args: string[], reason: RegExp][] = [
  [['partner', 'add'], /short name is missing/],
  [
    ['partner', 'add', 'Ville', '--name', 'X', '--origin', 'https://a.example'],
    /"Ville" cannot be a partner's short name/,
  ],
  [['partner', 'add', '../x', '--name', 'X', '--origin', 'https://a.example'], /cannot be a partner's short name/],
  [['partner', 'add', 'neu', '--origin', 'https://a.example'], /The name is missing/],
  [['partner', 'add', 'neu', '--name', '  ', '--origin', 'https://a.example'], /The name is missing/],
  [['partner', 'add', 'neu', '--name', 'X'], /The origin is missing/],
  [['partner', 'add', 'neu', '--name', 'X', '--origin', 'https://a.example/path'], /is no origin/],
  [
    ['partner', 'add', 'neu', '--name', 'X', '--origin', 'https://*.example'],
    /would cover pages of strangers.*Nothing was changed/,
  ],
  [['partner', 'add', 'neu', '--name', 'X', '--origin', 'https://a*.x.example'], /is no origin/],
  [
    ['partner', 'add', 'neu', '--name', 'X', '--origin', 'https://a.example', '--kind', 'king'],
    /--kind must be one of: club, city/,
  ],
  [['partner', 'add', 'sign-in', '--name', 'X', '--origin', 'https://a.example'], /cannot be a partner's short name/],
  [['partner', 'origins', 'ville', '--origin', 'https://*.co.uk'], /would cover pages of strangers/],
  [['partner', 'pause', 'club'], /never paused/],
  [['partner', 'add', 'neu', '--name', 'X', '--origin', 'www.a.example'], /is no origin/],
  [['partner', 'add', 'neu', '--name', 'X', '--origin', 'javascript:alert(1)'], /is no origin/],
  [['partner', 'add', 'neu', '--name', 'X', '--origin', 'https://u:p@a.example'], /is no origin/],
  [['partner', 'add', 'neu', '--name', 'X', '--origin', 'https://:p@a.example'], /is no origin/],
  [['partner', 'add', 'ville', '--name', 'X', '--origin', 'https://a.example'], /already called "ville"/],
  [['partner', 'origins'], /short name is missing/],
  [['partner', 'origins', 'ville'], /The origin is missing/],
  [
    ['partner', 'origins', 'ville', '--origin', 'https://a.example', '--origin', 'a.example'],
    /"a\.example" is no origin/,
  ],
  [['partner', 'origins', 'nobody', '--origin', 'https://a.example'], /No partner is called "nobody"/],
  [['partner', 'pause'], /short name is missing/],
  [['partner', 'pause', 'nobody'], /No partner is called "nobody"/],
  [['partner', 'resume', 'nobody'], /No partner is called "nobody"/],
  [['invite'], /The circle is missing/],
  [['invite', 'habitants'], /"habitants" takes no invitations. Circles that do: vip/],
  [['invite', 'vip', '--places', '0'], /whole numbers from 1/],
  [['invite', 'vip', '--places', 'x'], /whole numbers from 1/],
  [['invite', 'vip', '--places', ''], /whole numbers from 1/],
  [['invite', 'vip', '--days', '1.5'], /whole numbers from 1/],
  [['import'], /The file is missing/],
  [['import', '/nowhere.csv'], /nowhere\.csv cannot be read/],
  [['import', 'demo/members.csv', '--partner', 'nobody'], /No partner is called "nobody"/],
  [['partner', 'list', '--colour', 'red'], /--colour/],
  [['migrate', '--force'], /--force/],
];

test('refuses what it cannot do, with the reason, and changes nothing', async () => {
  const before = ['partner', 'invitation', 'member'].map((table) => rows(dir.path, table));
  for (const [args, reason] of refusals) {
    const ended = await cli(...args);
    assert.ok(reason.test(ended.err), `${args.join(' ')}: ${ended.err}`);
    assertRefused(ended, reason);
  }
  assert.deepEqual(
    ['partner', 'invitation', 'member'].map((table) => rows(dir.path, table)),
    before,
  );
});

test('a file in another encoding is named, and how to save it', async () => {
  const file = join(dir.path, 'latin1.csv');
  writeFileSync(file, Buffer.from('email,first_name\nrene@example.org,Ren\xe9\n', 'latin1'));
  assertRefused(await cli('import', file), /latin1\.csv is not UTF-8: save it as "CSV UTF-8"/);
});

test('says how it is used', async () => {
  const help = await cli('--help');
  assert.equal(help.code, 0);
  for (const word of [
    'migrate',
    'partner add',
    'partner list',
    'partner origins',
    'partner pause',
    'partner resume',
    'invite',
    'import',
    'member leave',
    'suppression lift',
  ]) {
    assert.ok(help.out.includes(`  ${word}`), word);
  }
  const unknown = await cli('destroy');
  assert.deepEqual([unknown.code, unknown.out], [2, '']);
  assert.match(unknown.err, /^Usage:/);
});

test('the program itself answers on its two streams and with its exit code', async () => {
  const [help, listed, refused] = await Promise.all([
    run(['api/cli.ts', '--help'], env),
    run(['api/cli.ts', 'partner', 'list'], env),
    run(['api/cli.ts', 'partner', 'pause', 'nobody'], env),
  ]);
  assert.deepEqual([help.code, help.err], [0, '']);
  assert.deepEqual([listed.code, listed.err], [0, '']);
  assert.match(listed.out, /^club\tactive\t/);
  assertRefused(refused, /No partner is called "nobody"/);
});

test('a broken configuration is reported before anything is opened', async () => {
  const data = join(dir.path, 'never');
  const ended = await run(['api/cli.ts', 'migrate'], { DATA_DIR: data, PORT: 'x', LOG_LEVEL: 'loud' });
  assert.equal(ended.code, 1);
  assert.match(ended.err, /PORT: .*\n.*LOG_LEVEL: /);
  assert.equal(existsSync(data), false);
});
