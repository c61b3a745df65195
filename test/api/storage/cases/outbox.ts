import assert from 'node:assert/strict';
import { employee, mail, minute, now, person, range, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

/** Mails that wait, are in someone's hands, were sent or given up. */
export function outboxCases(open: Open): void {
  const test = testsOn(open);
  type Storage = Opened['storage'];

  /** One member with mails ordered a millisecond after each other; answers the member's number. */
  const ordered = (storage: Storage, count: number) =>
    storage.write(async (tx) => {
      const id = await tx.insertMember(person('anne'));
      for (const i of range(count)) {
        await tx.enqueueMail(mail(id, { createdAt: now + i, messageId: `<${i}@club.example>` }));
      }
      return id;
    });
  const claim = (storage: Storage, at: number, max = 10) => storage.claimMails(at, at + minute, max);
  const names = (mails: { messageId: string }[]) => mails.map((one) => one.messageId.slice(1, 2)).join('');

  test('hands a mail out as it was ordered', async ({ storage }) => {
    const id = await ordered(storage, 0);
    const order = mail(id, { kind: 'welcome', partnerId: null, formPrefix: null, language: 'gsw' });
    await storage.write((tx) => tx.enqueueMail(order));
    const [claimed, ...more] = await claim(storage, now);
    assert.deepEqual({ ...claimed, id: 1 }, { ...order, id: 1, staffId: null, subjectId: null, attempts: 1 });
    assert.equal(more.length, 0);
  });

  test('hands out a mail to staff, about something, and not before its time', async ({ storage }) => {
    const staffId = await storage.write((tx) => tx.sessions.insertStaff(employee, now));
    const order = mail(0, { kind: 'sign_in', memberId: null, staffId, subjectId: 7, formPrefix: null });
    await storage.write((tx) => tx.enqueueMail({ ...order, notBefore: now + 5 }));
    assert.equal(await storage.nextMailAt(), now + 5);
    assert.deepEqual(await claim(storage, now + 4), []);
    assert.deepEqual(await claim(storage, now + 5), [{ ...order, id: 1, attempts: 1 }]);
  });

  test('hands out what is due, the oldest first, and not more than asked for', async ({ storage }) => {
    await ordered(storage, 5);
    assert.equal(names(await claim(storage, now - 1)), '');
    assert.equal(names(await claim(storage, now + 3, 3)), '012');
    assert.equal(names(await claim(storage, now + 3, 3)), '3');
    assert.equal(names(await claim(storage, now + 4, 3)), '4');
    assert.equal(names(await claim(storage, now + 4, 3)), '');
  });

  test('a lease that ends gives the mail to the next', async ({ storage }) => {
    await ordered(storage, 1);
    const attempts = async (at: number) => (await claim(storage, at)).map((one) => one.attempts);
    assert.deepEqual(await attempts(now), [1]);
    assert.deepEqual(await attempts(now + minute - 1), []);
    assert.deepEqual(await attempts(now + minute), [2]);
  });

  test('what was sent or given up is not handed out again', async ({ storage, rows }) => {
    await ordered(storage, 3);
    const [sent, failed, retried] = await claim(storage, now + 2);
    await storage.mailRetry(retried!.id, now + 5, '450 later');
    await storage.mailFailed(failed!.id, now + 3, '550 no such user');
    await storage.mailRetry(sent!.id, now + 4, '421');
    await storage.mailSent(sent!.id, now + 6);
    assert.equal(names(await claim(storage, now + 4)), '');
    assert.equal(names(await claim(storage, now + 5)), '2');
    assert.equal(names(await claim(storage, now + 10 * minute)), '2');
    assert.deepEqual(await rows('select status, ended_at as at, error from outbox order by id'), [
      { status: 'sent', at: now + 6, error: null },
      { status: 'failed', at: now + 3, error: '550 no such user' },
      { status: 'queued', at: null, error: '450 later' },
    ]);
  });

  test('what came too late changes nothing', async ({ storage, rows }) => {
    await ordered(storage, 1);
    const [one] = await claim(storage, now);
    await storage.mailSent(one!.id, now + 1);
    await storage.mailRetry(one!.id, now + 2, 'late');
    await storage.mailFailed(one!.id, now + 2, 'late');
    assert.deepEqual(await rows('select status, ended_at as at, error from outbox'), [
      { status: 'sent', at: now + 1, error: null },
    ]);
    await storage.mailSent(99, now);
  });

  test('keeps what a mail server said, however it said it', async ({ storage, rows }) => {
    await ordered(storage, 1);
    const [one] = await claim(storage, now);
    await storage.mailRetry(one!.id, now, `\u0000550 ${'é'.repeat(600)}`);
    assert.deepEqual(await rows('select error from outbox'), [{ error: `550 ${'é'.repeat(496)}` }]);
  });

  test('knows when the next mail is due', async ({ storage }) => {
    assert.equal(await storage.nextMailAt(), undefined);
    await ordered(storage, 2);
    assert.equal(await storage.nextMailAt(), now);
    const [one, two] = await claim(storage, now + 1);
    assert.equal(await storage.nextMailAt(), now + 1 + minute);
    await storage.mailSent(one!.id, now);
    await storage.mailFailed(two!.id, now, '550');
    assert.equal(await storage.nextMailAt(), undefined);
  });

  test('mails to a member who left are not sent', async ({ storage }) => {
    const id = await ordered(storage, 2);
    await storage.write((tx) => tx.activate(id, now));
    await storage.write((tx) => tx.leave(id, now));
    assert.equal(names(await claim(storage, now + minute)), '');
  });

  test('two who claim at the same time never have the same mail', async ({ storage }) => {
    await ordered(storage, 40);
    const hands = await Promise.all(range(8).map(() => claim(storage, now + 40, 10)));
    const ids = hands.flat().map((one) => one.id);
    assert.equal(ids.length, 40);
    assert.equal(new Set(ids).size, 40);
  });
}
