import assert from 'node:assert/strict';
import {
  author,
  day,
  employee,
  mail,
  minute,
  now,
  person,
  publish,
  purgeBefore,
  signUp,
  type Open,
} from '../fixtures.ts';
import { testsOn } from './with.ts';

/** What goes when its time is over, and what stays. */
export function purgeCases(open: Open): void {
  const test = testsOn(open);
  const week = 7 * day;
  const before = purgeBefore({ pendingBefore: now - week, mailsBefore: now - 30 * day });
  const nothing = { members: 0, mails: 0, keys: 0, reports: 0 };

  test('removes who never confirmed, with all that hung on them, and nobody else', async ({ storage, rows }) => {
    const late = await storage.write((tx) => signUp(tx, person('late', { joinedAt: now - week - 1 })));
    const recent = await storage.write((tx) => signUp(tx, person('recent', { joinedAt: now - week })));
    const member = await storage.write((tx) => signUp(tx, person('member', { joinedAt: now - 9 * week })));
    const left = await storage.write((tx) => signUp(tx, person('left', { joinedAt: now - 9 * week })));
    for (const id of [member, left]) await storage.write((tx) => tx.activate(id, now - 8 * week));
    await storage.write((tx) => tx.leave(left, now));
    const token = { purpose: 'confirm', expiresAt: now + day } as const;
    await storage.write((tx) => tx.insertToken('late', { ...token, memberId: late }));

    assert.deepEqual(await storage.purge(now, before), { ...nothing, members: 1 });
    assert.equal(await storage.memberById(late), undefined);
    for (const id of [recent, member, left]) assert(await storage.memberById(id));
    for (const table of ['consent', 'attribution', 'outbox']) {
      const kept = (await rows(`select member_id as id from ${table} order by 1`)).map((row) => row['id']);
      assert.deepEqual(kept, table === 'attribution' ? [recent, member] : [recent, member, left], table);
    }
    assert.equal(await storage.tokenByHash('late'), undefined);
    assert.deepEqual(await storage.purge(now, before), nothing);
  });

  test('someone who signed up again in time stays', async ({ storage }) => {
    const id = await storage.write((tx) => signUp(tx, person('anne', { joinedAt: now - 2 * week })));
    await storage.write((tx) => tx.replacePending(id, person('anne', { joinedAt: now - 1 })));
    assert.deepEqual(await storage.purge(now, before), nothing);
  });

  test('a number of a member is not given to another', async ({ storage }) => {
    const first = await storage.write((tx) => tx.insertMember(person('anne', { joinedAt: now - 2 * week })));
    await storage.purge(now, before);
    const second = await storage.write((tx) => tx.insertMember(person('anne')));
    assert.notEqual(second, first);
  });

  test('removes mails that ended long ago, and none that still has to go', async ({ storage, rows }) => {
    const long = now - 31 * day;
    await storage.write(async (tx) => {
      const id = await tx.insertMember(person('anne'));
      for (const messageId of ['<sent>', '<failed>', '<queued>', '<recent>']) {
        await tx.enqueueMail(mail(id, { messageId, createdAt: long - 1 }));
      }
    });
    const [sent, failed, , recent] = await storage.claimMails(long, long, 9);
    await storage.mailSent(sent!.id, long);
    await storage.mailFailed(failed!.id, long, '550');
    await storage.mailSent(recent!.id, now - 30 * day);
    assert.deepEqual(await storage.purge(now, before), { ...nothing, mails: 2 });
    assert.deepEqual(await rows('select message_id as id from outbox order by id'), [
      { id: '<queued>' },
      { id: '<recent>' },
    ]);
  });

  test('forgets spent keys and tokens when they expire', async ({ storage }) => {
    const id = await storage.write((tx) => tx.insertActiveMember(person('anne'), now));
    await storage.write(async (tx) => {
      for (const [key, expiresAt] of [
        ['over', now],
        ['alive', now + 1],
      ] as const) {
        await tx.spend(key, expiresAt);
        await tx.insertToken(key, { memberId: id!, purpose: 'confirm', expiresAt });
      }
    });
    assert.deepEqual(await storage.purge(now, before), { ...nothing, keys: 2 });
    assert.equal(await storage.tokenByHash('over'), undefined);
    assert(await storage.tokenByHash('alive'));
    assert.equal(await storage.write((tx) => tx.spend('alive', now + 1)), false);
    assert.equal(await storage.write((tx) => tx.spend('over', now)), true);
  });

  test('a link to confirm can say that it is too late for as long as the person is waited for', async ({ storage }) => {
    const id = await storage.write((tx) => tx.insertMember(person('anne', { joinedAt: now - 4 * day })));
    await storage.write((tx) => tx.insertToken('c', { memberId: id, purpose: 'confirm', expiresAt: now - day }));
    await storage.write((tx) => tx.insertToken('u', { memberId: id, purpose: 'unsubscribe', expiresAt: now - day }));
    assert.deepEqual(await storage.purge(now, before), { ...nothing, keys: 1 });
    assert(await storage.tokenByHash('c'));
    await storage.purge(now + week, { ...before, pendingBefore: now });
    assert.equal(await storage.tokenByHash('c'), undefined);
  });

  test('forgets sessions when they end, and sign-ins when no cap counts them any more', async ({ storage, rows }) => {
    await storage.write(async (tx) => {
      const memberId = await author(tx);
      for (const expiresAt of [now, now + 1]) {
        const holder = { memberId, staffId: null, kind: 'cookie', level: 'full', origin: null } as const;
        await tx.sessions.open(`until ${expiresAt - now}`, { ...holder, createdAt: now - day, expiresAt });
      }
      for (const [requestHash, createdAt, expiresAt] of [
        ['dead and old', now - day - 1, now - 1],
        ['dead, and counts', now - day, now - 1],
        ['alive', now - day - 1, now + 1],
      ] as const) {
        await tx.sessions.insertSignIn({ requestHash, addressKey: 'k', memberId, staffId: null, createdAt, expiresAt });
      }
    });
    const limits = { ...before, signInsBefore: now - day };
    assert.deepEqual(await storage.purge(now, limits), { ...nothing, keys: 2 });
    assert.deepEqual(await rows('select hash from session'), [{ hash: 'until 1' }]);
    assert.deepEqual(await rows('select request_hash as r from sign_in order by 1'), [
      { r: 'alive' },
      { r: 'dead, and counts' },
    ]);
    assert.deepEqual(await storage.purge(now, limits), nothing);
  });

  test('forgets who made a report long after it was answered, and not before', async ({ storage, rows }) => {
    await storage.write(async (tx) => {
      await author(tx);
      await tx.sessions.insertStaff(employee, now);
      const storyId = await publish(tx, 'story', now);
      const words = { storyId, storyVersion: 1, reason: 'untrue', text: 'Faux.', url: '', partnerId: 1 } as const;
      for (const [receipt, at] of [
        ['long ago', now - 2],
        ['lately', now - 1],
        ['open', null],
      ] as const) {
        const who = { name: 'Jean', email: 'jean@example.org', language: 'fr' };
        const id = await tx.moderation.insertReport({ ...words, ...who, receipt, at: now - day });
        if (at !== null) await tx.moderation.decideReport(id, 'rejected', 'Non.', 1, at);
      }
    });
    const limits = { ...before, reportsBefore: now - 1 };
    assert.deepEqual(await storage.purge(now, limits), { ...nothing, reports: 1 });
    assert.deepEqual(await storage.purge(now, limits), nothing);
    assert.deepEqual(await rows('select receipt, name, email, text from report order by id'), [
      { receipt: 'long ago', name: null, email: null, text: 'Faux.' },
      { receipt: 'lately', name: 'Jean', email: 'jean@example.org', text: 'Faux.' },
      { receipt: 'open', name: 'Jean', email: 'jean@example.org', text: 'Faux.' },
    ]);
  });

  test('forgets what no quota counts any more', async ({ storage }) => {
    await storage.write(async (tx) => {
      const memberId = await author(tx);
      const storyId = await publish(tx, 'story', now);
      const photo = { storyId, memberId, kind: 'photo', position: 0, fileName: null, bytes: 7 } as const;
      for (const createdAt of [now - day - 1, now - day]) {
        const publicId = `p${createdAt}`;
        const mediaId = await tx.media.insert({ ...photo, publicId }, createdAt);
        const upload = { id: publicId, role: 'main', mediaId, memberId, size: 7 } as const;
        await tx.media.insertUpload({ ...upload, createdAt, expiresAt: createdAt + minute });
      }
    });
    await storage.purge(now, { ...before, uploadsBefore: now - day });
    assert.deepEqual(await storage.media.usage(1, 0), { files: 1, bytes: 7, kept: 14 });
  });
}
