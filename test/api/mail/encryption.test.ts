/** Passwords and links never travel in clear between machines. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MailError, type OutgoingMail } from '../../../api/domain/ports.ts';
import { smtpMailer, transportOptions } from '../../../api/mail/smtp.ts';
import { startSmtp, type Behaviour } from '../../support/smtp.ts';
import { memoryLog } from './memory-log.ts';

const mail: OutgoingMail = {
  from: { name: 'Club des Ambassadeurs', address: 'bonjour@club.example' },
  to: 'zoe@visitor.example',
  subject: 'Plus qu’un geste',
  text: 'Un lien',
  html: '<p>Un lien</p>',
  messageId: '<one@club.example>',
  headers: {},
};

for (const [url, required] of [
  ['smtp://mail.example.org', true],
  ['smtp://user:pa%2Fss@mail.example.org:587', true],
  ['smtp://mail.example.org?ignoreTLS=true', true],
  ['smtp://192.168.1.4:25', true],
  ['smtp://127.0.0.1.example.org', true],
  ['smtp://user:p/a?ss@mail.example.org', true],
  ['smtp://localhost:25', false],
  ['smtp://127.0.0.1:2525', false],
  ['smtp://user:secret@[::1]:25', false],
  // Encrypted from the first byte: there is nothing to ask for.
  ['smtps://mail.example.org', false],
] as const) {
  test(`${url} ${required ? 'goes nowhere without' : 'needs no'} STARTTLS`, () => {
    assert.equal(transportOptions(url, 1000).requireTLS, required);
  });
}

for (const [name, behaviour] of [
  ['cannot encrypt', {}],
  ['has a certificate that nobody trusts', { certificate: 'bad' }],
] as [string, Behaviour][]) {
  test(`tells nothing to a server that must encrypt and ${name}; the operator is told`, async () => {
    const smtp = await startSmtp(behaviour);
    const log = memoryLog();
    const url = `${smtp.url.replace('smtp://', 'smtp://club:secret@')}?requireTLS=true`;
    const mailer = smtpMailer({ url, log });
    try {
      await assert.rejects(mailer.send(mail), (error) => error instanceof MailError && error.kind === 'temporary');
      assert.equal(log.errors().length, 1);
      assert.deepEqual([smtp.named, smtp.arrivals], [[], []]);
    } finally {
      mailer.close();
      await smtp.close();
    }
  });
}
