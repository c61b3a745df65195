import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { MailError, type Mailer, type OutgoingMail } from '../../../api/domain/ports.ts';
import { assertEnvelope } from '../../../api/mail/message.ts';
import { smtpMailer } from '../../../api/mail/smtp.ts';
import { refusingSmtp, startSmtp, type Behaviour, type TestSmtp } from '../../support/smtp.ts';
import { memoryLog } from './memory-log.ts';

const mail: OutgoingMail = {
  from: { name: 'Club des Ambassadeurs', address: 'bonjour@club.example' },
  to: 'zoe@visitor.example',
  subject: 'Plus qu’un geste',
  text: 'Un lien',
  html: '<p>Un lien</p>',
  messageId: '<one@club.example>',
  headers: { 'Auto-Submitted': 'auto-generated' },
};

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function server(behaviour: Behaviour = {}): Promise<TestSmtp> {
  const smtp = await startSmtp(behaviour);
  open.push(() => smtp.close());
  return smtp;
}

/** How long a server that hangs is waited for. Others are slow on a busy machine, and are given their time. */
const haste = { timeout: 400, deadline: 5000 };

function mailer(
  url: string,
  patience: Partial<typeof haste> = {},
): { mailer: Mailer; log: ReturnType<typeof memoryLog> } {
  const log = memoryLog();
  const mailer = smtpMailer({ url, log, ...patience });
  open.push(() => mailer.close());
  return { mailer, log };
}

async function failure(url: string, patience?: Partial<typeof haste>) {
  const { mailer: sender, log } = mailer(url, patience);
  const error = await sender.send(mail).then(
    () => assert.fail('the mail went out'),
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof MailError, String(error));
  return { kind: error.kind, code: error.code, suppress: error.suppress, loud: log.errors().length > 0 };
}

test('delivers one mail to one recipient, with both parts', async () => {
  const smtp = await server();
  await mailer(smtp.url).mailer.send(mail);
  assert.equal(smtp.arrivals.length, 1);
  assert.deepEqual(smtp.arrivals[0]!.recipients, ['zoe@visitor.example']);
  assert.equal(smtp.arrivals[0]!.from, 'bonjour@club.example');
  const [arrived] = await smtp.parsed();
  assert.equal(arrived!.subject, mail.subject);
  assert.equal(arrived!.messageId, mail.messageId);
  assert.equal(arrived!.text?.trim(), mail.text);
  assert.equal(String(arrived!.html).trim(), mail.html);
  assert.equal(arrived!.headers.get('auto-submitted'), 'auto-generated');
  assert.equal(arrived!.bcc, undefined);
});

test('keeps connections open between mails', async () => {
  const smtp = await server();
  const { mailer: sender } = mailer(smtp.url);
  for (let index = 0; index < 20; index++) await sender.send(mail);
  assert.equal(smtp.arrivals.length, 20);
  assert.ok(smtp.connections <= 5, `${smtp.connections} connections`);
});

test('opens a new connection when the server closed the idle ones', async () => {
  const smtp = await server();
  const { mailer: sender } = mailer(smtp.url);
  await sender.send(mail);
  smtp.hangUp();
  await sender.send(mail);
  assert.equal(smtp.arrivals.length, 2);
});

const temporary: [name: string, behaviour: Behaviour, code: RegExp, loud: boolean][] = [
  ['hangs without a banner', { greeting: 'hang' }, /^ETIMEDOUT$/, false],
  ['says 421 at once', { greeting: 421 }, /421/, false],
  ['says 554 at once', { greeting: 554 }, /554/, true],
  ['defers the recipient', { recipient: () => 450 }, /^SMTP 450$/, false],
  ['defers the message', { data: 451 }, /^SMTP 451$/, false],
  ['refuses the sender', { sender: 550 }, /^SMTP 550$/, true],
  ['denies relaying', { recipient: () => [554, '5.7.1 Relay access denied'] }, /^SMTP 554 5\.7\.1$/, true],
  ['wants a log-in', { recipient: () => 530 }, /^SMTP 530$/, true],
  ['drops the connection after DATA', { data: 'drop' }, /^ECONNECTION$/, false],
  ['never answers DATA', { data: 'hang' }, /^ETIMEDOUT$/, false],
];
for (const [name, behaviour, code, loud] of temporary) {
  test(`tries again when the server ${name}`, async () => {
    const smtp = await server(behaviour);
    const result = await failure(smtp.url, Object.values(behaviour).includes('hang') ? haste : {});
    assert.equal(result.kind, 'temporary');
    assert.match(result.code, code);
    assert.equal(result.loud, loud, 'whether the operator is told');
  });
}

test('tries again when the connection is refused', async () => {
  const expected = { kind: 'temporary', code: 'ESOCKET', suppress: false, loud: false };
  assert.deepEqual(await failure(await refusingSmtp()), expected);
});

test('tries again, loudly, when the password is wrong: no member is to blame', async () => {
  const smtp = await server({ auth: 535 });
  const result = await failure(smtp.url.replace('smtp://', 'smtp://club:wrong@'));
  assert.deepEqual([result.kind, result.loud], ['temporary', true]);
  assert.deepEqual(smtp.named, [], 'nobody was named to the server');
});

test('gives up on a server that trickles for ever', async () => {
  const smtp = await server({ data: 'hang' });
  const { mailer: sender } = {
    mailer: smtpMailer({ url: smtp.url, log: memoryLog(), timeout: 60_000, deadline: 300 }),
  };
  open.push(() => sender.close());
  await assert.rejects(sender.send(mail), (error: MailError) => error.kind === 'temporary' && error.code === 'EABORT');
});

const refused = (code: number, text?: string): Behaviour => ({
  recipient: () => (text === undefined ? code : [code, text]),
});

const nobody: [name: string, behaviour: Behaviour][] = [
  ['an unknown mailbox', refused(550)],
  ['an unknown mailbox, in words', refused(550, 'No such user here')],
  ['an unknown mailbox, with its status', refused(550, '5.1.1 No such user')],
  ['an unknown mailbox, with its status in the way of one vendor', refused(550, '#5.1.0 Address rejected.')],
  ['a mailbox that has moved', refused(551, '5.1.6 Gone elsewhere')],
  ['a name that cannot be one', refused(553, '5.1.3 Bad destination mailbox address syntax')],
];
for (const [name, behaviour] of nobody) {
  test(`ends for ${name}, and the address is not written to again`, async () => {
    const { kind, suppress, loud } = await failure((await server(behaviour)).url);
    assert.deepEqual({ kind, suppress, loud }, { kind: 'permanent', suppress: true, loud: false });
  });
}

const thisMail: [name: string, behaviour: Behaviour][] = [
  ['a full mailbox', refused(552, '5.2.2 Over quota')],
  ['a full mailbox, in words', refused(550, 'Mailbox full')],
  ['a mailbox that is switched off', refused(550, '5.2.1 Disabled')],
  ['a mailbox with some other trouble', refused(550, '5.2.0 Mailbox trouble')],
  ['a mail that passes for spam', refused(554, 'Rejected as spam')],
  ['a mail that passes for spam, by another code', refused(550, 'Message rejected: looks like SPAM')],
  ['a policy', refused(550, 'Denied by local policy')],
  ['a list of bad hosts', refused(550, 'Your host is listed at dnsbl.example')],
  ['a status in the midst of words', refused(550, 'Not here (5.7.1)')],
  ['a code for other things', refused(551)],
  ['a code for other things, too', refused(553)],
  ['a status for other things', refused(550, '5.5.0 Mailbox unavailable')],
  ['a mail that is refused after DATA', { data: 550 }],
];
for (const [name, behaviour] of thisMail) {
  test(`ends for ${name}, and the next mail may go to the address`, async () => {
    const { kind, suppress, loud } = await failure((await server(behaviour)).url);
    assert.deepEqual({ kind, suppress, loud }, { kind: 'permanent', suppress: false, loud: false });
  });
}

test('goes on with the next mail after a refused one', async () => {
  const smtp = await server({ recipient: (address) => (address.startsWith('gone') ? 550 : undefined) });
  const { mailer: sender } = mailer(smtp.url);
  const results = await Promise.allSettled(
    ['gone@a.example', 'here@a.example', 'gone2@a.example', 'here2@a.example'].map((to) =>
      sender.send({ ...mail, to }),
    ),
  );
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'fulfilled', 'rejected', 'fulfilled'],
  );
});

test('errors hold neither the address nor the words of the server', async () => {
  const smtp = await server({ recipient: (address) => [550, `5.1.1 <${address}> unknown`] });
  const error = await mailer(smtp.url)
    .mailer.send(mail)
    .catch((cause: MailError) => cause);
  assert.ok(error instanceof MailError);
  assert.doesNotMatch(`${error.message} ${error.code}`, /zoe|visitor/);
});

test('an address that a mail library could misread reaches no server', async () => {
  const smtp = await server();
  const { mailer: sender } = mailer(smtp.url);
  const odd = [
    'b@y.example\r\nBcc: evil@e.example',
    'b@y.example\nRCPT TO:<evil@e.example>',
    'b@y.example, evil@e.example',
    'b@y.example;evil@e.example',
    'b@y.example evil@e.example',
    'Group: b@y.example, evil@e.example;',
    '"evil@e.example"@y.example',
    '"b@y.example, evil@e.example"@y.example',
    'evil@e.example(comment)',
    '<evil@e.example>',
    'Name <evil@e.example>',
    'b@y.example>\0<evil@e.example',
    'b@y@e.example',
    'b@[127.0.0.1]',
    'é@y.example',
    'b@mülhausen.example',
    'b@y.example\u2028',
    'b',
    '',
    '@y.example',
    `${'a'.repeat(250)}@y.example`,
  ];
  for (const to of odd) {
    await assert.rejects(
      sender.send({ ...mail, to }),
      { kind: 'permanent', code: 'invalid_recipient' },
      JSON.stringify(to),
    );
  }
  assert.deepEqual(smtp.named, []);
});

test('an envelope that the library understood in its own way is refused', () => {
  for (const to of [[], ['b@y.example', 'evil@e.example'], ['evil@e.example'], ['B@y.example']]) {
    assert.throws(() => assertEnvelope({ to }, 'b@y.example'), { kind: 'permanent', code: 'envelope_differs' });
  }
  assertEnvelope({ to: ['b@y.example'] }, 'b@y.example');
});

test('every plain address is the one recipient, letter for letter', async () => {
  const smtp = await server();
  const { mailer: sender } = mailer(smtp.url);
  const plain = [
    "o'brien!#$%&*+/=?^_`{|}~-x@y.example",
    'Given.Case@y.example',
    'tag+club@y.example',
    'x@xn--mlhausen-r4a.example',
    `${'a'.repeat(64)}@${'b'.repeat(60)}.example`,
  ];
  for (const to of plain) await sender.send({ ...mail, to });
  assert.deepEqual(smtp.named, plain);
  assert.deepEqual(
    smtp.arrivals.map(({ recipients }) => recipients),
    plain.map((to) => [to]),
  );
});
