/** The sender against servers that work, servers that fail and orders that should not be sent. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { MailError, type MailKind, type OutgoingMail } from '../../../api/domain/ports.ts';
import { hashToken } from '../../../api/domain/tokens.ts';
import { backOff, giveUpAfter } from '../../../api/jobs/back-off.ts';
import type { Behaviour } from '../../support/smtp.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const minute = 60_000;
const hour = 60 * minute;
const email = 'zoe@visitor.example';

const open: PostOffice[] = [];
afterEach(async () => {
  for (const office of open.splice(0)) await office.close();
});
async function postOffice(...options: Parameters<typeof openPostOffice>): Promise<PostOffice> {
  const office = await openPostOffice(...options);
  open.push(office);
  return office;
}
const queued = (office: PostOffice) => office.deps.storage.nextMailAt();
const ids = (office: PostOffice) =>
  office.smtp.arrivals.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw.toString())![1]);
const confirmTokens = async (office: PostOffice) =>
  (await office.smtp.parsed()).map(({ text }) => /\/confirm\?token=([\w-]{43})/.exec(text!)![1]!);

test('sends what is due, once, and nothing before its time', async () => {
  const office = await postOffice();
  for (let index = 0; index < 25; index++) await office.order('confirmation', await office.member('pending'));
  await office.order('confirmation', await office.member('pending'), { createdAt: office.deps.clock.now() + hour });
  assert.equal(await office.send(), 25);
  assert.equal(new Set(ids(office)).size, 25);
  assert.equal(await office.send(), 0);
  office.deps.clock.advance(hour);
  assert.equal(await office.send(), 1);
  assert.equal(await queued(office), undefined);
});

test('an empty outbox opens no connection', async () => {
  const office = await postOffice();
  assert.equal(await office.send(), 0);
  assert.equal(office.smtp.connections, 0);
});

test('a deferred mail is tried again under the same Message-ID, with a token of its own that works too', async () => {
  let busy = true;
  const office = await postOffice({ recipient: () => (busy ? 450 : undefined) });
  const order = await office.order('confirmation', await office.member('pending'));
  assert.equal(await office.send(), 0);
  assert.equal(await office.send(), 0, 'not before its time');
  assert.equal(office.smtp.named.length, 1);
  busy = false;
  office.deps.clock.set((await queued(office))!);
  assert.equal(await office.send(), 1);
  assert.deepEqual(ids(office), [order.messageId]);
  assert.equal(office.tokens.length, 2);
  for (const token of office.tokens) assert.ok(await office.deps.storage.tokenByHash(hashToken(token)));
});

test('a connection lost after DATA gives a second mail with the same Message-ID, and both links work', async () => {
  const office = await postOffice({ data: 'drop' });
  await office.order('confirmation', await office.member('pending'));
  assert.equal(await office.send(), 0);
  office.smtp.behaviour = {};
  office.deps.clock.set((await queued(office))!);
  assert.equal(await office.send(), 1);
  assert.deepEqual(
    office.smtp.arrivals.map(({ acknowledged }) => acknowledged),
    [false, true],
  );
  const [first, second] = ids(office);
  assert.equal(first, second);
  const tokens = await confirmTokens(office);
  assert.equal(new Set(tokens).size, 2);
  for (const token of tokens)
    assert.equal((await office.deps.storage.tokenByHash(hashToken(token)))?.purpose, 'confirm');
});

test('waits double from a minute to six hours, wherever in its span a wait falls', () => {
  const waits = (random: number) => Array.from({ length: 12 }, (_, index) => backOff(index + 1, random) / minute);
  assert.deepEqual(
    waits(0),
    Array.from({ length: 12 }, () => 1),
  );
  assert.deepEqual(waits(1), [2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360]);
  assert.deepEqual(waits(0.5).slice(0, 4), [1.5, 2.5, 4.5, 8.5]);
});

test('follows the schedule and gives up after three days, without silencing the address', async () => {
  const office = await postOffice({ recipient: () => 450 });
  const { clock } = office.deps;
  const start = clock.now();
  await office.order('confirmation', await office.member('pending', { email }));
  const tries: number[] = [];
  for (let due = await queued(office); due !== undefined; due = await queued(office)) {
    clock.set(due);
    tries.push((due - start) / minute);
    assert.equal(await office.send(1), 0);
    assert.ok(tries.length < 40, 'it ends');
  }
  assert.deepEqual(tries.slice(0, 6), [0, 2, 6, 14, 30, 62]);
  assert.ok(tries.at(-1)! * minute <= giveUpAfter);
  assert.ok(tries.at(-1)! * minute > giveUpAfter - 6 * hour);
  assert.equal(office.smtp.named.length, tries.length);
  assert.equal(await office.suppressed(email), false);
  assert.ok(office.log.errors().some((line) => line.includes('given up')));
});

test('an address that nobody has ends the mail and is never written to again', async () => {
  const office = await postOffice({ recipient: () => 550 });
  const memberId = await office.member('pending', { email });
  await office.order('confirmation', memberId);
  await office.order('confirmation', memberId, { createdAt: office.deps.clock.now() + hour });
  assert.equal(await office.send(), 0);
  assert.equal(await office.suppressed(email.toUpperCase()), true);
  office.smtp.behaviour = {};
  office.deps.clock.advance(2 * hour);
  assert.equal(await office.send(), 0);
  assert.equal(office.smtp.named.length, 1, 'the mail that was already queued was not tried');
  assert.equal(await queued(office), undefined);
});

test('an address that nobody has silences no other of the same inbox', async () => {
  const office = await postOffice({ recipient: (address) => (address.includes('+x@') ? 550 : undefined) });
  // One inbox has one key, for the caps.
  const addressKey = 'inbox';
  for (const tag of ['+x', '', '+y']) {
    const memberId = await office.member('pending', { email: `anna${tag}@visitor.example` });
    await office.order('confirmation', memberId, { addressKey });
  }
  assert.equal(await office.send(), 2);
  await office.order('confirmation', await office.member('pending', { email: 'anna+z@visitor.example' }), {
    addressKey,
  });
  assert.equal(await office.send(), 1);
  assert.equal(await office.suppressed('anna+x@visitor.example'), true);
  for (const tag of ['', '+y', '+z']) assert.equal(await office.suppressed(`anna${tag}@visitor.example`), false);
});

test('a mail that is refused for what it is ends alone: the next one goes out', async () => {
  const office = await postOffice({ recipient: () => [554, 'Rejected as spam'] });
  const memberId = await office.member('pending', { email });
  await office.order('confirmation', memberId);
  assert.equal(await office.send(), 0);
  assert.equal(await queued(office), undefined, 'it is not tried again');
  assert.equal(await office.suppressed(email), false);
  office.smtp.behaviour = {};
  await office.order('confirmation', memberId);
  assert.equal(await office.send(), 1);
});

const ours: [string, Behaviour][] = [
  ['a wrong password', { auth: 535 }],
  ['a sender that is refused', { sender: 550 }],
  ['a block list', { recipient: () => [550, '5.7.1 Blocked'] }],
  ['a server that is not in service', { greeting: 421 }],
  ['a server that hangs', { greeting: 'hang' }],
];
for (const [name, behaviour] of ours) {
  test(`${name} silences nobody and loses nothing`, async () => {
    const office = await postOffice(behaviour);
    const emails = ['a@visitor.example', 'b@visitor.example', 'c@visitor.example'];
    for (const each of emails) await office.order('confirmation', await office.member('pending', { email: each }));
    assert.equal(await office.send(), 0);
    for (const each of emails) assert.equal(await office.suppressed(each), false);
    office.smtp.behaviour = {};
    office.deps.clock.advance(10 * minute);
    assert.equal(await office.send(), 3);
  });
}

test('an outage costs a few tries, not one for every mail', async () => {
  const office = await postOffice({ greeting: 421 });
  for (let index = 0; index < 60; index++) await office.order('confirmation', await office.member('pending'));
  assert.equal(await office.send(), 0);
  assert.ok(office.smtp.connections <= 20, `${office.smtp.connections} connections`);
  office.smtp.behaviour = {};
  assert.ok((await office.send()) >= 40, 'the others go out as soon as the server is back');
  office.deps.clock.advance(10 * minute);
  await office.send();
  assert.equal(new Set(ids(office)).size, 60);
  assert.equal(office.smtp.arrivals.length, 60);
});

test('an order that cannot be written does not stop the others', async () => {
  const office = await postOffice();
  for (let index = 0; index < 30; index++) {
    const poison = index % 3 === 0 ? { language: 'zz' as never } : {};
    await office.order('confirmation', await office.member('pending'), poison);
  }
  assert.equal(await office.send(), 20);
  assert.equal(office.log.errors().length, 10);
  assert.ok((await queued(office))! > office.deps.clock.now(), 'they wait for a repaired release');
  office.deps.clock.advance(4 * 24 * hour);
  assert.equal(await office.send(), 0);
  assert.equal(await queued(office), undefined, 'and are given up in the end');
});

test('a mail nobody needs any more is dropped', async () => {
  const office = await postOffice();
  const cases: [MailKind, 'pending' | 'active' | 'left'][] = [
    ['confirmation', 'active'],
    ['confirmation', 'left'],
    ['welcome', 'pending'],
    ['welcome', 'left'],
    ['already_member', 'pending'],
    ['already_member', 'left'],
  ];
  for (const [kind, status] of cases) await office.order(kind, await office.member(status));
  const confirmed = await office.member('pending');
  await office.order('confirmation', confirmed);
  await office.deps.storage.write((tx) => tx.activate(confirmed, office.deps.clock.now()));
  assert.equal(await office.send(), 0);
  assert.deepEqual(office.smtp.named, []);
  assert.deepEqual(office.tokens.length, 0, 'no link was made for them');
  assert.equal(await queued(office), undefined);
});

test('a mail whose order names no partner goes out', async () => {
  const office = await postOffice();
  await office.order('confirmation', await office.member('pending'), { partnerId: null });
  assert.equal(await office.send(), 1);
});

test('a process that died in the middle: its mails go out when its lease ends, under the same Message-ID', async () => {
  const office = await postOffice();
  const { storage, clock } = office.deps;
  const orders = [];
  for (let index = 0; index < 4; index++)
    orders.push(await office.order('confirmation', await office.member('pending')));
  const claimed = await storage.claimMails(clock.now(), clock.now() + 2 * minute, 2);
  assert.equal(claimed.length, 2);
  assert.equal(await office.send(), 2, 'what nobody holds');
  assert.equal(await office.send(), 0);
  clock.advance(2 * minute);
  assert.equal(await office.send(), 2);
  assert.deepEqual(ids(office).toSorted(), orders.map(({ messageId }) => messageId).toSorted());
});

test('a mail is not begun when its lease could end before it is sent', async () => {
  const sent: string[] = [];
  const mailer = {
    async send({ messageId }: OutgoingMail) {
      sent.push(messageId);
      if (sent.length === 1) office.deps.clock.advance(70_000);
    },
    close() {},
  };
  const office = await postOffice({}, { mailer });
  for (let index = 0; index < 10; index++) await office.order('confirmation', await office.member('pending'));
  assert.equal(await office.send(), 5, 'those that were begun while time stood still');
  office.deps.clock.set((await queued(office))!);
  assert.equal(await office.send(), 5);
  assert.equal(new Set(sent).size, 10);
});

test('a database that is busy when a mail went out does not make it go out again', async () => {
  const office = await postOffice();
  const { storage } = office.deps;
  await office.order('confirmation', await office.member('pending'));
  let failures = 2;
  const flaky = Object.create(storage, {
    mailSent: {
      value: (id: number, at: number) =>
        failures-- > 0 ? Promise.reject(new Error('busy')) : storage.mailSent(id, at),
    },
    write: { value: storage.write.bind(storage) },
  }) as typeof storage;
  for (const name of ['nextMailAt', 'claimMails', 'memberById', 'partnerById', 'mailRetry', 'mailFailed'] as const) {
    Object.defineProperty(flaky, name, { value: (storage[name] as () => unknown).bind(storage) });
  }
  office.deps.storage = flaky;
  assert.equal(await office.send(), 1);
  office.deps.storage = storage;
  office.deps.clock.advance(hour);
  assert.equal(await office.send(), 0);
  assert.equal(office.smtp.arrivals.length, 1);
});

test('a mailer that throws something unknown is a failure for now', async () => {
  const mailer = { send: () => Promise.reject(new TypeError('surprise')), close() {} };
  const office = await postOffice({}, { mailer });
  await office.order('confirmation', await office.member('pending', { email }));
  assert.equal(await office.send(), 0);
  assert.ok((await queued(office))! > office.deps.clock.now());
  assert.equal(await office.suppressed(email), false);
});

test('a few mails are under way at once, never more', async () => {
  let under = 0;
  let most = 0;
  const five = Promise.withResolvers<void>();
  const mailer = {
    async send() {
      most = Math.max(most, ++under);
      // The first wait for each other, however long it takes to write them.
      if (under === 5) five.resolve();
      await five.promise;
      await new Promise((resolve) => setTimeout(resolve, 5));
      under--;
    },
    close() {},
  };
  const office = await postOffice({}, { mailer });
  for (let index = 0; index < 30; index++) await office.order('confirmation', await office.member('pending'));
  assert.equal(await office.send(), 30);
  assert.equal(most, 5);
});

test('a permanent failure without a server, too, ends the mail', async () => {
  const mailer = { send: () => Promise.reject(new MailError('permanent', 'invalid_recipient')), close() {} };
  const office = await postOffice({}, { mailer });
  await office.order('confirmation', await office.member('pending', { email }));
  await office.send();
  assert.equal(await queued(office), undefined);
  assert.equal(await office.suppressed(email), false, 'no server said that nobody has this address');
});
