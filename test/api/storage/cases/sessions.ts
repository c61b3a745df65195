import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { StorageConflictError, type Transaction } from '../../../../api/domain/ports.ts';
import type { Holder, Passkey } from '../../../../api/domain/sessions/ports.ts';
import { day, employee, minute, now, person, range, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

const signIn = (requestHash: string, changes: { memberId?: number; staffId?: number; createdAt?: number } = {}) => {
  const { createdAt = now } = changes;
  const row = { requestHash, addressKey: 'key', memberId: null, staffId: null, createdAt };
  return { ...row, ...changes, expiresAt: createdAt + 10 * minute };
};

const session = (holder: Holder) => ({
  memberId: 'memberId' in holder ? holder.memberId : null,
  staffId: 'staffId' in holder ? holder.staffId : null,
  kind: 'cookie' as const,
  level: 'full' as const,
  origin: null,
  createdAt: now,
  expiresAt: now + day,
});

const passkey = (staffId: number, id = 'credential'): Passkey => ({
  id,
  staffId,
  publicKey: 'cose',
  counter: 0,
  transports: '["usb"]',
  name: 'Clé du bureau',
  createdAt: now,
});

/** Codes, sessions, staff and their passkeys. */
export function sessionCases(open: Open): void {
  const test = testsOn(open);
  type Storage = Opened['storage'];

  const member = (storage: Storage, name = 'anne') =>
    storage.write(async (tx) => (await tx.insertActiveMember(person(name), now))!);
  const staff = (storage: Storage) => storage.write((tx) => tx.sessions.insertStaff(employee, now));

  test('a session is found by its hash until it ends', async ({ storage }) => {
    const memberId = await member(storage);
    const row = { ...session({ memberId }), kind: 'bearer' as const, origin: 'https://ville.example' };
    await storage.write((tx) => tx.sessions.open('hash', row));
    assert.deepEqual(await storage.sessions.find('hash'), { ...row, usedAt: now, challenge: null });
    await storage.write(async (tx) => {
      await tx.sessions.touch('hash', now + 9);
      await tx.sessions.touch('hash', now + 3);
      await tx.sessions.setChallenge('hash', 'sign this');
    });
    assert.deepEqual(await storage.sessions.find('hash'), { ...row, usedAt: now + 9, challenge: 'sign this' });
    await storage.write((tx) => tx.sessions.setChallenge('hash', null));
    assert.equal((await storage.sessions.find('hash'))?.challenge, null);
    await storage.write((tx) => tx.sessions.end('hash'));
    await storage.write((tx) => tx.sessions.end('hash'));
    assert.equal(await storage.sessions.find('hash'), undefined);
  });

  test('a session belongs to exactly one person', async ({ storage }) => {
    const row = session({ memberId: await member(storage) });
    await assert.rejects(storage.write((tx) => tx.sessions.open('none', { ...row, memberId: null })));
    const staffId = await staff(storage);
    await assert.rejects(storage.write((tx) => tx.sessions.open('both', { ...row, staffId })));
    await assert.rejects(storage.write((tx) => tx.sessions.open('nobody', { ...row, memberId: 99 })));
  });

  test('ends every session of one person, and the codes on their way to them', async ({ storage }) => {
    const anne = await member(storage);
    const bruno = await member(storage, 'bruno');
    const odile = await staff(storage);
    const holders = {
      anne: { memberId: anne },
      anne2: { memberId: anne },
      bruno: { memberId: bruno },
      odile: { staffId: odile },
    };
    await storage.write(async (tx) => {
      for (const [hash, holder] of Object.entries(holders)) {
        await tx.sessions.open(hash, session(holder));
        const id = await tx.sessions.insertSignIn(signIn(hash, holder));
        await tx.sessions.setCode(id, `code of ${hash}`);
      }
    });
    const open = async () => {
      const found = await Promise.all(Object.keys(holders).map((hash) => storage.sessions.find(hash)));
      return Object.keys(holders).filter((_, i) => found[i]);
    };
    const alive = () =>
      storage.write(async (tx) => {
        const rows: string[] = [];
        for (const hash of Object.keys(holders)) {
          if ((await tx.sessions.findSignIn(hash))?.codeHash) rows.push(hash);
        }
        return rows;
      });
    await storage.write((tx) => tx.sessions.endAll({ memberId: anne }));
    assert.deepEqual(await open(), ['bruno', 'odile']);
    assert.deepEqual(await alive(), ['bruno', 'odile']);
    await storage.write((tx) => tx.sessions.endAll({ staffId: odile }));
    assert.deepEqual(await open(), ['bruno']);
    assert.deepEqual(await alive(), ['bruno']);
    const since = await storage.write((tx) => tx.sessions.signInsSince('key', 0));
    assert.equal(since.count, 4, 'they still count');
  });

  test('counts the sign-ins of an address, those left out that were used', async ({ storage }) => {
    const since = (at: number, key = 'key') => storage.write((tx) => tx.sessions.signInsSince(key, at));
    assert.deepEqual(await since(0), { count: 0, lastAt: null });
    const ids = await storage.write(async (tx) => {
      const inserted: number[] = [];
      for (const i of range(4)) inserted.push(await tx.sessions.insertSignIn(signIn(`r${i}`, { createdAt: now + i })));
      await tx.sessions.insertSignIn({ ...signIn('other'), addressKey: 'other' });
      return inserted;
    });
    assert.deepEqual(await since(0), { count: 4, lastAt: now + 3 });
    assert.deepEqual(await since(now + 1), { count: 2, lastAt: now + 3 });
    await storage.write((tx) => tx.sessions.useSignIn(ids[3]!, now + 5));
    assert.deepEqual(await since(0), { count: 3, lastAt: now + 2 });
    assert.deepEqual(await since(0, 'nobody'), { count: 0, lastAt: null });
  });

  test('a code is set, missed and used on the row of who asked for it', async ({ storage }) => {
    const memberId = await member(storage);
    const id = await storage.write((tx) => tx.sessions.insertSignIn(signIn('request', { memberId })));
    const find = () => storage.write((tx) => tx.sessions.findSignIn('request'));
    const row = { id, memberId, staffId: null, codeHash: null, tries: 0, createdAt: now, expiresAt: now + 10 * minute };
    assert.deepEqual(await find(), { ...row, usedAt: null });
    assert.deepEqual(await storage.sessions.signIn(id), await find());
    await storage.write((tx) => tx.sessions.setCode(id, 'hash'));
    await storage.write((tx) => tx.sessions.missCode(id));
    assert.equal(await storage.write((tx) => tx.sessions.useSignIn(id, now + 1)), true);
    await storage.write((tx) => tx.sessions.setCode(id, 'too late'));
    assert.deepEqual(await find(), { ...row, codeHash: 'hash', tries: 1, usedAt: now + 1 });
    assert.equal(await storage.write((tx) => tx.sessions.findSignIn('unknown')), undefined);
    assert.equal(await storage.sessions.signIn(99), undefined);
    await assert.rejects(
      storage.write((tx) => tx.sessions.insertSignIn(signIn('request'))),
      (error) => error instanceof StorageConflictError && error.kind === 'unique',
    );
  });

  test('of fifty who use one code at once, one is in', async ({ storage }) => {
    const id = await storage.write((tx) => tx.sessions.insertSignIn(signIn('request')));
    const wins = await Promise.all(range(50).map((i) => storage.write((tx) => tx.sessions.useSignIn(id, now + i))));
    assert.equal(wins.filter(Boolean).length, 1);
  });

  test('whoever is signed out everywhere is not let in by a code that is being used at that moment', async ({
    storage,
  }) => {
    const memberId = await member(storage);
    await storage.write((tx) => tx.sessions.insertSignIn(signIn('request', { memberId })));
    const { promise: ending, resolve: begin } = Promise.withResolvers<Promise<void>[]>();
    await storage.write(async (tx) => {
      await tx.sessions.findSignIn('request');
      // In a list, or the promise would wait for what waits for this transaction.
      begin([storage.write((other) => other.sessions.endAll({ memberId }))]);
      await setTimeout(200);
      await tx.sessions.open('hash', session({ memberId }));
    });
    await Promise.all(await ending);
    assert.equal(await storage.sessions.find('hash'), undefined);
  });

  test('fifty wrong tries at once are no more than the allowed ones', async ({ storage }) => {
    const id = await storage.write((tx) => tx.sessions.insertSignIn(signIn('request')));
    const allowed = 5;
    const attempt = async (tx: Transaction) => {
      const row = await tx.sessions.findSignIn('request');
      if (!row || row.tries >= allowed) return false;
      await tx.sessions.missCode(row.id);
      return true;
    };
    const looked = await Promise.all(range(50).map(() => storage.write(attempt)));
    assert.equal(looked.filter(Boolean).length, allowed);
    assert.equal((await storage.sessions.signIn(id))?.tries, allowed);
    await Promise.all(range(50).map(() => storage.write((tx) => tx.sessions.missCode(id))));
    assert.equal((await storage.sessions.signIn(id))?.tries, allowed + 50, 'none is lost');
  });

  test('knows its staff by number and address, and what changes of them', async ({ storage }) => {
    const id = await staff(storage);
    assert.deepEqual(await storage.sessions.staffById(id), { id, ...employee });
    assert.deepEqual(await storage.sessions.staffByAddress(employee.address), { id, ...employee });
    assert.equal(await storage.sessions.staffByAddress('nobody@club.example'), undefined);
    await assert.rejects(staff(storage), (error) => error instanceof StorageConflictError && error.kind === 'unique');
    const second = await storage.write((tx) =>
      tx.sessions.insertStaff({ ...employee, address: 'paul@club.example', role: 'admin' }, now),
    );
    const change = (of: number, what: Parameters<Transaction['sessions']['changeStaff']>[1]) =>
      storage.write((tx) => tx.sessions.changeStaff(of, what));
    assert.equal(await change(id, { status: 'suspended' }), true);
    assert.equal(await change(id, { role: 'admin', email: 'O@club.example', address: 'o@club.example' }), true);
    assert.equal(await change(99, { status: 'suspended' }), false);
    assert.deepEqual(await storage.sessions.staff(), [
      { id, ...employee, status: 'suspended', role: 'admin', email: 'O@club.example', address: 'o@club.example' },
      { id: second, ...employee, address: 'paul@club.example', role: 'admin' },
    ]);
  });

  test('keeps passkeys of staff, and forgets them together', async ({ storage }) => {
    const id = await staff(storage);
    const other = await storage.write((tx) => tx.sessions.insertStaff({ ...employee, address: 'p@club.example' }, now));
    await storage.write(async (tx) => {
      await tx.sessions.insertPasskey({ ...passkey(id, 'second'), createdAt: now + 1 });
      await tx.sessions.insertPasskey(passkey(id, 'first'));
      await tx.sessions.insertPasskey(passkey(other, 'another'));
      await tx.sessions.usePasskey('first', 8, now + 2);
    });
    const first = { ...passkey(id, 'first'), counter: 8 };
    assert.deepEqual(await storage.sessions.passkeys(id), [first, { ...passkey(id, 'second'), createdAt: now + 1 }]);
    assert.deepEqual(await storage.sessions.passkey('first'), first);
    assert.equal(await storage.sessions.passkey('unknown'), undefined);
    await assert.rejects(storage.write((tx) => tx.sessions.insertPasskey(passkey(other, 'first'))));
    await storage.write((tx) => tx.sessions.dropPasskeys(id));
    assert.deepEqual(await storage.sessions.passkeys(id), []);
    assert.equal((await storage.sessions.passkeys(other)).length, 1);
  });
}
