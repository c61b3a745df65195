/**
 * What a failure of the mail server means. The difference that matters: is it about this address, about this
 * mail, about the server's day, or about us? Only the first silences the address, and the first two end the
 * mail; a password that expired or a sender on a block list must never do that to every member.
 */
import type { NodemailerError } from 'nodemailer';
import { MailError } from '../domain/ports.ts';

export interface Failure {
  error: MailError;
  /** The server refuses us, not the recipient: somebody has to look at the configuration. */
  ours: boolean;
}

/** Reads an error of nodemailer. The server's words are left out: they may quote the address. */
export function readFailure(cause: unknown): Failure {
  if (cause instanceof MailError) return { error: cause, ours: cause.code === 'envelope_differs' };
  const { code, originalCode, command, response, responseCode } = cause as NodemailerError;
  const status = /^\d{3}[ -]#?(\d\.\d{1,3}\.\d{1,3})\b/m.exec(response ?? '')?.[1];
  const label = responseCode ? ['SMTP', responseCode, ...(status ? [status] : [])].join(' ') : (code ?? 'unknown');
  const refusal = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  if (refusal && (command === 'RCPT TO' || command === 'DATA') && !aboutUs(responseCode, status)) {
    const suppress = command === 'RCPT TO' && isNobody(responseCode, status, response ?? '');
    return { error: new MailError('permanent', label, { cause, suppress }), ours: false };
  }
  return {
    error: new MailError('temporary', label, { cause }),
    ours: refusal || configuration.has(code ?? '') || untrusted.test(originalCode ?? ''),
  };
}

const configuration = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG', 'EDNS', 'EPROXY']);

/** Node's names for a certificate that does not hold: another host's, one that ended, one that nobody signed. */
const untrusted = /CERT|LEAF_SIGNATURE/;

/**
 * Refusals at RCPT or DATA that speak of the sender: commands out of order, log-in missing (5.5.1, 53x),
 * policy such as "relay denied" or a block list (5.7.x), a bad sender address (5.1.7, 5.1.8). RFC 3463.
 */
function aboutUs(responseCode: number, status: string | undefined): boolean {
  return responseCode < 510 || (responseCode >= 530 && responseCode < 540) || /^5\.(?:7\.|1\.[78]$)/.test(status ?? '');
}

/**
 * Does the server say that nobody has this address (5.1.x)? Without a status only the code for it counts, and
 * only if its words speak of nothing else: a full mailbox, a mail that looks like spam, a list of bad hosts.
 * In doubt the address stays open: a mail too many is capped, a person silenced by mistake hears nothing.
 */
function isNobody(responseCode: number, status: string | undefined, response: string): boolean {
  if (status) return status.startsWith('5.1.') && [550, 551, 553].includes(responseCode);
  return responseCode === 550 && !anotherReason.test(response);
}

const anotherReason =
  /abuse|auth|block|content|denied|dkim|dmarc|full|greet|helo|\bip\b|junk|limit|list|message|polic|ptr|quota|rate|relay|reputation|reverse|sender|size|spam|spf|suspicious|virus|\b5\.\d\.\d/i;
