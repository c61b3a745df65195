/** Partners by the command line: wildcards, test pages, and the people who see what is theirs. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runCommand } from '../../api/cli/run.ts';
import { rows } from '../support/tables.ts';
import { tempDir } from '../support/temp.ts';

const dir = tempDir();
const env = {
  DATA_DIR: dir.path,
  PUBLIC_URL: 'http://localhost:4000',
  SECRET: 'a secret of tests, long enough to be one',
  LOG_LEVEL: 'silent',
};

async function cli(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await runCommand(args, env, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

before(() => cli('migrate'));
after(() => dir.remove());

test('a partner has every host under its name, and the webmaster’s own machine while that is allowed', async () => {
  const added = await cli(
    'partner',
    'add',
    'ville',
    '--name',
    'Ville',
    '--origin',
    'https://*.Ville.example',
    '--local',
  );
  assert.equal(added.code, 0, added.err);
  const row = () => rows(dir.path, 'partner').find(({ slug }) => slug === 'ville')!;
  assert.deepEqual([row()['origins'], row()['allows_local']], ['["https://*.ville.example"]', 1]);
  assert.match((await cli('partner', 'list')).out, /https:\/\/\*\.ville\.example localhost/);
  await cli('partner', 'origins', 'ville', '--origin', 'https://*.ville.example');
  assert.equal(row()['allows_local'], 0);
  assert.deepEqual(
    rows(dir.path, 'audit').map(({ action }) => action),
    ['partner.added', 'partner.changed'],
  );
});

test('people of a partner are added, listed and removed', async () => {
  assert.match((await cli('partner', 'person', 'list', 'ville')).out, /Nobody yet/);
  const added = await cli(
    'partner',
    'person',
    'add',
    'ville',
    'lucie@ville.example',
    '--name',
    'Lucie',
    '--lang',
    'de',
  );
  assert.match(added.out, /Lucie may sign in at http:\/\/localhost:4000\/partner/);
  assert.match(
    (await cli('partner', 'person', 'add', 'ville', 'LUCIE@ville.example', '--name', 'L')).out,
    /Nothing was changed/,
  );
  assert.equal((await cli('partner', 'person', 'list', 'ville')).out.trim(), 'lucie@ville.example\tactive\tLucie');
  assert.doesNotMatch((await cli('staff', 'list')).out, /lucie/);
  assert.match((await cli('partner', 'person', 'remove', 'ville', 'lucie@ville.example')).out, /sees ville no longer/);
  assert.equal(rows(dir.path, 'staff')[0]?.['status'], 'suspended');
});

const refusals: [args: string[], reason: RegExp][] = [
  [['person', 'add', 'ville', 'lucie@ville.example'], /The name is missing/],
  [['person', 'add', 'ville', 'lucie', '--name', 'Lucie'], /is no mail address/],
  [['person', 'add', 'nobody', 'a@b.example', '--name', 'Lucie'], /No partner is called "nobody"/],
  [['person', 'add', 'ville', 'a@b.example', '--name', 'Lucie', '--lang', 'xx'], /--lang must be one of/],
  [['person', 'add', 'ville', 'staff@club.example', '--name', 'S'], /club’s own staff has this address/],
  [['person', 'remove', 'ville', 'stranger@ville.example'], /Nobody of ville has this address/],
  [['person', 'list'], /short name is missing/],
];
test('what cannot be done is refused with its reason', async () => {
  await cli('staff', 'add', 'staff@club.example', '--name', 'S', '--role', 'admin');
  for (const [args, reason] of refusals) {
    const { code, err } = await cli('partner', ...args);
    assert.equal(code, 1);
    assert.match(err, reason);
    assert.match(err, /Nothing was changed/);
  }
});
