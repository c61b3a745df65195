/** What an operator does with the staff and with a member's address, while the server runs beside it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { runCommand } from '../../api/cli/run.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { deliver, tokenIn } from '../support/post.ts';
import type { Ended } from '../support/run.ts';
import { addMember, signedInMember, signedInStaff, signedInWidget } from '../support/session.ts';
import { askCode, mailedCode, mailedStaffCode, postJson } from '../support/sign-in.ts';
import { everything, rows } from '../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

/** On the database of the application that is running. */
async function cli(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  const env = { DATA_DIR: app.dir, LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of tests, long enough to be one' };
  ended.code = await runCommand(args, env, {
    out: { write: (text) => (ended.out += text) },
    err: { write: (text) => (ended.err += text) },
  });
  return ended;
}

const add = (address = 'chef@club.example', role = 'admin') =>
  cli('staff', 'add', address, '--name', 'Camille Roth', '--role', role, '--lang', 'de');
const lastAction = () => rows(app.dir, 'audit').at(-1)!;

describe('staff', () => {
  test('the first admin is added, gets a code, and is let in as far as the passkey', async () => {
    assert.match((await cli('staff', 'list')).out, /Nobody yet/);
    const added = await add();
    assert.deepEqual([added.code, added.err], [0, '']);
    assert.match(added.out, /Camille Roth may sign in as admin at .*\/console/);
    const [row] = rows(app.dir, 'staff');
    assert.deepEqual([row!['role'], row!['language'], row!['status']], ['admin', 'de', 'active']);
    assert.deepEqual([lastAction()['action'], lastAction()['subject']], ['staff.added.admin', 'staff:1']);
    const mailed = await mailedStaffCode(app, 'chef@club.example');
    const response = await postJson(app, '/v1/staff/sessions', mailed, { origin: 'https://club.example' });
    assert.equal(response.status, 201);
    assert.equal(((await response.json()) as { level: string }).level, 'code');
  });

  test('nobody is added twice, nor by half', async () => {
    assert.equal((await add()).code, 0);
    assert.match((await add('CHEF@club.example')).err, /already\. Nothing was changed/);
    assert.match((await cli('staff', 'add', 'x', '--name', 'X', '--role', 'admin')).err, /no mail address/);
    assert.match((await cli('staff', 'add', 'x@y.example', '--role', 'admin')).err, /name is missing/);
    assert.match((await cli('staff', 'add', 'x@y.example', '--name', 'X', '--role', 'owner')).err, /admin/);
    const lang = ['--name', 'X', '--role', 'admin', '--lang', 'xx'];
    assert.match((await cli('staff', 'add', 'x@y.example', ...lang)).err, /--lang/);
    assert.equal(rows(app.dir, 'staff').length, 1);
  });

  test('is listed', async () => {
    await add();
    await add('mod@club.example', 'moderator');
    await cli('staff', 'suspend', 'mod@club.example');
    const { out } = await cli('staff', 'list');
    assert.match(out, /chef@club\.example\tadmin\tactive\t0 passkey\(s\)\tCamille Roth/);
    assert.match(out, /mod@club\.example\tmoderator\tsuspended/);
  });

  const changes: Record<string, string[]> = {
    'staff.suspended': ['suspend', 'mod@club.example'],
    'staff.resumed': ['resume', 'mod@club.example'],
    'staff.role.admin': ['role', 'mod@club.example', 'admin'],
    'staff.removed': ['remove', 'mod@club.example'],
    'staff.passkeys_reset': ['reset-passkeys', 'mod@club.example'],
    'staff.address_changed': ['address', 'mod@club.example', 'new@club.example'],
  };
  for (const [action, words] of Object.entries(changes)) {
    test(`${words[0]} ends every session at once, and the codes on their way`, async () => {
      await add();
      await add('mod@club.example', 'moderator');
      const sessions = [
        await signedInStaff(app, { staffId: 2 }),
        await signedInStaff(app, { staffId: 2, level: 'code' }),
      ];
      const other = await signedInStaff(app, { staffId: 1 });
      const mailed = await mailedStaffCode(app, 'mod@club.example');
      for (const one of sessions) assert.equal((await one.request('GET', '/v1/staff/session')).status, 200);
      const ended = await cli('staff', ...words);
      assert.deepEqual([ended.code, ended.err], [0, '']);
      for (const one of sessions) assert.equal((await one.request('GET', '/v1/staff/session')).status, 401);
      assert.equal((await other.request('GET', '/v1/staff/session')).status, 200, 'nobody else’s');
      const late = await postJson(app, '/v1/staff/sessions', mailed, { origin: 'https://club.example' });
      assert.equal(late.status, 403);
      assert.deepEqual([lastAction()['action'], lastAction()['subject']], [action, 'staff:2']);
    });
  }

  test('who is removed leaves a number behind and nothing else, also of a partner', async () => {
    await add('mod@club.example', 'moderator');
    await cli('partner', 'person', 'add', 'ville', 'lucie@ville.example', '--name', 'Lucie Muller');
    const key = { id: 'a', staffId: 1, publicKey: 'b', counter: 0, transports: '[]', name: 'iPhone', createdAt: 0 };
    await app.deps.storage.write((tx) => tx.sessions.insertPasskey(key));
    for (const address of ['mod@club.example', 'lucie@ville.example']) {
      const ended = await cli('staff', 'remove', address);
      assert.deepEqual([ended.code, ended.err], [0, '']);
    }
    assert.doesNotMatch(JSON.stringify(everything(app.dir)), /mod@club|lucie|Camille|Muller/i);
    assert.deepEqual([rows(app.dir, 'passkey'), rows(app.dir, 'partner_access')], [[], []]);
    assert.deepEqual(
      rows(app.dir, 'staff').map(({ id, status }) => [id, status]),
      [
        [1, 'suspended'],
        [2, 'suspended'],
      ],
    );
    // Whoever comes back is somebody new.
    await add('mod@club.example', 'moderator');
    assert.equal(rows(app.dir, 'staff').at(-1)!['id'], 3);
  });

  test('who is suspended gets no code; who is resumed does', async () => {
    await add();
    await cli('staff', 'suspend', 'chef@club.example');
    const ask = () =>
      postJson(app, '/v1/staff/session-codes', { email: 'chef@club.example' }, { origin: 'https://club.example' });
    assert.equal((await ask()).status, 202);
    assert.deepEqual(await deliver(app), []);
    app.clock.time += 120_000;
    assert.match((await cli('staff', 'resume', 'chef@club.example')).out, /may sign in again/);
    await ask();
    assert.equal((await deliver(app)).length, 1);
  });

  test('says when nobody is left to administer', async () => {
    await add();
    assert.match((await cli('staff', 'suspend', 'chef@club.example')).out, /no active admin now/);
    assert.doesNotMatch((await cli('staff', 'resume', 'chef@club.example')).out, /no active admin/);
    assert.match((await cli('staff', 'role', 'chef@club.example', 'moderator')).out, /no active admin now/);
  });

  test('a stranger is not changed', async () => {
    await add();
    for (const words of Object.values(changes)) {
      const ended = await cli('staff', ...words);
      assert.equal(ended.code, 1);
      assert.match(ended.err, /Nobody of the staff has this address\. Nothing was changed/);
    }
    await add('mod@club.example', 'moderator');
    assert.match((await cli('staff', 'address', 'mod@club.example', 'chef@club.example')).err, /Somebody else/);
    assert.match((await cli('staff', 'role', 'mod@club.example')).err, /The role is missing/);
  });
});

describe('member address', () => {
  const old = 'odile@example.org';

  test('ends sessions, codes and links of the old inbox; the membership goes on', async () => {
    await app.signUp({ email: old, newsletter: true });
    const confirm = tokenIn((await deliver(app))[0], '/confirm');
    const press = (path: string, token: string) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `token=${token}`,
      });
    await press('/confirm', confirm);
    const [welcome] = await deliver(app);
    const id = Number(rows(app.dir, 'member')[0]!['id']);
    const sessions = [await signedInMember(app, { memberId: id }), await signedInWidget(app, { memberId: id })];
    const mailed = await mailedCode(app, old);
    const ended = await cli('member', 'address', 'ODILE@example.org', 'Odile.New@example.org');
    assert.deepEqual([ended.code, ended.err], [0, '']);
    for (const one of sessions) assert.equal((await one.request('GET', '/v1/me')).status, 401);
    assert.equal((await postJson(app, '/v1/sessions', mailed)).status, 403);
    await press('/leave', tokenIn(welcome, '/leave'));
    await press('/unsubscribe', tokenIn(welcome, '/unsubscribe'));
    const [member] = rows(app.dir, 'member');
    assert.equal(member!['status'], 'active');
    assert.equal(member!['newsletter'], 1);
    assert.deepEqual([member!['email'], member!['address']], ['Odile.New@example.org', 'odile.new@example.org']);
    assert.deepEqual([lastAction()['action'], lastAction()['subject']], ['member.address_changed', `member:${id}`]);
    app.clock.time += 120_000;
    await assert.rejects(mailedCode(app, old), /no code in the mail/);
    assert.equal((await postJson(app, '/v1/sessions', await mailedCode(app, 'odile.new@example.org'))).status, 201);
  });

  test('a code that waits in the outbox is not written to the new address', async () => {
    await addMember(app, { email: old });
    const { request } = (await (await askCode(app, old)).json()) as { request: string };
    await cli('member', 'address', old, 'new@example.org');
    assert.deepEqual(await deliver(app), []);
    assert.equal((await postJson(app, '/v1/sessions', { request, code: '000000' })).status, 403);
  });

  test('is refused when nobody has the old one, somebody the new one, or it is the same', async () => {
    await addMember(app, { email: old });
    await addMember(app, { email: 'taken@example.org' });
    const before = rows(app.dir, 'member');
    for (const [from, to, why] of [
      ['nobody@example.org', 'new@example.org', /No member has the old address/],
      [old, 'Taken@example.org', /Somebody is known by the new address/],
      [old, old, /the address that the member has/],
      [old, 'no address', /is no mail address/],
    ] as const) {
      const ended = await cli('member', 'address', from, to);
      assert.equal(ended.code, 1);
      assert.match(ended.err, why);
      assert.match(ended.err, /Nothing was changed/);
    }
    assert.deepEqual(rows(app.dir, 'member'), before);
  });
});
