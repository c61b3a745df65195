/**
 * A mail as nodemailer wants it. The library reads addresses generously (a comma makes two recipients, a
 * line break can replace one), so the recipient is checked here before it sees it, and once more in what
 * it understood.
 */
import type { SendMailOptions } from 'nodemailer';
import { emailProblem } from '../contract/text.ts';
import { MailError, type OutgoingMail } from '../domain/ports.ts';

/**
 * One mail with an explicit envelope of one recipient.
 * @throws {MailError} permanent, when the recipient is not one plain address
 */
export function toMessage(mail: OutgoingMail): SendMailOptions {
  if (emailProblem(mail.to) || /[^\x21-\x7e]/.test(mail.to)) throw new MailError('permanent', 'invalid_recipient');
  return {
    from: mail.from,
    to: { name: '', address: mail.to },
    envelope: { from: mail.from.address, to: [mail.to] },
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * Compares what the library will tell the server with what we asked for.
 * @throws {MailError} permanent, when they differ
 */
export function assertEnvelope(envelope: { to: string[] }, to: string): void {
  if (envelope.to.length !== 1 || envelope.to[0] !== to) throw new MailError('permanent', 'envelope_differs');
}
